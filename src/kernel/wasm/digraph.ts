// AssemblyScript. Arcs as rows, and their values in the order of the rows, on the memory of the caller: the same as in JavaScript.

/**
 * Fills the rows of a graph from a list of arcs; returns the index of an arc that repeats an earlier one, or −1.
 *
 * @param outOffsets, inOffsets - order + 1 zeros each. @param cursor - room for a number a vertex.
 * @param sources, places - room for a number an arc each. @param tally - where the number of loops is left.
 */
export function sort(
  order: u32,
  given: u32,
  source: usize,
  target: usize,
  outOffsets: usize,
  inOffsets: usize,
  outTargets: usize,
  inSources: usize,
  inToOut: usize,
  origins: usize,
  sources: usize,
  places: usize,
  cursor: usize,
  tally: usize,
): i32 {
  let loops: i32 = 0
  for (let k: u32 = 0; k < given; k++) {
    const s = load<u32>(word(source, k))
    const t = load<u32>(word(target, k))
    if (s === t) loops++
    else {
      more(word(outOffsets, s + 1))
      more(word(inOffsets, t + 1))
    }
  }
  store<i32>(tally, loops)
  for (let v: u32 = 0; v < order; v++) {
    store<u32>(word(outOffsets, v), load<u32>(word(outOffsets, v)) + load<u32>(word(outOffsets, v), 4), 4)
    store<u32>(word(inOffsets, v), load<u32>(word(inOffsets, v)) + load<u32>(word(inOffsets, v), 4), 4)
  }
  memory.copy(cursor, inOffsets, (<usize>order) << 2)
  for (let k: u32 = 0; k < given; k++) {
    const s = load<u32>(word(source, k))
    const t = load<u32>(word(target, k))
    if (s === t) continue
    const i = more(word(cursor, t))
    store<u32>(word(sources, i), s)
    store<u32>(word(places, i), k)
  }
  let repeated: i32 = -1
  memory.copy(cursor, outOffsets, (<usize>order) << 2)
  for (let t: u32 = 0, i: u32 = 0; t < order; t++) {
    const end = load<u32>(word(inOffsets, t), 4)
    for (; i < end; i++) {
      const s = load<u32>(word(sources, i))
      const position = more(word(cursor, s))
      if (position > load<u32>(word(outOffsets, s)) && load<u32>(word(outTargets, position - 1)) === t)
        repeated = load<u32>(word(places, i))
      store<u32>(word(outTargets, position), t)
      store<u32>(word(origins, position), load<u32>(word(places, i)))
    }
  }
  memory.copy(cursor, inOffsets, (<usize>order) << 2)
  for (let v: u32 = 0, k: u32 = 0; v < order; v++) {
    const end = load<u32>(word(outOffsets, v), 4)
    for (; k < end; k++) {
      const p = more(word(cursor, load<u32>(word(outTargets, k))))
      store<u32>(word(inSources, p), v)
      store<u32>(word(inToOut, p), k)
    }
  }
  return repeated
}

/**
 * Values of the arcs in the order of the rows, and what each vertex gives and gets of them; returns 1 when all are above 0, else 0.
 *
 * @param given - a value an arc of the list. @param values - room for one an arc of the graph.
 * @param out - room for one a vertex. @param got - a zero a vertex.
 */
export function arrange(
  order: u32,
  given: usize,
  origins: usize,
  outOffsets: usize,
  outTargets: usize,
  values: usize,
  out: usize,
  got: usize,
): i32 {
  let positive: i32 = 1
  for (let v: u32 = 0, k: u32 = 0; v < order; v++) {
    const end = load<u32>(word(outOffsets, v), 4)
    let sum: f64 = 0
    for (; k < end; k++) {
      const value = load<f64>(double(given, load<u32>(word(origins, k))))
      const at = double(got, load<u32>(word(outTargets, k)))
      positive &= i32(value > 0)
      sum += value
      store<f64>(double(values, k), value)
      store<f64>(at, load<f64>(at) + value)
    }
    store<f64>(double(out, v), sum)
  }
  return positive
}

/** Adds one to a number; returns what it was. */
function more(at: usize): u32 {
  const was = load<u32>(at)
  store<u32>(at, was + 1)
  return was
}

/** Where entry `v` of an array of words stands. */
function word(array: usize, v: u32): usize {
  return array + ((<usize>v) << 2)
}

/** Where entry `v` of an array of doubles stands. */
function double(array: usize, v: u32): usize {
  return array + ((<usize>v) << 3)
}
