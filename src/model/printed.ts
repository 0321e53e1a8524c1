/**
 * The same result, which consoles print in a few lines instead of all that it holds.
 *
 * It stays plain data: what is added is not enumerable, so that `JSON.stringify`, `structuredClone`, spreading and comparing do not
 * see it.
 *
 * @param lines - what Node's and Deno's consoles print, and Deno's Jupyter kernel; asked for only then.
 */
export function printed<Result extends object>(result: Result, lines: (result: Result) => readonly string[]): Result {
  // Pages have no such console, and Observable would list what is added.
  if (!('process' in globalThis || 'Deno' in globalThis)) return result
  const text = () => lines(result).join('\n  ')
  return Object.defineProperties(result, {
    [Symbol.for('nodejs.util.inspect.custom')]: { value: text },
    [Symbol.for('Jupyter.display')]: { value: () => ({ 'text/plain': text() }) },
  })
}

/** A number to four digits. */
export function brief(value: number | null): string {
  return value === null ? 'not defined' : String(Number(value.toPrecision(4)))
}
