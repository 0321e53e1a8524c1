import { GuanxiError } from './errors.ts'

/**
 * Loads a package that only few users need, on first use.
 *
 * @throws {GuanxiError} `MISSING_PACKAGE` naming the package to add when it is not installed.
 */
export async function optionalPackage<Module>(
  where: string,
  name: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error
    throw new GuanxiError(
      'MISSING_PACKAGE',
      `${where}: expected the package ${name}, which is not installed; add it with npm install ${name}`,
    )
  }
}
