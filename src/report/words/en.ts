import { quoted } from './quoted.ts'
import type { ReportWords } from './reportWords.ts'

export const en: ReportWords = {
  diagnosisTitle: name =>
    name ? `Diagnosis of the relationship network: ${name}` : 'Diagnosis of the relationship network',
  lead: (top, low, power) =>
    `In power, ${top} stands highest and ${low} lowest: ${power} of all power runs one way and is not matched in return.`,
  leadEven: 'Power is not defined or is matched in every pair: nobody stands over another in it.',
  leadOthers: layers => `The same share is ${layers.map(({ layer, share }) => `${share} in ${layer}`).join(' and ')}.`,
  leadPair: (giver, receiver, forward, backward) =>
    `The most lopsided pair in power is ${giver} over ${receiver}: ${forward} against ${backward}.`,
  sharesNote:
    'One way: share of the weight that is not matched by the other direction of its pair (asymmetry). The last three split the weight into what keeps to one order from top to bottom, what runs in circles, and what is returned; they sum to 100 %. Returned goes by squares and counts both directions, so it is at least 100 % less one way.',
  pictures: 'Who stands over whom',
  picturesNote:
    'The same places in every picture. Each direction of a tie is an arrow of its own; the thicker, the more.',
  noPictures:
    'There are no pictures: a snapshot was diagnosed, which holds no labels. Diagnose the network itself to see them.',
  layerTable: {
    layer: 'Layer',
    oneWay: 'One way',
    returned: 'Returned',
    ordered: 'In order',
    circulating: 'In circles',
    ties: 'Ties',
    unknown: 'Pairs with unknown values',
  },
  dyads: 'The pairs that matter',
  dyadsNote:
    'The most lopsided pairs of each layer, by the difference of the two directions. Asymmetry runs from 0 (even) to 1 (one way).',
  dyadTable: {
    layer: 'Layer',
    pair: 'Pair',
    forward: 'Forward →',
    backward: 'Back ←',
    asymmetry: 'Asymmetry',
    words: 'In words',
  },
  dyadWords: (layer, giver, receiver, oneWay) =>
    ({
      power: oneWay
        ? `${giver} over ${receiver}: a say, and none back`
        : `${giver} over ${receiver}: more say than the other way round`,
      resources: oneWay
        ? `${giver} to ${receiver}: resources, and none back`
        : `${giver} to ${receiver}: more resources than the other way round`,
      trust: oneWay
        ? `${giver} in ${receiver}: trust, and none on record back`
        : `${giver} in ${receiver}: more trust than the other way round`,
    })[layer] ?? `${giver} to ${receiver}: more than the other way round`,
  dyadEven: 'both directions alike',
  dependence: 'Who depends on whom for resources',
  dependenceNote:
    'An actor depends on another by the share of its incoming resources that comes from there. Imbalance is the difference of the two shares, mutual dependence their sum.',
  dependenceTable: { pair: 'Pair', imbalance: 'Imbalance', mutual: 'Mutual dependence', words: 'In words' },
  dependsOn: (weak, strong, share, back) =>
    `${share} of what comes to ${weak} is from ${strong}; the other way, ${back}`,
  evenDependence: (a, b, share) => `${a} and ${b} depend on each other alike, for ${share}`,
  logics: 'Three practice logics and two outcomes',
  logicsNote: 'Each number stands on a scale whose ends say what low and high mean.',
  scaleTable: { number: 'Number', value: 'Value', low: 'Low end means', high: 'High end means' },
  scales: {
    orientation: { label: 'Orientation', low: 'indicator-based: all paperwork', high: 'service-based: all service' },
    oneWay: {
      label: 'One-way embedding (trust)',
      low: 'only the community opens itself',
      high: 'only the agency opens itself',
    },
    reverse: {
      label: 'Reverse embedding (power)',
      low: "the agency decides the community's work",
      high: "the community decides the agency's work",
    },
    gap: { label: 'Trust gap of residents', low: 'the agency is the acquaintance', high: 'the agency is the outsider' },
    brokered: {
      label: 'Trust that the community can lend',
      low: 'an introduction helps nothing',
      high: 'an introduction opens every door',
    },
    voice: { label: 'Voice (having a say)', low: 'not heard by those who govern', high: 'all the say, fully trusted' },
    delivery: {
      label: 'Delivery (getting things done)',
      low: 'nothing reaches residents',
      high: 'supported, active and accepted',
    },
  },
  of: (number, actor) => `${number}: ${actor}`,
  notComputed: 'What could not be computed, and why',
  allComputed: 'Everything that this report speaks of could be computed.',
  because: (what, why) => `${what}: ${why}.`,
  methods: 'Methods',
  diagnosisMethods: [
    'Asymmetry = Σ|w_ij − w_ji| / Σw over pairs, which is one minus weighted reciprocity (Squartini et al. 2013).',
    'Levels h solve Λh = v with Λ = diag(s^in + s^out) − W − Wᵀ and v = s^in − s^out (MacKay et al. 2020). In order = Σ(w_ij + w_ji)(h_j − h_i)² / Σw; in circles = Σ(w_ij + w_ji)(h_j − h_i − Y_ij)² / Σw with Y_ij = (w_ij − w_ji) / (w_ij + w_ji) (Jiang et al. 2011); returned = Σ 4 w_ij w_ji / (w_ij + w_ji) / Σw; sums over pairs.',
    'Dependence of a on b = w_ba / Σ_k w_ka on the layer of resources; imbalance = difference, mutual dependence = sum of both (Emerson 1962; Casciaro & Piskorski 2005; the reading as shares is ours).',
    'Orientation = (service − paperwork) / (service + paperwork), in codings. One-way embedding = (t_ph − t_hp) / (t_ph + t_hp) and reverse embedding = (p_hp − p_ph) / (p_hp + p_ph) for provider p and host h. Trust gap = trust of the public in the host less its trust in the provider; lent trust = trust of the public in the host × trust of the host in the provider.',
    'Voice = mean over governing actors g of √(p_ig / (p_ig + p_gi) · t_gi). Delivery = cube root of support × provision × acceptance, with support = S / (1 + S), S the sum of incoming resources. Both are our reading of the case study.',
    'A pair with an unknown value on a layer is left out of that layer; unknown is not zero.',
  ],
  references: [
    'Casciaro T. & Piskorski M. J. (2005). Power imbalance, mutual dependence, and constraint absorption. Administrative Science Quarterly 50, 167–199.',
    'Emerson R. M. (1962). Power-dependence relations. American Sociological Review 27, 31–41.',
    'Jiang X., Lim L.-H., Yao Y. & Ye Y. (2011). Statistical ranking and combinatorial Hodge theory. Mathematical Programming 127, 203–244.',
    'MacKay R. S., Johnson S. & Sansom B. (2020). How directed is a directed network? Royal Society Open Science 7, 201138.',
    'Squartini T., Picciolo F., Ruzzenenti F. & Garlaschelli D. (2013). Reciprocity of weighted networks. Scientific Reports 3, 2729.',
  ],
  cite: version =>
    `To cite: guanxi, version ${version} (npm package, MIT licence); the file CITATION.cff of the package holds the entry.`,

  comparisonTitle: 'Comparison of scenarios',
  scenarioTitle: name => `Scenario: ${name}`,
  comparisonStart: weeks =>
    `In this model and under its assumptions, after ${weeks} ${weeks === 1 ? 'week' : 'weeks'}:`,
  best: (name, weeks) =>
    `In this model and under its assumptions, ${quoted(name)} does best after ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`,
  bestOnBoth: (voice, delivery, baseline, baseVoice, baseDelivery) =>
    `: voice ${voice} and delivery ${delivery}, against ${baseVoice} and ${baseDelivery} in ${quoted(baseline)}.`,
  bestOnOne: (outcome, name, value, baseline, base) =>
    `${quoted(name)} does best on ${outcome} (${value}, against ${base} in ${quoted(baseline)}).`,
  baselineBest: 'No other scenario does better on both voice and delivery.',
  cost: (name, hours, share) =>
    `${quoted(name)} takes ${hours} hours a week for its practices, ${share} of the staff's hours.`,
  questions: {
    do: 'What should we do with our hours?',
    sure: 'How sure is that?',
    rests: 'What does it rest on?',
  },
  mix: (name, practices) =>
    `Hours a week in ${quoted(name)}: ${practices.map(({ label, hours }) => `${label} ${hours}`).join(', ')}.`,
  notSure:
    'Not known yet: each scenario is one run at the default of every assumption, so that the differences have no interval. To find out:',
  runEnsemble: weeks =>
    `const ensemble = await runEnsemble(network, scenarios, { replications: 1000, weeks: ${weeks}, seed: 1 })\ntoHtml(comparison, { ensemble })`,
  restsUnknown: count =>
    `On ${count} assumptions, which are listed below with range and source; which of them matter most has not been looked into. To find out:`,
  runSensitivity: result =>
    `const found = sensitivity(network, scenario, { method: 'morris', outcome: 'voice', samples: 50, seed: 1 })\ntoHtml(${result}, { sensitivity: found })`,
  noOutcomes: 'This network defines neither voice nor delivery for any scenario.',
  patternsHeld: (held, count) =>
    `Of ${count} findings of the case that the model is held to, ${held === count ? 'all' : held} hold at the defaults.`,
  patternsShares: (share, weakest, least) =>
    `In sampled worlds a finding holds in ${share} of them on average; least often ${weakest} (${least}).`,
  patterns: 'Findings of the case that held',
  patternsNote:
    'The model is to show these directions, whatever the numbers. Share: in how many sampled worlds a finding held, with its Monte-Carlo error.',
  patternsTable: { id: 'No', section: '§', finding: 'Finding', holds: 'At the defaults', share: 'Share of worlds' },
  yes: '✓\u00a0yes',
  no: '✗\u00a0no',
  scenarioLead: (name, weeks, voice, voiceAfter, delivery, deliveryAfter) =>
    `In this model and under its assumptions, ${weeks} ${weeks === 1 ? 'week' : 'weeks'} of ${quoted(name)} take voice from ${voice} to ${voiceAfter} and delivery from ${delivery} to ${deliveryAfter}.`,
  withdrew: (scenario, agency, week) => `In ${quoted(scenario)}, ${agency} withdraws in week ${week}.`,
  outcomes: 'Outcomes by scenario',
  outcomesAlone: 'Outcomes',
  outcomesNote: baseline =>
    `At the end of the run. The broken line is ${quoted(baseline)}; in brackets, the difference from it.`,
  better: { higher: 'higher is better', lower: 'lower is better' },
  scenario: 'Scenario',
  trajectories: 'Week by week',
  trajectoriesRibbons: names =>
    `Line: the run at the defaults. Ribbon: nine of ten sampled worlds, for ${names.map(quoted).join(', ')}.`,
  trajectoriesNote: 'Single runs, without a band of uncertainty.',
  week: 'Week',
  inWeek: week => `Week ${week}`,
  beforeAfter: name => `Before and after: ${name}`,
  beforeAfterNote:
    'The same places and the same scale of widths. In the third picture a tie shows the layer that changed most on it.',
  changesTable: {
    from: 'From',
    to: 'To',
    layer: 'Layer',
    before: 'Before',
    after: 'After',
    change: 'Change',
    mechanism: 'Mostly through',
  },
  noChanges: 'No tie changed.',
  hours: 'Where the hours went',
  hoursNote:
    "Means over the weeks, for all agencies together. Paperwork and chores come first, the strategies' practices share what is left, the rest is service.",
  hoursAxis: 'Hours a week; in the legend, the mean',
  hoursParts: { paperwork: 'paperwork', chores: 'chores', service: 'service', practices: 'practices' },
  hoursTable: { mean: 'Hours a week', short: 'Wanted but not to be had', crowded: 'Service against the baseline' },
  assumptions: 'What the answer rests on',
  assumptionsNote: (count, assumed) =>
    `The model has ${count} parameters; ${assumed === count ? 'all' : assumed} of them are assumed, since the case study gives no numbers. Each has a range from which ensembles draw it.`,
  assumptionsTable: {
    name: 'Parameter',
    value: 'Value',
    range: 'Range',
    unit: 'Unit',
    source: 'Source',
    why: 'What it does, and why',
  },
  assumptionsFold: count => `All ${count} assumptions with range and source`,
  unit: unit => (unit === '1' ? '–' : unit),
  source: source => source,
  definitions: 'What the numbers mean',
  definitionTable: { name: 'Number', definition: 'Definition', range: 'Range', better: 'Direction' },
  manifest: 'To run it again',
  manifestNote: (version, seed, weeks) =>
    `guanxi ${version}, seed ${seed}, ${weeks} ${weeks === 1 ? 'week' : 'weeks'}. The same version, network, scenarios and seed give the same numbers.`,
  again: 'The scenarios as data',
  againCode: 'The call',
  noPrediction: 'These numbers compare what happens in a model; they do not predict what will happen in a place.',
  between: ', ',
}
