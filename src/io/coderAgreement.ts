import { checkOptions, texts } from '../model/options.ts'
import { type KappaResult, kappaOf } from './cohenKappa.ts'
import { type AlphaResult, AlphaSums } from './krippendorffAlpha.ts'
import type { QdaProject, Segment } from './readQdpx.ts'

/** How far the coders of a project agree on one code. */
export interface CodeAgreement {
  readonly code: string
  readonly name: string
  /** Over all coders; units are characters. */
  readonly alpha: AlphaResult
  /** Each two coders, in the order of `coders`. */
  readonly pairs: readonly ({ readonly a: string; readonly b: string } & KappaResult)[]
}

/** What `coderAgreement` gives. */
export interface CoderAgreement {
  readonly coders: readonly string[]
  /** Codes that at least one coder used, in the order of the codebook. */
  readonly codes: readonly CodeAgreement[]
  /** Codings that count for nobody: without a coder, or not in a text. */
  readonly leftOut: number
}

/**
 * Agreement between coders on the coded segments of a project: for each code, Krippendorff's α over all coders and Cohen's κ for
 * each two.
 *
 * A unit is a character (Unicode code point) of a text, and each coder's value for it is whether the code covers it, so that two segments
 * of different length agree where they overlap. A coder who coded nothing at all in a text has not worked on it, and has no value there.
 *
 * @param project - what `readQdpx` gives.
 * @param options.coders - names of the coders to compare. @defaultValue everybody who coded a text
 * @returns see `CoderAgreement`; α and κ are `null` as in `krippendorffAlpha` and `cohenKappa`.
 *
 * Time O(s log s) in the segments of each code and text; the length of the texts does not matter.
 *
 * Source: units as in NVivo's coding comparison (characters, covered or not); α and κ as in `krippendorffAlpha` and `cohenKappa`.
 *
 * @example
 * ```ts
 * import { coderAgreement } from 'guanxi/io'
 *
 * const segment = { selection: 's', source: 'i', code: 'c', text: null }
 * const project = {
 *   codes: [{ guid: 'c', name: 'paperwork', parent: null, color: null, description: null }],
 *   sources: [{ guid: 'i', name: 'interview', type: 'text' as const, text: 'abcdefghij', variables: {} }],
 *   segments: [{ ...segment, coder: 'A', start: 0, end: 4 }, { ...segment, coder: 'B', start: 2, end: 4 }],
 * }
 * coderAgreement(project).codes[0]?.pairs[0]?.agreement // => 0.8
 * ```
 */
export function coderAgreement(
  project: Pick<QdaProject, 'codes' | 'sources' | 'segments'>,
  options: { readonly coders?: readonly string[] | undefined } = {},
): CoderAgreement {
  checkOptions('coderAgreement', options, { coders: texts })
  const lengths = new Map<string, number>()
  for (const { guid, text } of project.sources) if (text !== null) lengths.set(guid, pointsIn(text))
  const wanted = options.coders === undefined ? undefined : new Set(options.coders)
  /** Spans by code, source and coder. */
  const spans = new Map<string, Map<string, Map<string, Segment[]>>>()
  const workers = new Map<string, Set<string>>()
  const found = new Set<string>()
  let leftOut = 0
  for (const segment of project.segments) {
    const { code, source, coder, start, end } = segment
    if (coder === null || start === null || end === null || !lengths.has(source)) {
      leftOut++
      continue
    }
    if (wanted && !wanted.has(coder)) continue
    found.add(coder)
    at(workers, source, () => new Set<string>()).add(coder)
    const ofCode = at(spans, code, () => new Map<string, Map<string, Segment[]>>())
    const ofSource = at(ofCode, source, () => new Map<string, Segment[]>())
    at(ofSource, coder, (): Segment[] => []).push(segment)
  }
  const coders = options.coders ?? [...found]
  const codes = project.codes.flatMap(({ guid, name }): CodeAgreement[] => {
    const ofCode = spans.get(guid)
    if (!ofCode) return []
    const alpha = new AlphaSums<boolean>()
    const counts = coders.map(() => coders.map(() => ({ first: 0, second: 0, both: 0, neither: 0 })))
    for (const [source, working] of workers) {
      const here = coders.map((coder, i) => ({ coder, i })).filter(({ coder }) => working.has(coder))
      for (const { length, covered } of pieces(
        here.map(({ coder }) => ofCode.get(source)?.get(coder) ?? []),
        lengths.get(source)!,
      )) {
        const yes = covered.filter(Boolean).length
        alpha.add(
          new Map([
            [true, yes],
            [false, covered.length - yes],
          ]),
          length,
        )
        for (let p = 0; p < here.length; p++)
          for (let q = p + 1; q < here.length; q++) {
            const cell = counts[here[p]!.i]![here[q]!.i]!
            if (covered[p]) cell.first += length
            if (covered[q]) cell.second += length
            if (covered[p] && covered[q]) cell.both += length
            if (!covered[p] && !covered[q]) cell.neither += length
          }
      }
    }
    const pairs = coders.flatMap((a, i) =>
      coders.slice(i + 1).map((b, k) => {
        const { first, second, both, neither } = counts[i]![i + 1 + k]!
        const units = first + second - both + neither
        const covered = { first, second, both }
        return { a, b, ...kappaOf([covered, { first: units - first, second: units - second, both: neither }], units) }
      }),
    )
    return [{ code: guid, name, alpha: alpha.result(), pairs }]
  })
  return { coders, codes, leftOut }
}

function at<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Cuts a text where anybody's span begins or ends: pieces that each coder covers as a whole or not at all. */
function* pieces(
  spans: readonly (readonly Segment[])[],
  length: number,
): Generator<{ length: number; covered: boolean[] }> {
  const steps: { at: number; coder: number; by: number }[] = []
  spans.forEach((list, coder) => {
    for (const { start, end } of list) {
      steps.push({ at: Math.min(start!, length), coder, by: 1 }, { at: Math.min(end!, length), coder, by: -1 })
    }
  })
  steps.sort((a, b) => a.at - b.at)
  const depth = spans.map(() => 0)
  let from = 0
  for (const step of [...steps, { at: length, coder: -1, by: 0 }]) {
    if (step.at > from) yield { length: step.at - from, covered: depth.map(open => open > 0) }
    from = step.at
    if (step.coder >= 0) depth[step.coder] = depth[step.coder]! + step.by
  }
}

function pointsIn(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
