/** A binary heap of vertices by a number: the least comes out first. It grows as it must. */
export class Heap {
  size = 0
  private keys: Float64Array
  private items: Uint32Array

  constructor(capacity: number) {
    this.keys = new Float64Array(Math.max(16, capacity))
    this.items = new Uint32Array(Math.max(16, capacity))
  }

  push(key: number, item: number): void {
    if (this.size === this.keys.length) this.grow()
    const { keys, items } = this
    let at = this.size++
    while (at > 0) {
      const up = (at - 1) >>> 1
      if (keys[up]! <= key) break
      keys[at] = keys[up]!
      items[at] = items[up]!
      at = up
    }
    keys[at] = key
    items[at] = item
  }

  /** Takes out the vertex with the least number; the heap must not be empty. */
  pop(): number {
    const { keys, items } = this
    const top = items[0]!
    const size = --this.size
    const key = keys[size]!
    const item = items[size]!
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child++
      if (keys[child]! >= key) break
      keys[at] = keys[child]!
      items[at] = items[child]!
      at = child
    }
    keys[at] = key
    items[at] = item
    return top
  }

  private grow(): void {
    const keys = new Float64Array(2 * this.keys.length)
    const items = new Uint32Array(2 * this.items.length)
    keys.set(this.keys)
    items.set(this.items)
    this.keys = keys
    this.items = items
  }
}
