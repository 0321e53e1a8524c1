/** A compiled module as text, and the names of its functions. */
export type WasmText<Name extends string> = string & { readonly names?: Name }

/** A compiled module beside the memory that holds what it works on. */
export interface WasmRoom<Name extends string, Arrays extends Readonly<Record<string, Held>>> {
  /** Its functions: positions and numbers in, a number out. */
  readonly code: Readonly<Record<Name, (...positionsAndNumbers: number[]) => number>>
  /** Where each array stands. */
  readonly at: { readonly [key in keyof Arrays]: number }
  /** The arrays there; copy what is to stay. */
  readonly arrays: {
    readonly [key in keyof Arrays]: Arrays[key] extends Words ? Int32Array<ArrayBuffer> : Float64Array<ArrayBuffer>
  }
  /** False once another room may stand in the same place. */
  current(): boolean
}

type Words = Int32Array | Uint32Array
/** An array that is copied, or the number of zeros of eight bytes. */
type Held = Float64Array | Words | number
type Functions = WasmRoom<string, Record<string, Held>>['code']

const PAGE = 1 << 16
/** A larger memory is not kept for the next room. */
const KEPT = 1 << 25

const modules = new Map<string, WebAssembly.Module | null>() // null where it is refused
let kept: WebAssembly.Memory | undefined
const ready = new Map<string, Functions>() // the modules on it
let latest = 0 // rooms in it so far

/**
 * Room for a compiled module of `wasmCode.ts` and these arrays; `null` where WebAssembly is not to be had (an engine without it, a
 * page whose policy forbids it, no memory left): the same loops must then run in JavaScript.
 *
 * An engine compiles a loop over typed arrays with a check of every place that is read; WebAssembly needs none, which makes it two
 * to three times as fast.
 */
export function wasmRoom<Name extends string, const Arrays extends Readonly<Record<string, Held>>>(
  text: WasmText<Name>,
  arrays: Arrays,
): WasmRoom<Name, Arrays> | null {
  const module = compiled(text)
  if (!module) return null
  const at: Record<string, number> = {}
  let bytes = 0
  for (const key in arrays) {
    at[key] = bytes
    const held: Held = arrays[key]!
    bytes += 8 * (typeof held === 'number' ? held : Math.ceil(held.byteLength / 8))
  }
  try {
    const memory = memoryFor(bytes)
    const code =
      (memory === kept && ready.get(text)) ||
      (new WebAssembly.Instance(module, { env: { memory } }).exports as Functions)
    if (memory === kept) ready.set(text, code)
    const views: Record<string, Float64Array | Int32Array> = {}
    for (const key in arrays) views[key] = place(arrays[key]!, memory.buffer, at[key]!)
    const number = memory === kept ? ++latest : 0
    return { code, at, arrays: views, current: () => number === 0 || number === latest } as WasmRoom<Name, Arrays>
  } catch {
    return null
  }
}

function place(held: Held, buffer: ArrayBuffer, at: number): Float64Array | Int32Array {
  if (typeof held === 'number') return new Float64Array(buffer, at, held).fill(0)
  const Kind = held instanceof Float64Array ? Float64Array : Int32Array
  const view = new Kind(buffer, at, held.length)
  view.set(held)
  return view
}

function memoryFor(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE)
  if (bytes > KEPT) return new WebAssembly.Memory({ initial: pages })
  kept ??= new WebAssembly.Memory({ initial: 1 })
  const more = pages - kept.buffer.byteLength / PAGE
  if (more > 0) kept.grow(more)
  return kept
}

function compiled(text: string): WebAssembly.Module | null {
  let module = modules.get(text)
  if (module !== undefined) return module
  try {
    module = new WebAssembly.Module(Uint8Array.from(text, letter => letter.charCodeAt(0)))
  } catch {
    module = null
  }
  modules.set(text, module)
  return module
}
