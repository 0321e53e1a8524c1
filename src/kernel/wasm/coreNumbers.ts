// AssemblyScript. The rounds of ../coreNumbers.ts on the memory of the caller.

/**
 * Core numbers in the place of `left`, which comes in as the arcs that count of each vertex.
 *
 * @param offsets, ends - rows of those whose arcs a vertex takes along; `backOffsets` and `backEnds` more of them. A row of zeros: none.
 */
export function peel(
  order: u32,
  offsets: usize,
  ends: usize,
  backOffsets: usize,
  backEnds: usize,
  left: usize,
  remaining: usize,
  queue: usize,
): void {
  for (let v: u32 = 0; v < order; v++) store<u32>(remaining + ((<usize>v) << 2), v)
  let count = remaining + ((<usize>order) << 2)
  for (let k: i32 = 0; count > remaining; k++) {
    let kept = remaining
    let tail = queue
    for (let at = remaining; at < count; at += 4) {
      const v = load<u32>(at)
      const degree = load<i32>(left + ((<usize>v) << 2))
      store<u32>(kept, v)
      kept += (<usize>(degree > k)) << 2
      store<u32>(tail, v)
      tail += (<usize>(degree === k)) << 2
    }
    count = kept
    for (let head = queue; head < tail; head += 4) {
      const row = (<usize>load<u32>(head)) << 2
      tail = release(k, offsets + row, ends, left, tail)
      tail = release(k, backOffsets + row, backEnds, left, tail)
    }
  }
}

/** Takes one arc from all in a row that have more than k, and puts those that have k then at the end of the queue. */
function release(k: i32, row: usize, ends: usize, left: usize, tail: usize): usize {
  const last = ends + ((<usize>load<u32>(row + 4)) << 2)
  for (let at = ends + ((<usize>load<u32>(row)) << 2); at < last; at += 4) {
    const t = load<u32>(at)
    const place = left + ((<usize>t) << 2)
    const degree = load<i32>(place)
    store<i32>(place, degree + ((k - degree) >> 31))
    // Written in any case, and kept if it comes down to k: nobody could foretell the branch.
    store<u32>(tail, t)
    tail += (<usize>(degree - 1 === k)) << 2
  }
  return tail
}
