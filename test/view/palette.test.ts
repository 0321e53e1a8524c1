import { createNetwork } from 'guanxi'
import { networkView } from 'guanxi/view'
import { describe, expect, test } from 'vitest'

const known = [
  'district-government',
  'street-office',
  'community',
  'social-work-agency',
  'residents',
  'property-company',
  'co-building-unit',
  'volunteers',
  'media',
]

function stylesOf(kinds: readonly string[]): readonly { readonly shape: string; readonly color: string }[] {
  return networkView(createNetwork({ actors: kinds.map((kind, i) => ({ id: `a${i}`, kind })), ties: [] })).nodes
}
const own = (count: number) => Array.from({ length: count }, (_, k) => `own ${k}`)

/** Machado, Oliveira & Fernandes 2009, IEEE TVCG 15(6):1291–1298, table 1 at full severity, on linear RGB. */
const visions: Readonly<Record<string, readonly (readonly number[])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
function linear(color: string): number[] {
  return [1, 3, 5].map(at => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
}
const luminance = ([r, g, b]: readonly number[]) => 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
/** CIE L*a*b* (D65) of a color as a vision has it. */
function seen(color: string, vision: readonly (readonly number[])[]): number[] {
  const rgb = linear(color)
  const [r, g, b] = vision.map(row =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, part, i) => sum + part * rgb[i]!, 0),
      ),
    ),
  )
  const root = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = root((0.4124 * r! + 0.3576 * g! + 0.1805 * b!) / 0.9505)
  const y = root(luminance([r!, g!, b!]))
  const z = root((0.0193 * r! + 0.1192 * g! + 0.9505 * b!) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
const apart = (a: string, b: string, vision: readonly (readonly number[])[]) => {
  const [one, other] = [seen(a, vision), seen(b, vision)]
  return Math.hypot(...one.map((part, i) => part - other[i]!))
}

describe('colours and shapes of kinds', () => {
  test('three kinds of one’s own beside all nine known ones: every colour once, in any order', () => {
    for (const kinds of [
      [...known, ...own(3)],
      [...own(3), ...known],
    ])
      expect(new Set(stylesOf(kinds).map(({ color }) => color)).size).toBe(12)
  })
  test('known kinds keep their style beside others', () => {
    const alone = stylesOf(known).map(({ shape, color }) => [shape, color])
    const beside = stylesOf([...own(5), ...known]).slice(5)
    expect(beside.map(({ shape, color }) => [shape, color])).toEqual(alone)
  })
  test('sixty kinds: no two of one colour and shape', () => {
    const styles = stylesOf([...known, ...own(51)]).map(({ shape, color }) => `${shape} ${color}`)
    expect(new Set(styles).size).toBe(60)
  })
  test.each(Object.entries(visions))('%s tells all colours apart, and text can stand on them', (_, vision) => {
    const colors = stylesOf([...known, ...own(3)]).map(({ color }) => color)
    const ink = luminance(linear('#1f2933'))
    for (const [i, color] of colors.entries()) {
      expect((luminance(linear(color)) + 0.05) / (ink + 0.05), color).toBeGreaterThan(4.5)
      // The closest two of Tol's own scheme are 10.6 apart.
      for (const other of colors.slice(0, i))
        expect(apart(color, other, vision), `${color} ${other}`).toBeGreaterThan(i < known.length ? 10 : 18)
    }
  })
})
