import type { Lang } from '../../model/labels.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** A number on a scale: its name and what its ends mean. */
export interface ScaleWords {
  readonly label: string
  readonly low: string
  readonly high: string
}

/** What a part of the hours is called. */
export type HoursPart = 'paperwork' | 'chores' | 'service' | 'practices'

/** All words of the reports in one language; terms as in the glossary. Names and numbers come in already set. */
export interface ReportWords {
  readonly diagnosisTitle: (name: string | null) => string
  readonly lead: (top: string, low: string, power: string) => string
  readonly leadEven: string
  readonly leadOthers: (layers: readonly { readonly layer: string; readonly share: string }[]) => string
  readonly leadPair: (giver: string, receiver: string, forward: string, backward: string) => string
  readonly sharesNote: string
  readonly pictures: string
  readonly picturesNote: string
  readonly noPictures: string
  readonly layerTable: {
    readonly layer: string
    readonly oneWay: string
    readonly returned: string
    readonly ordered: string
    readonly circulating: string
    readonly ties: string
    readonly unknown: string
  }
  readonly dyads: string
  readonly dyadsNote: string
  readonly dyadTable: {
    readonly layer: string
    readonly pair: string
    readonly forward: string
    readonly backward: string
    readonly asymmetry: string
    readonly words: string
  }
  readonly dyadWords: (layer: string, giver: string, receiver: string, oneWay: boolean) => string
  readonly dyadEven: string
  readonly dependence: string
  readonly dependenceNote: string
  readonly dependenceTable: {
    readonly pair: string
    readonly imbalance: string
    readonly mutual: string
    readonly words: string
  }
  readonly dependsOn: (weak: string, strong: string, share: string, back: string) => string
  readonly evenDependence: (a: string, b: string, share: string) => string
  readonly logics: string
  readonly logicsNote: string
  readonly scaleTable: { readonly number: string; readonly value: string; readonly low: string; readonly high: string }
  readonly scales: Readonly<
    Record<'orientation' | 'oneWay' | 'reverse' | 'gap' | 'brokered' | 'voice' | 'delivery', ScaleWords>
  >
  readonly of: (number: string, actor: string) => string
  readonly notComputed: string
  readonly allComputed: string
  readonly because: (what: string, why: string) => string
  readonly methods: string
  readonly diagnosisMethods: readonly string[]
  readonly references: readonly string[]
  readonly cite: (version: string) => string

  readonly comparisonTitle: string
  readonly scenarioTitle: (name: string) => string
  readonly best: (name: string, weeks: number) => string
  readonly bestOnBoth: (
    voice: string,
    delivery: string,
    baseline: string,
    baseVoice: string,
    baseDelivery: string,
  ) => string
  readonly bestOnOne: (outcome: string, name: string, value: string, baseline: string, base: string) => string
  readonly comparisonStart: (weeks: number) => string
  readonly baselineBest: string
  readonly cost: (name: string, hours: string, share: string) => string
  /** What a reader asks first; reports answer them on the first screen. */
  readonly questions: Readonly<Record<'do' | 'sure' | 'rests', string>>
  /** The hours of a mix, practice by practice. */
  readonly mix: (name: string, practices: readonly { readonly label: string; readonly hours: string }[]) => string
  readonly notSure: string
  /** Code. */
  readonly runEnsemble: (weeks: number) => string
  readonly restsUnknown: (count: number) => string
  /** Code. */
  readonly runSensitivity: (result: 'comparison' | 'ensemble') => string
  readonly noOutcomes: string
  readonly patternsHeld: (held: number, count: number) => string
  readonly patternsShares: (share: string, weakest: string, least: string) => string
  readonly patterns: string
  readonly patternsNote: string
  readonly patternsTable: {
    readonly id: string
    readonly section: string
    readonly finding: string
    readonly holds: string
    readonly share: string
  }
  readonly yes: string
  readonly no: string
  readonly scenarioLead: (
    name: string,
    weeks: number,
    voice: string,
    voiceAfter: string,
    delivery: string,
    deliveryAfter: string,
  ) => string
  readonly withdrew: (scenario: string, agency: string, week: number) => string
  readonly outcomes: string
  readonly outcomesAlone: string
  readonly outcomesNote: (baseline: string) => string
  readonly better: Readonly<Record<'higher' | 'lower', string>>
  readonly scenario: string
  readonly trajectories: string
  readonly trajectoriesNote: string
  readonly trajectoriesRibbons: (names: readonly string[]) => string
  readonly week: string
  readonly inWeek: (week: number) => string
  readonly beforeAfter: (name: string) => string
  readonly beforeAfterNote: string
  readonly changesTable: {
    readonly from: string
    readonly to: string
    readonly layer: string
    readonly before: string
    readonly after: string
    readonly change: string
    readonly mechanism: string
  }
  readonly noChanges: string
  readonly hours: string
  readonly hoursNote: string
  readonly hoursAxis: string
  readonly hoursParts: Readonly<Record<HoursPart, string>>
  readonly hoursTable: { readonly mean: string; readonly short: string; readonly crowded: string }
  readonly assumptions: string
  readonly assumptionsNote: (count: number, assumed: number) => string
  readonly assumptionsTable: {
    readonly name: string
    readonly value: string
    readonly range: string
    readonly unit: string
    readonly source: string
    readonly why: string
  }
  readonly assumptionsFold: (count: number) => string
  readonly unit: (unit: string) => string
  readonly source: (source: string) => string
  readonly definitions: string
  readonly definitionTable: {
    readonly name: string
    readonly definition: string
    readonly range: string
    readonly better: string
  }
  readonly manifest: string
  readonly manifestNote: (version: string, seed: number, weeks: number) => string
  readonly again: string
  readonly againCode: string
  readonly noPrediction: string
  readonly between: string
}

export function reportWords(lang: Lang): ReportWords {
  return lang === 'zh' ? zh : en
}
