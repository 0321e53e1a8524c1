import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const memory = '/surface/'

/** Every entry point's public declarations as text, and those that they use although no entry point exports them. */
export interface Surface {
  readonly entries: ReadonlyMap<string, string>
  readonly unexported: string
  /** Exports without a doc comment, as `entry: name`. */
  readonly undocumented: readonly string[]
}

/** The program of the sources, as the project's tsconfig.json has it. */
function sourceProgram(entryFiles: readonly string[]): ts.Program {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config,
    ts.sys,
    root,
  )
  const options: ts.CompilerOptions = {
    ...config.options,
    declaration: true,
    emitDeclarationOnly: true,
    removeComments: true,
    rootDir: root,
    outDir: memory,
  }
  return ts.createProgram([...entryFiles], options)
}

/** The declaration files of the sources, without comments, by path; nothing is written to disk. */
function declarations(sources: ts.Program): Map<string, string> {
  const emitted = new Map<string, string>()
  sources.emit(undefined, (path, text) => emitted.set(path, text))
  return emitted
}

function withoutComment(sources: ts.Program, entryFiles: ReadonlyMap<string, string>): string[] {
  const checker = sources.getTypeChecker()
  return [...entryFiles].flatMap(([name, file]) => {
    const module = checker.getSymbolAtLocation(sources.getSourceFile(root + file)!)
    if (!module) return [] // exports nothing
    return checker
      .getExportsOfModule(module)
      .filter(symbol => {
        const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
        return target.getDocumentationComment(checker).length === 0
      })
      .map(symbol => `${name}: ${symbol.name}`)
  })
}

/** A program that sees the emitted declarations as if they lay on disk. */
function programOf(emitted: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    allowImportingTsExtensions: true,
    noEmit: true,
    noLib: true, // only names are resolved, nothing is evaluated
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const sourceFile = host.getSourceFile
  const inMemory = (path: string) => emitted.get(path.endsWith('.d.ts') ? path : path.replace(/\.ts$/, '.d.ts'))
  host.fileExists = path => inMemory(path) !== undefined || ts.sys.fileExists(path)
  host.readFile = path => inMemory(path) ?? ts.sys.readFile(path)
  host.getSourceFile = (path, language, ...rest) => {
    const text = inMemory(path)
    return text === undefined ? sourceFile(path, language, ...rest) : ts.createSourceFile(path, text, language, true)
  }
  host.directoryExists = path => path.startsWith(memory) || ts.sys.directoryExists(path)
  return ts.createProgram([...emitted.keys()], options, host)
}

/** Reads the public surface from the sources, as a user's editor would see it. */
export function readSurface(entryFiles: ReadonlyMap<string, string>): Surface {
  const sources = sourceProgram([...entryFiles.values()].map(file => root + file))
  const undocumented = withoutComment(sources, entryFiles)
  const program = programOf(declarations(sources))
  const checker = program.getTypeChecker()
  const resolved = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const ownParts = (symbol: ts.Symbol) =>
    (symbol.declarations ?? []).filter(part => part.getSourceFile().fileName.startsWith(memory))
  const textOf = (symbol: ts.Symbol) =>
    ownParts(symbol)
      .map(part => (ts.isVariableDeclaration(part) ? part.parent.parent : part))
      .map(part => part.getText().replace(/^(export )?(declare )?/, ''))
      .join('\n')

  const exported = new Set<ts.Symbol>()
  const entries = new Map<string, string>()
  for (const [name, file] of entryFiles) {
    const source = program.getSourceFile(memory + file.replace(/\.ts$/, '.d.ts'))!
    const members = checker
      .getExportsOfModule(checker.getSymbolAtLocation(source)!)
      .map(symbol => ({ name: symbol.name, target: resolved(symbol) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const { target } of members) exported.add(target)
    entries.set(name, `${members.map(({ target }) => textOf(target)).join('\n\n')}\n`)
  }

  const used = new Map<string, ts.Symbol>()
  const seen = new Set<ts.Symbol>()
  const visit = (symbol: ts.Symbol) => {
    if (seen.has(symbol)) return
    seen.add(symbol)
    for (const part of ownParts(symbol)) {
      const walk = (node: ts.Node): void => {
        if (ts.isIdentifier(node)) {
          const found = checker.getSymbolAtLocation(node)
          const target = found && resolved(found)
          const top = target?.declarations?.some(
            d => d.parent && (ts.isSourceFile(d.parent) || ts.isVariableStatement(d.parent.parent)),
          )
          if (target && top && ownParts(target).length > 0) {
            if (!exported.has(target)) used.set(target.name, target)
            visit(target)
          }
        }
        ts.forEachChild(node, walk)
      }
      walk(part)
    }
  }
  for (const symbol of exported) visit(symbol)
  // Of constants those that fit on a line: a list of names that a type takes. Tables of values are no surface.
  const names = [...used.keys()].filter(name => !/^const .*\n/.test(textOf(used.get(name)!))).sort()
  return { entries, undocumented, unexported: `${names.map(name => textOf(used.get(name)!)).join('\n\n')}\n` }
}
