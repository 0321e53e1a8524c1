import type { Lang } from '../model/labels.ts'
import { version } from '../model/version.ts'
import { type OutcomeName, outcomes } from '../scenarios/outcomes.ts'
import type { Plan, PlanResult } from '../scenarios/planStrategies.ts'
import { practices } from '../scenarios/practices.ts'
import type { SensitivityResult } from '../scenarios/sensitivity.ts'
import type { Strategy } from '../scenarios/types.ts'
import type { Answer, Block, Report, Row } from './blocks.ts'
import { balloons } from './charts/balloons.ts'
import { dotPlot } from './charts/dotPlot.ts'
import { frontChart } from './charts/frontChart.ts'
import { type Drivers, driversBlocks, driversLead, driversOf, outcomeLabel, shortLabel } from './driversSection.ts'
import { figure } from './figure.ts'
import { methodsSection } from './methodsSection.ts'
import { numbers } from './numbers.ts'
import { assumptionsSection, definitionsSection } from './scenarioSections.ts'
import { planWords } from './words/planWords.ts'
import { reportWords } from './words/reportWords.ts'

/** The report of a plan: how to spend the hours, what one outcome costs in the other, how far the plan may be wrong. */
export function planReport(result: PlanResult, lang: Lang, sensitivity: readonly SensitivityResult[] = []): Report {
  const words = planWords[lang]
  const { parameter } = numbers(lang)
  const named = namePlans(result)
  const drivers = sensitivity.map(one => driversOf(one, lang))
  return {
    title: words.title(parameter(result.hoursPerWeek)),
    blocks: [
      { type: 'answers', answers: answers(result, named, lang, drivers) },
      ...front(result, named, lang),
      ...mixes(result, named, lang),
      ...regret(result, named, lang),
      ...assumptionsSection(result.assumptions, lang, driversBlocks(drivers, result.assumptions, lang)),
      ...definitionsSection(lang),
      ...methodsSection(['model', 'plan', ...new Set(sensitivity.map(({ method }) => method))], lang),
      { type: 'heading', text: reportWords(lang).manifest },
      { type: 'text', text: words.manifest(version, result.seed, result.weeks) },
      { type: 'code', folded: words.strategies, text: JSON.stringify(result.best.strategies, null, 2) },
      { type: 'text', text: reportWords(lang).noPrediction },
    ],
  }
}

/** Without I and O, which look like a line and a nought. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A plan with the letter that it bears in charts and tables; what only lies on the front bears none. */
interface Named {
  readonly plan: Plan
  readonly letter: string
}

/** The plans of the regret table: A the best, then the front; the baseline last, called 0. */
function namePlans({ regret, baseline }: PlanResult): Named[] {
  const isBaseline = (plan: Plan) => plan.hoursPerWeek === 0 && baseline.hoursPerWeek === 0
  const others = regret.map(({ plan }) => plan).filter(plan => !isBaseline(plan))
  const none = regret.map(({ plan }) => plan).find(isBaseline)
  return [
    ...others.map((plan, i) => ({ plan, letter: LETTERS[i] ?? '' })),
    ...(none ? [{ plan: none, letter: '0' }] : []),
  ]
}

/** What hours of some plans go into: the practices in their order, then strategies of the user's own, as they come. */
function usesOf(plans: readonly Plan[]): Strategy[] {
  const uses = [...new Map(plans.flatMap(({ strategies }) => strategies.map(one => [one.kind, one] as const))).values()]
  const place = ({ kind }: Strategy) => (practices as readonly string[]).indexOf(kind) >>> 0
  return uses.sort((a, b) => place(a) - place(b))
}

function inWords(plan: Plan, lang: Lang): string {
  const format = numbers(lang).parameter
  return usesOf([plan])
    .sort((a, b) => plan.hours[b.kind]! - plan.hours[a.kind]!)
    .map(({ kind, label }) => `${label[lang]}${lang === 'zh' ? '' : ' '}${format(plan.hours[kind]!)}`)
    .join(reportWords(lang).between)
}

function answers(result: PlanResult, named: readonly Named[], lang: Lang, drivers: readonly Drivers[]): Answer[] {
  const words = planWords[lang]
  const { questions } = reportWords(lang)
  const { index, percent, parameter, count, effect } = numbers(lang)
  const { best, baseline, objectives, regret, marginal, weeks } = result
  const ofBest = regret[0]!
  const ofNone = regret.find(({ plan }) => plan.hoursPerWeek === 0)
  const rival = regret.reduce((most, row) => (row.bestShare > most.bestShare ? row : most))
  const reached = objectives.map(name =>
    words.outcome(shortLabel(name, lang), index(best.outcomes[name]), index(baseline.outcomes[name])),
  )
  const left = result.hoursPerWeek - best.hoursPerWeek
  const join = lang === 'zh' ? '' : ' '
  return [
    {
      question: questions.do,
      texts: [
        best.hoursPerWeek === 0 ? words.nothingBetter(weeks) : words.best(weeks, inWords(best, lang)),
        `${reached.join(lang === 'zh' ? '；' : '; ')}${lang === 'zh' ? '。' : '.'}`,
        [
          ...(left >= marginal.hours ? [words.left(parameter(left))] : []),
          marginal.perHour > 0 ? words.hour(effect(marginal.perHour)) : words.noHour,
        ].join(join),
      ],
    },
    {
      question: questions.sure,
      texts: [
        [
          words.sure(percent(ofBest.bestShare), index(ofBest.mean), index(ofBest.most), index(ofNone?.mean ?? null)),
          ...(rival.bestShare > ofBest.bestShare
            ? [words.rival(named.find(({ plan }) => plan === rival.plan)!.letter, percent(rival.bestShare))]
            : []),
        ].join(join),
        (result.exact ? words.exact : words.searched)(count(result.evaluated), parameter(marginal.hours)),
      ],
    },
    {
      question: questions.rests,
      ...(drivers.length > 0
        ? { texts: driversLead(drivers, result.assumptions, lang) }
        : { texts: [words.rests(result.assumptions.length)], code: words.runSensitivity }),
    },
  ]
}

function front(result: PlanResult, named: readonly Named[], lang: Lang): Block[] {
  const words = planWords[lang]
  const { index } = numbers(lang)
  const [first, second] = result.objectives
  if (first === undefined || second === undefined) return []
  const same = (a: Plan, b: Plan) => JSON.stringify(a.hours) === JSON.stringify(b.hours)
  const points = [...result.pareto, ...(result.pareto.some(plan => plan.hoursPerWeek === 0) ? [] : [result.baseline])]
  const sign = (name: OutcomeName) => outcomes.find(outcome => outcome.name === name)!.better
  const axis = (name: OutcomeName) =>
    `${outcomeLabel(name, lang)}${reportWords(lang).between}${reportWords(lang).better[sign(name)]}`
  return [
    { type: 'heading', text: words.front },
    { type: 'text', text: words.frontNote, ofPicture: true },
    {
      type: 'figures',
      figures: [
        figure('front', words.front, () =>
          frontChart({
            title: words.front,
            note: '',
            xLabel: axis(first),
            yLabel: axis(second),
            roles: words.roles,
            points: points.flatMap(plan => {
              const [x, y] = [plan.outcomes[first], plan.outcomes[second]]
              if (x === null || y === null) return []
              const letter = named.find(one => same(one.plan, plan))?.letter ?? ''
              const role = same(plan, result.best) ? 'best' : plan.hoursPerWeek === 0 ? 'baseline' : 'front'
              const mix = inWords(plan, lang) || words.none
              return [
                {
                  label: letter,
                  x,
                  y,
                  role,
                  tip: `${letter ? `${words.plan} ${letter}\n` : ''}${outcomeLabel(first, lang)} ${index(x)}\n${outcomeLabel(second, lang)} ${index(y)}\n${mix}`,
                } as const,
              ]
            }),
            lang,
          }),
        ),
        mixesFigure(named, lang),
      ],
    },
  ]
}

function mixesFigure(named: readonly Named[], lang: Lang) {
  const words = planWords[lang]
  const spending = named.filter(({ plan }) => plan.hoursPerWeek > 0)
  return figure('mixes', words.mixes, () =>
    balloons({
      title: words.mixes,
      note: words.mixesNote,
      columns: spending.map(({ letter }) => letter),
      rows: usesOf(spending.map(({ plan }) => plan)).map(({ kind, label }) => ({
        label: label[lang],
        amounts: spending.map(({ plan }) => plan.hours[kind] ?? 0),
      })),
      format: numbers(lang).parameter,
      lang,
    }),
  )
}

/** The plans in figures; with one objective there is no front to stand beside. */
function mixes(result: PlanResult, named: readonly Named[], lang: Lang): Block[] {
  const words = planWords[lang]
  const { index, hours } = numbers(lang)
  return [
    ...(result.objectives.length < 2 ? [{ type: 'figures' as const, figures: [mixesFigure(named, lang)] }] : []),
    {
      type: 'table',
      columns: [
        { label: words.plan },
        { label: words.mixes },
        { label: words.hours, numeric: true },
        ...result.objectives.map(name => ({ label: outcomeLabel(name, lang), numeric: true })),
        { label: words.score, numeric: true },
      ],
      rows: named.map(({ plan, letter }) => [
        letter,
        inWords(plan, lang) || words.none,
        hours(plan.hoursPerWeek),
        ...result.objectives.map(name => index(plan.outcomes[name])),
        index(plan.score),
      ]),
    },
  ]
}

function regret(result: PlanResult, named: readonly Named[], lang: Lang): Block[] {
  const words = planWords[lang]
  const { index, percent } = numbers(lang)
  const rows = named.map(({ plan, letter }) => ({ letter, ...result.regret.find(row => row.plan === plan)! }))
  return [
    { type: 'heading', text: words.regret },
    { type: 'text', text: words.regretNote, ofPicture: true },
    {
      type: 'figures',
      figures: [
        figure('regret', words.regret, () =>
          dotPlot({
            title: words.regret,
            note: reportWords(lang).better.lower,
            saidLabel: words.regretMark,
            rows: rows.map(({ letter, plan, mean, most, bestShare }) => ({
              label: plan.hoursPerWeek === 0 ? words.none : `${words.plan} ${letter}`,
              marks: [{ value: mean, interval: [mean, most] }],
              said: `${index(mean)} · ${percent(bestShare)}`,
            })),
            reference: 0,
            referenceIsZero: true,
            lang,
          }),
        ),
      ],
    },
    {
      type: 'table',
      insteadOfPicture: true,
      columns: [
        { label: words.plan },
        { label: words.mean, numeric: true },
        { label: words.most, numeric: true },
        { label: words.bestShare, numeric: true },
      ],
      rows: rows.map(({ letter, mean, most, bestShare }) => [letter, index(mean), index(most), percent(bestShare)]),
    },
  ]
}

/** Tidy rows: a plan of the front, the best one or the baseline each, with its hours, outcomes and regret. */
export function planRows(result: PlanResult): Row[] {
  const judged = (plan: Plan) =>
    result.regret.find(row => JSON.stringify(row.plan.hours) === JSON.stringify(plan.hours))
  const isBest = (plan: Plan) => JSON.stringify(plan.hours) === JSON.stringify(result.best.hours)
  const plans = [...result.pareto, ...(result.pareto.some(plan => plan.hoursPerWeek === 0) ? [] : [result.baseline])]
  const uses = usesOf(plans)
  return plans.map((plan, i) => {
    const { mean = null, most = null, bestShare = null } = judged(plan) ?? {}
    return {
      plan: i + 1,
      role: isBest(plan) ? 'best' : plan.hoursPerWeek === 0 ? 'baseline' : 'front',
      hoursPerWeek: plan.hoursPerWeek,
      ...Object.fromEntries(uses.map(({ kind }) => [`hours.${kind}`, plan.hours[kind] ?? 0])),
      ...Object.fromEntries(outcomes.map(({ name }) => [name, plan.outcomes[name]])),
      score: plan.score,
      regretMean: mean,
      regretMost: most,
      bestShare,
    }
  })
}
