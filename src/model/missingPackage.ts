import { GuanxiError } from './errors.ts'

/**
 * What to throw when a package that only few users need could not be loaded: `MISSING_PACKAGE` naming it when it is not there, else the error.
 *
 * To be called where `import()` of the package is caught: bundlers take an import within `try` for one that may fail.
 */
export function missingPackage(where: string, name: string, error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  // Browsers have no code for it: a bare name that no bundler has replaced is a TypeError.
  const missing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || error instanceof TypeError
  if (!missing) return error
  return new GuanxiError(
    'MISSING_PACKAGE',
    `${where}: expected the package ${name}, which is not installed; add it with npm install ${name}`,
  )
}
