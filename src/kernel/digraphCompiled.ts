import { type BuiltDigraph, buildDigraph, gather } from './digraph.ts'
import { keepStrengths } from './knownStrengths.ts'
import { keepStrengthsOf } from './strengths.ts'
import { DIGRAPH } from './wasmCode.ts'
import { wasmRoom } from './wasmRoom.ts'

/** A graph from arrays, and the values of its arcs in the order of its rows. */
export interface ArrangedDigraph extends Omit<BuiltDigraph, 'origins'> {
  readonly columns: ReadonlyMap<string, Float64Array>
}

/**
 * `buildDigraph` and the columns brought into the order of its rows, compiled from wasm/digraph.ts, with the same numbers, in a
 * third of the time: for snapshots from arrays. Measures, which read graphs, stay small without it.
 *
 * What each vertex gives and gets is added up on the way and kept with every column whose values are all above 0.
 *
 * @param columns - a value an arc of the list each.
 */
export function arrangeDigraph(
  order: number,
  source: ArrayLike<number>,
  target: ArrayLike<number>,
  columns: ReadonlyMap<string, ArrayLike<number>>,
): ArrangedDigraph {
  const given = source.length
  const words = (count: number) => Math.ceil(count / 2)
  const room = wasmRoom(DIGRAPH, {
    source: wordsOf(source),
    target: wordsOf(target),
    ...{ outOffsets: words(order + 1), inOffsets: words(order + 1), cursor: words(order), tally: 1 },
    ...{ outTargets: words(given), inSources: words(given), inToOut: words(given), origins: words(given) },
    ...{ sorted: given, out: order, got: order },
  })
  if (!room) return arrange(order, source, target, columns)
  const { code, at, arrays } = room
  const repeated = code.sort(
    ...[order, given, at.source, at.target, at.outOffsets, at.inOffsets, at.outTargets, at.inSources, at.inToOut],
    ...[at.origins, at.sorted, at.sorted + 4 * given, at.cursor, at.tally],
  )
  const { buffer } = arrays.tally
  const [loops] = new Uint32Array(buffer, at.tally, 1)
  const size = given - loops!
  const taken = (place: number, count: number) => new Uint32Array(buffer, place, count).slice()
  const graph = {
    order,
    size,
    outOffsets: taken(at.outOffsets, order + 1),
    outTargets: taken(at.outTargets, size),
    inOffsets: taken(at.inOffsets, order + 1),
    inSources: taken(at.inSources, size),
    inToOut: taken(at.inToOut, size),
  }
  // The list has been read, and what was half sorted is done with: a column fits where each of them stood.
  const values = new Float64Array(buffer, at.source, size)
  const arranged = new Map<string, Float64Array>()
  for (const [name, column] of columns) {
    arrays.sorted.set(column)
    arrays.got.fill(0)
    const positive = code.arrange(
      ...[order, at.sorted, at.origins, at.outOffsets, at.outTargets, at.source, at.out, at.got],
    )
    const inRows = values.slice()
    if (positive) keepStrengths(inRows, { graph, out: arrays.out.slice(), in: arrays.got.slice() })
    arranged.set(name, inRows)
  }
  return { graph, columns: arranged, loops: loops!, repeated }
}

/** The same without WebAssembly. */
function arrange(
  order: number,
  source: ArrayLike<number>,
  target: ArrayLike<number>,
  columns: ReadonlyMap<string, ArrayLike<number>>,
): ArrangedDigraph {
  const { graph, origins, loops, repeated } = buildDigraph(order, source, target)
  const arranged = new Map<string, Float64Array>()
  for (const [name, column] of columns) {
    const values = gather(column, origins)
    keepStrengthsOf(graph, values)
    arranged.set(name, values)
  }
  return { graph, columns: arranged, loops, repeated }
}

const wordsOf = (list: ArrayLike<number>) =>
  list instanceof Int32Array || list instanceof Uint32Array ? list : Uint32Array.from(list)
