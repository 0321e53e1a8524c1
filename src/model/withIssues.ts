import { GuanxiError, type GuanxiErrorCode, type Issue } from './errors.ts'

/** Issues that a message names; `issues` holds them all. */
const LISTED = 20

/** The error for faults with places: its message lists them below the first line. Apart from `GuanxiError`, as a measure has no use for it. */
export function withIssues(code: GuanxiErrorCode, message: string, issues: readonly Issue[]): GuanxiError {
  const lines = issues.slice(0, LISTED).map(issue => `  ${pathText(issue.path)}: ${issue.message}`)
  if (issues.length > LISTED) lines.push(`  and ${issues.length - LISTED} more`)
  return new GuanxiError(code, [message, ...lines].join('\n'), issues)
}

/** `['ties', 0, 'power']` as `ties[0].power`; the root as `(document)`. */
function pathText(path: readonly (string | number)[]): string {
  if (path.length === 0) return '(document)'
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')
}
