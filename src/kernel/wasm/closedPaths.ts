// AssemblyScript. The count of ../closedPaths.ts over rows of bits, with one instruction for the bits of a word.

/**
 * Paths i → j → k over three vertices in `counts[0]`, those that an arc i → k closes in `counts[1]`. `degrees` is room to write in, four
 * bytes a vertex.
 *
 * @param words - words of 32 bits a row: one, or a multiple of four.
 */
export function count(order: u32, words: u32, rows: usize, degrees: usize, counts: usize): void {
  const width = (<usize>words) << 2
  const end = rows + width * order
  let paths: u64 = 0
  let closed: u64 = 0
  for (let row = rows, degree = degrees; row < end; row += width, degree += 4) {
    let sum: u32 = 0
    for (let at = row; at < row + width; at += 4) sum += popcnt(load<u32>(at))
    store<u32>(degree, sum)
  }
  for (let row = rows, i: u32 = 0; row < end; row += width, i++) {
    const ownWord = (i >>> 5) << 2
    for (let at = row, from: u32 = 0; at < row + width; at += 4, from += 32)
      for (let word = load<u32>(at); word !== 0; word &= word - 1) {
        const j = from + ctz(word)
        const next = rows + j * width
        paths += load<u32>(degrees + (j << 2)) - ((load<u32>(next + ownWord) >>> (i & 31)) & 1)
        if (words === 1) closed += popcnt(load<u32>(row) & load<u32>(next))
        else
          for (let x: usize = 0; x < width; x += 16)
            closed +=
              popcnt(load<u64>(row + x) & load<u64>(next + x)) +
              popcnt(load<u64>(row + x + 8) & load<u64>(next + x + 8))
      }
  }
  store<f64>(counts, <f64>paths)
  store<f64>(counts + 8, <f64>closed)
}
