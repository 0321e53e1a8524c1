/** What the command has around it: a test can put its own in place. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether somebody looks at what `err` prints: a bar that moves, or lines of a log. */
  readonly isTerminal: boolean
  /** Milliseconds from any start. */
  readonly now: () => number
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted by Ctrl-C, with the exit code as the reason. */
  readonly signal: AbortSignal
}
