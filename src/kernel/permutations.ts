/** n!, for n up to 18 exactly. */
export function factorial(n: number): number {
  let product = 1
  for (let k = 2; k <= n; k++) product *= k
  return product
}

/** The permutation at place `index` of all orders of 0 … n − 1 in the order of a dictionary; place 0 is the identity. */
export function permutationAt(index: number, into: Uint32Array): void {
  const n = into.length
  let rest = index
  for (let i = n - 1; i >= 0; i--) {
    const choices = n - i
    into[i] = rest % choices
    rest = Math.floor(rest / choices)
    for (let j = i + 1; j < n; j++) if (into[j]! >= into[i]!) into[j]!++
  }
}
