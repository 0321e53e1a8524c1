// Compiles the AssemblyScript of src/kernel/wasm to the texts of src/kernel/wasmCode.ts: `npm run build:wasm`.
import { readdirSync, writeFileSync } from 'node:fs'
import { main } from 'assemblyscript/asc'

const folder = 'src/kernel/wasm'
const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--noExportMemory']

/** The text of src/kernel/wasmCode.ts, made anew. */
export async function wasmCode(): Promise<string> {
  const lines = [
    `// Made by \`npm run build:wasm\` of the AssemblyScript in ${folder}.`,
    "import type { WasmText } from './wasmRoom.ts'",
  ]
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ts')) continue
    const { error, stderr, binary } = await compiled(`${folder}/${file}`)
    if (error) throw new Error(`${file}: ${stderr}`)
    const name = file.slice(0, -3).replace(/[A-Z]/g, '_$&').toUpperCase()
    const names = WebAssembly.Module.exports(new WebAssembly.Module(binary!)).map(one => `'${one.name}'`)
    lines.push('', `export const ${name}: WasmText<${names.join(' | ')}> =`)
    lines.push(`  '${Array.from(binary!, letter).join('')}'`)
  }
  return `${lines.join('\n')}\n`
}

/** A byte as a letter of a text; unlike base64 this leaves repeated bytes to whoever compresses the text. */
function letter(byte: number): string {
  const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
  return plain ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`
}

async function compiled(path: string) {
  let binary: Uint8Array<ArrayBuffer> | undefined
  const { error, stderr } = await main([path, ...options, '--outFile', 'module.wasm'], {
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = new Uint8Array(contents)
    },
  })
  return { error, stderr: stderr.toString(), binary }
}

if (process.argv[1]?.endsWith('wasm.config.ts')) writeFileSync('src/kernel/wasmCode.ts', await wasmCode())
