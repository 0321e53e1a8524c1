// AssemblyScript. ../strongComponents.ts and ../reachable.ts on the memory of the caller, with the same numbers.

const CLOSED: i32 = 0x7fffffff
const PASSES: i32 = 4

/**
 * Leaves the components in the place of `rank`, which comes in as zeros; returns how many there are.
 *
 * @param below, above - a byte a vertex, zeros. @param root - the same.
 * @param unseen, fresh, next - room for a number a vertex each.
 */
export function strong(
  order: u32,
  out: usize,
  targets: usize,
  back: usize,
  sources: usize,
  rank: usize,
  below: usize,
  above: usize,
  root: usize,
  unseen: usize,
  fresh: usize,
  next: usize,
): u32 {
  let count: i32 = 0
  const hub = hubOf(order, out, back)
  if (hub >= 0) {
    reach(order, out, targets, back, sources, hub, below, unseen, fresh)
    reach(order, back, sources, out, targets, hub, above, unseen, fresh)
    for (let v: u32 = 0; v < order; v++)
      if (load<u8>(below + v) > load<u8>(above + v) && load<i32>(word(rank, v)) === 0)
        count = walk(out, targets, rank, root, unseen, fresh, next, v, count)
    const number = CLOSED - count++
    for (let v: u32 = 0; v < order; v++)
      if (load<u8>(below + v) & load<u8>(above + v)) store<i32>(word(rank, v), number)
  }
  for (let v: u32 = 0; v < order; v++)
    if (load<i32>(word(rank, v)) === 0) count = walk(out, targets, rank, root, unseen, fresh, next, v, count)
  const last = word(rank, order)
  for (let at = rank; at < last; at += 4) store<i32>(at, CLOSED - load<i32>(at))
  return count
}

/** The vertex with the most ways through it; −1 when no arc follows another. */
function hubOf(order: u32, out: usize, back: usize): i32 {
  let hub = -1
  let most: f64 = 0
  let o = load<u32>(out)
  let p = load<u32>(back)
  for (let v: u32 = 0; v < order; v++) {
    const outEnd = load<u32>(word(out, v), 4)
    const backEnd = load<u32>(word(back, v), 4)
    const ways = <f64>(outEnd - o) * <f64>(backEnd - p)
    o = outEnd
    p = backEnd
    if (ways > most) {
      most = ways
      hub = v
    }
  }
  return hub
}

/** Marks all that `start` reaches over `columns`; `backColumns` are the same arcs from the other side. */
function reach(
  order: u32,
  offsets: usize,
  columns: usize,
  backOffsets: usize,
  backColumns: usize,
  start: u32,
  marks: usize,
  unseen: usize,
  fresh: usize,
): void {
  store<u8>(marks + start, 1)
  const rowEnd = word(columns, load<u32>(word(offsets, start), 4))
  for (let at = word(columns, load<u32>(word(offsets, start))); at < rowEnd; at += 4)
    store<u8>(marks + load<u32>(at), 1)
  let left = unseen
  for (let v: u32 = 0; v < order; v++)
    if (load<u8>(marks + v) === 0) {
      store<u32>(left, v)
      left += 4
    }
  let found = fresh
  for (let pass = 0; pass < PASSES; pass++) {
    found = fresh
    let kept = unseen
    for (let u = unseen; u < left; u += 4) {
      const v = load<u32>(u)
      let at = word(backColumns, load<u32>(word(backOffsets, v)))
      const end = word(backColumns, load<u32>(word(backOffsets, v), 4))
      while (at < end && load<u8>(marks + load<u32>(at)) === 0) at += 4
      if (at < end) {
        store<u8>(marks + v, 1)
        store<u32>(found, v)
        found += 4
      } else {
        store<u32>(kept, v)
        kept += 4
      }
    }
    left = kept
    if (found - fresh < left - unseen) break
  }
  while (found > fresh) {
    found -= 4
    const v = load<u32>(found)
    const end = word(columns, load<u32>(word(offsets, v), 4))
    for (let at = word(columns, load<u32>(word(offsets, v))); at < end; at += 4) {
      const w = load<u32>(at)
      if (load<u8>(marks + w)) continue
      store<u8>(marks + w, 1)
      store<u32>(found, w)
      found += 4
    }
  }
}

/** Closes every open component that `start` reaches, numbered from `first`; returns the next number. */
function walk(
  out: usize,
  targets: usize,
  rank: usize,
  root: usize,
  path: usize,
  closing: usize,
  next: usize,
  start: u32,
  first: i32,
): i32 {
  let count = first
  let depth = path
  let waiting = closing
  let index: i32 = 1
  let down: i32 = start
  do {
    if (down >= 0) {
      store<u32>(depth, down)
      depth += 4
      store<i32>(word(rank, down), index++)
      store<u8>(root + down, 1)
      store<u32>(word(next, down), load<u32>(word(out, down)))
    }
    const v = load<u32>(depth - 4)
    const end = word(targets, load<u32>(word(out, v), 4))
    let at = word(targets, load<u32>(word(next, v)))
    let low = load<i32>(word(rank, v))
    let isRoot = load<u8>(root + v)
    down = -1
    while (at < end) {
      const t = load<u32>(at)
      const seen = load<i32>(word(rank, t))
      if (seen === 0) {
        down = t
        break
      }
      if (seen < low) {
        low = seen
        isRoot = 0
      }
      at += 4
    }
    store<u32>(word(next, v), <u32>((at - targets) >> 2))
    store<i32>(word(rank, v), low)
    store<u8>(root + v, isRoot)
    if (down >= 0) continue
    depth -= 4
    if (isRoot) {
      index--
      while (waiting > closing && load<i32>(word(rank, load<u32>(waiting - 4))) >= low) {
        waiting -= 4
        store<i32>(word(rank, load<u32>(waiting)), CLOSED - count)
        index--
      }
      store<i32>(word(rank, v), CLOSED - count)
      count++
    } else {
      store<u32>(waiting, v)
      waiting += 4
    }
  } while (depth > path)
  return count
}

/** Where entry `v` of an array of words stands. */
function word(array: usize, v: u32): usize {
  return array + ((<usize>v) << 2)
}
