import type { GuanxiError, Issue } from '../../model/errors.ts'
import { withIssues } from '../../model/withIssues.ts'

/** More faults than this are counted, not listed: a file of a million bad lines must not fill the memory. */
const LISTED = 1000

/** Collects what is wrong with a file, so that all of it is named at once. */
export class Faults {
  private readonly where: string
  private readonly issues: Issue[] = []
  private unlisted = 0

  constructor(where: string) {
    this.where = where
  }

  get count(): number {
    return this.issues.length + this.unlisted
  }

  add(path: readonly (string | number)[], message: string): void {
    if (this.issues.length < LISTED) this.issues.push({ path, message })
    else this.unlisted++
  }

  /** Throws at once: for faults after which reading on makes no sense. */
  fatal(path: readonly (string | number)[], message: string): never {
    this.add(path, message)
    throw this.error()
  }

  /** Throws if there was any fault. */
  raise(): void {
    if (this.count > 0) throw this.error()
  }

  private error(): GuanxiError {
    const issues = [...this.issues]
    if (this.unlisted > 0) issues.push({ path: [], message: `${this.unlisted} more faults are not listed` })
    return withIssues(
      'INVALID_FILE',
      `${this.where}: the file has ${this.count} fault${this.count === 1 ? '' : 's'}`,
      issues,
    )
  }
}
