/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes; of the square roots of the first 8. */
function constants(): { rounds: Uint32Array; start: Uint32Array } {
  const rounds = new Uint32Array(64)
  const start = new Uint32Array(8)
  let found = 0
  for (let candidate = 2; found < 64; candidate++) {
    let prime = true
    for (let d = 2; d * d <= candidate && prime; d++) prime = candidate % d !== 0
    if (!prime) continue
    rounds[found] = fraction(Math.cbrt(candidate))
    if (found < 8) start[found] = fraction(Math.sqrt(candidate))
    found++
  }
  return { rounds, start }
}

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 0x100000000)
}

/**
 * SHA-256 of a text in UTF-8, as 64 hexadecimal digits.
 *
 * Own lines rather than `crypto.subtle`, which answers later and is missing on pages without TLS: merging shards is at once.
 *
 * O(length of the text).
 *
 * Source: FIPS 180-4, sections 4.1.2, 4.2.2, 5 and 6.2.
 */
export function sha256(text: string): string {
  const { rounds, start } = constants()
  const bytes = new TextEncoder().encode(text)
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)

  const hash = start.slice()
  const words = new Uint32Array(64)
  for (let at = 0; at < padded.length; at += 64) {
    for (let t = 0; t < 16; t++) words[t] = view.getUint32(at + 4 * t)
    for (let t = 16; t < 64; t++) {
      const a = words[t - 15]!
      const b = words[t - 2]!
      const small0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >>> 3)
      const small1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >>> 10)
      words[t] = words[t - 16]! + small0 + words[t - 7]! + small1
    }
    let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number]
    for (let t = 0; t < 64; t++) {
      const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      const one = (h + big1 + ((e & f) ^ (~e & g)) + rounds[t]! + words[t]!) | 0
      const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    const added = [a, b, c, d, e, f, g, h]
    for (let i = 0; i < 8; i++) hash[i] = hash[i]! + added[i]!
  }
  return Array.from(hash, word => word.toString(16).padStart(8, '0')).join('')
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
