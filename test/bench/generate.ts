import { randomStream } from '../../src/kernel/random.ts'

/** A generated network as arrays; tie `k` goes from `source[k]` to `target[k]`. */
export interface Generated {
  readonly count: number
  readonly source: Int32Array
  readonly target: Int32Array
  readonly power: Float64Array
  readonly resources: Float64Array
  readonly trust: Float64Array
}

/**
 * A directed network without self-ties and parallel ties: degrees with a tail of exponent about 3, in-hubs half the same as
 * out-hubs, 30 % of the ties returned, listed in random order; weights uniform (power, trust) or heavy-tailed (resources).
 */
export function generate(count: number, ties: number, seed: number): Generated {
  const random = randomStream(seed)
  const shuffled = () => random.shuffle(Int32Array.from({ length: count }, (_, i) => i))
  const giving = shuffled()
  const getting = shuffled()
  // The actor of rank r is drawn in proportion to r^−1/2.
  const draw = (order: Int32Array) => order[Math.floor(count * random.uniform() ** 2)]!
  const returned = 0.3 / (2 - 0.3) // chance to add both directions, so that 30 % of the ties are returned
  const seen = new Set<number>()
  const source = new Int32Array(ties)
  const target = new Int32Array(ties)
  let size = 0
  const add = (s: number, t: number) => {
    if (size === ties || s === t || seen.has(s * count + t)) return false
    seen.add(s * count + t)
    source[size] = s
    target[size++] = t
    return true
  }
  while (size < ties) {
    const s = draw(giving)
    const t = draw(random.uniform() < 0.5 ? giving : getting)
    const both = random.uniform() < returned
    if (add(s, t) && both) add(t, s)
  }
  for (let i = ties - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[source[i], source[j]] = [source[j]!, source[i]!]
    ;[target[i], target[j]] = [target[j]!, target[i]!]
  }
  return {
    count,
    source,
    target,
    power: Float64Array.from(source, () => 1 - random.uniform()),
    resources: Float64Array.from(source, () => 1 / Math.sqrt(1 - random.uniform() + 1e-6)),
    trust: Float64Array.from(source, () => random.uniform()),
  }
}
