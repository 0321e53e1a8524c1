/** 97.5 % point of the standard normal. */
const NORMAL = 1.959963984540054

/**
 * The 97.5 % point of Student's t: half the width of a 95 % interval of a mean, in standard errors.
 *
 * @param degrees - degrees of freedom, ≥ 1.
 *
 * Source: Hill 1970, Algorithm 396, Communications of the ACM 13:619–620; relative error below 10⁻⁵ (at 3) and falling.
 */
export function studentHalfWidth(degrees: number): number {
  const tails = 0.05
  if (degrees === 1) return 1 / Math.tan((tails * Math.PI) / 2)
  if (degrees === 2) return Math.sqrt(2 / (tails * (2 - tails)) - 2)
  const a = 1 / (degrees - 0.5)
  const b = 48 / (a * a)
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * degrees
  let y = (d * tails) ** (2 / degrees)
  if (y > 0.05 + a) {
    const x = -NORMAL
    if (degrees < 5) c += 0.3 * (degrees - 4.5) * (x + 0.6)
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
    y = x * x
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
    y = Math.expm1(a * y * y)
  } else {
    y =
      ((1 / (((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3) + 0.5 / (degrees + 4)) * y - 1) *
        ((degrees + 1) / (degrees + 2)) +
      1 / y
  }
  return Math.sqrt(degrees * y)
}
