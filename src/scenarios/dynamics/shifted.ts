/**
 * By how much one unit of `change` moves a level in [0, 1] away from its start: the room above for a rise, the level itself
 * for a fall. start + shifted(start, change) · change stays in [0, 1] for changes in [−1, 1]; larger changes are cut there.
 *
 * @param losable - share of the level that can be lost.
 */
export function shifted(start: number, change: number, losable = 1): number {
  const room = change > 0 ? 1 - start : start * losable
  const size = change > 0 ? change : -change
  return size > 1 ? room / size : room
}
