// AssemblyScript. ../weakComponents.ts on the memory of the caller, with the same numbers.

const SAMPLED: u32 = 2

/**
 * Leaves the components in the place of `numbers`, which comes in as zeros; returns how many there are.
 *
 * @param parent - room for a number a vertex.
 */
export function weak(
  order: u32,
  out: usize,
  targets: usize,
  back: usize,
  sources: usize,
  parent: usize,
  numbers: usize,
): u32 {
  for (let v: u32 = 0; v < order; v++) store<u32>(word(parent, v), v)
  for (let v: u32 = 0; v < order; v++) {
    const first = load<u32>(word(out, v))
    linkRow(parent, v, targets, first, min(load<u32>(word(out, v), 4), first + SAMPLED))
  }
  for (let v: u32 = 0; v < order; v++) store<u32>(word(parent, v), root(parent, v))
  const largest = commonest(order, parent, numbers)
  for (let v: u32 = 0; v < order; v++) {
    if (load<u32>(word(parent, v)) === largest) continue
    linkRow(parent, v, targets, load<u32>(word(out, v)) + SAMPLED, load<u32>(word(out, v), 4))
    linkRow(parent, v, sources, load<u32>(word(back, v)), load<u32>(word(back, v), 4))
  }
  let count: u32 = 0
  for (let v: u32 = 0; v < order; v++) {
    const up = root(parent, v)
    store<u32>(word(numbers, v), up === v ? count++ : load<u32>(word(numbers, up)))
  }
  return count
}

/** Joins a vertex with the entries of its row from `first` up to `end`. */
function linkRow(parent: usize, v: u32, row: usize, first: u32, end: u32): void {
  const last = word(row, end)
  for (let at = word(row, first); at < last; at += 4) link(parent, v, load<u32>(at))
}

/** Joins the parts of two vertices under the lower root. */
function link(parent: usize, a: u32, b: u32): void {
  let x = load<u32>(word(parent, a))
  let y = load<u32>(word(parent, b))
  if (x === y) return
  x = root(parent, x)
  y = root(parent, y)
  if (x < y) store<u32>(word(parent, y), x)
  else store<u32>(word(parent, x), y)
}

function root(parent: usize, vertex: u32): u32 {
  let v = vertex
  let up = load<u32>(word(parent, v))
  while (up !== v) {
    const next = load<u32>(word(parent, up))
    store<u32>(word(parent, v), next)
    v = next
    up = load<u32>(word(parent, v))
  }
  return v
}

/** The commonest of some thousand evenly spaced labels; `counts` comes in as zeros and is left so. */
function commonest(order: u32, labels: usize, counts: usize): u32 {
  const step = max<u32>(1, order / 1024)
  let best: u32 = 0
  let most: u32 = 0
  for (let v: u32 = 0; v < order; v += step) {
    const label = load<u32>(word(labels, v))
    const seen = load<u32>(word(counts, label)) + 1
    store<u32>(word(counts, label), seen)
    if (seen > most) {
      most = seen
      best = label
    }
  }
  for (let v: u32 = 0; v < order; v += step) store<u32>(word(counts, load<u32>(word(labels, v))), 0)
  return best
}

/** Where entry `v` of an array of words stands. */
function word(array: usize, v: u32): usize {
  return array + ((<usize>v) << 2)
}
