import { createNetwork, type RelationNetwork } from 'guanxi'

export const X = [
  [0, 3, 1, 0, 2],
  [1, 0, 4, 2, 0],
  [0, 2, 0, 5, 1],
  [2, 0, 1, 0, 3],
  [4, 1, 0, 2, 0],
]
export const Y = [
  [0, 2, 2, 1, 3],
  [0, 0, 5, 1, 1],
  [1, 1, 0, 4, 2],
  [3, 1, 0, 0, 2],
  [3, 2, 1, 1, 0],
]
export const Z = [
  [0, 1, 1, 2, 0],
  [2, 0, 0, 1, 1],
  [1, 2, 0, 0, 2],
  [0, 1, 3, 0, 1],
  [2, 2, 1, 0, 0],
]

/** A network whose layers are the given matrices; every ordered pair is a tie. */
export function fromMatrices(
  layers: Record<string, number[][]>,
  actors: (i: number) => Record<string, string | number> = () => ({}),
): RelationNetwork {
  const count = Object.values(layers)[0]!.length
  const ties = []
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++)
      if (i !== j)
        ties.push({
          source: `a${i}`,
          target: `a${j}`,
          ...Object.fromEntries(Object.entries(layers).map(([name, m]) => [name, m[i]![j]!])),
        })
  return createNetwork({
    actors: Array.from({ length: count }, (_, i) => ({ id: `a${i}`, kind: 'agency', ...actors(i) })),
    ties,
  })
}

export const xyz = () => fromMatrices({ x: X, y: Y, z: Z })

/** Runs and gives the code of the error that it throws. */
export function codeOf(run: () => unknown): string | undefined {
  try {
    run()
  } catch (error) {
    return (error as { code?: string }).code
  }
  return undefined
}
