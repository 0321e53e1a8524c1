import type { Lang } from '../../model/labels.ts'

/** What a report's methods can speak of. */
export type MethodsTopic =
  | 'model'
  | 'paired'
  | 'morris'
  | 'sobol'
  | 'ensemble'
  | 'ranks'
  | 'plan'
  | 'patterns'
  | 'shapley'
  | 'calibration'

/** Methods of the scenario reports: a paragraph a topic, as a paper can print it, and the works that it names. */
export const methodsWords: Readonly<Record<MethodsTopic, Readonly<Record<Lang, string>> & { works: readonly Work[] }>> =
  {
    model: {
      en: 'The scenarios were run with the weekly model of guanxi (docs/model.md, after the ODD protocol; Grimm et al. 2020). Staff hours are the scarce thing: paperwork and chores come first, the practices of the strategies share what is left, the rest is service. A good experience x raises trust by Δt = g·x·(1 − t), a disappointment lowers it by Δt = g·λ·x·t with λ ≥ 1, so that it falls faster than it grows (Slovic 1993); without contact it fades. Resources move part of the way each week towards what trust and common ground allow; power keeps a formal part, and its relational part follows dependence and trust (Emerson 1962). Voice = mean over governing actors g of √(p_ig / (p_ig + p_gi) · t_gi); delivery = ∛(support · provision · acceptance).',
      zh: '情景以 guanxi 的逐周模型模拟（docs/model.md，按 ODD 规范撰写；Grimm 等，2020）。工时是稀缺之物：文案与行政事务优先，各策略的做法分享余下的工时，其余用于服务。良好体验 x 使信任增加 Δt = g·x·(1 − t)，失望使信任减少 Δt = g·λ·x·t，其中 λ ≥ 1，因而信任降得快、升得慢（Slovic，1993）；没有接触时信任逐渐流失。资源每周向信任与契合点所允许的水平移动一部分；权力有正式的一部分保持不变，其关系的一部分随依赖与信任而变（Emerson，1962）。说上话 = 对各治理主体 g 取 √(p_ig / (p_ig + p_gi) · t_gi) 的平均值；办成事 = ∛(支持 · 服务 · 接纳)。',
      works: ['Emerson 1962', 'Grimm 2020', 'Slovic 1993'],
    },
    paired: {
      en: 'Scenarios share network, staff, assumptions and random events, so that their differences are paired (common random numbers).',
      zh: '各情景的网络、人员、假设与随机事件相同，因此差异是成对的（公共随机数）。',
      works: [],
    },
    morris: {
      en: 'Assumptions were screened by Morris’s elementary effects on optimised trajectories (Morris 1991; Campolongo et al. 2007): μ is the mean effect of crossing the range of an assumption, μ* the mean of its size, σ its standard deviation over the other assumptions.',
      zh: '假设的筛选用 Morris 的基本效应法，轨迹经过优选（Morris，1991；Campolongo 等，2007）：μ 为跨越取值范围的平均效应，μ* 为效应大小的平均值，σ 为效应随其他假设变动的标准差。',
      works: ['Campolongo 2007', 'Morris 1991'],
    },
    sobol: {
      en: 'Shares of variance are Sobol′ indices on a scrambled Sobol′ sequence: first order after Saltelli et al. (2010), total after Jansen (1999), with bootstrap intervals of 95 %.',
      zh: '方差份额为 Sobol′ 指数，用打乱的 Sobol′ 序列抽样：一阶指数按 Saltelli 等（2010），总效应指数按 Jansen（1999），95% 区间由自助法得出。',
      works: ['Jansen 1999', 'Saltelli 2010'],
    },
    ensemble: {
      en: 'Each replication drew the assumptions anew over their ranges, the same for every scenario (common random numbers), so that contrasts are paired. Intervals of outcomes hold nine of ten replications; they say how far the assumptions leave the answer open. The Monte-Carlo error s/√n beside a mean says how far that mean would move with other draws. Regret and worst cases after Savage (1951) and Wald (1950). Where the answer turns over was searched by patient rule induction (Friedman & Fisher 1999; Bryant & Lempert 2010): coverage is the share of the failures that lie in the box, density the share of the box that fails.',
      zh: '每次重复都在取值范围内重新抽取各假设，所有情景用同一组（公共随机数），因此对比是成对的。成效的区间包含十分之九的重复，表示假设使结论有多大余地；平均值旁的蒙特卡洛误差 s/√n 表示换一批抽取时平均值会变动多少。遗憾值与最坏情况按 Savage（1951）与 Wald（1950）。结论在何处翻转用耐心规则归纳法搜寻（Friedman 与 Fisher，1999；Bryant 与 Lempert，2010）。',
      works: ['Bryant 2010', 'Friedman 1999', 'Kay 2016', 'McKay 1979', 'Savage 1951', 'Wald 1950'],
    },
    ranks: {
      en: 'Partial rank correlations (PRCC) relate the ranks of an assumption to those of the outcome, the ranks of all other assumptions held fixed by regression (Saltelli & Marivoet 1990; Marino et al. 2008); intervals by Fisher’s z.',
      zh: '偏秩相关（PRCC）以回归固定其他假设的秩，计算某一假设的秩与成效的秩的相关（Saltelli 与 Marivoet，1990；Marino 等，2008）；区间用 Fisher 的 z 变换。',
      works: ['Marino 2008', 'Saltelli 1990'],
    },
    plan: {
      en: 'Hours were handed out over the eight practices in equal portions, by exact enumeration up to eight portions and by a beam search beyond. The front holds the plans that no other beats on every objective. The regret of a plan in a sampled world is how far its score falls behind the best of the compared plans there (Savage 1951).',
      zh: '工时按等份分配给八种做法：八份以内逐一穷举，超过则用集束搜索。前沿由在各项目标上都不被其他方案胜过的方案组成。某方案在一个抽样世界中的遗憾值，是它的得分与所比较方案中最好者之差（Savage，1951）。',
      works: ['Savage 1951'],
    },
    patterns: {
      en: 'The model is held to thirteen findings of the case study as directions (pattern-oriented modelling; Grimm et al. 2005), at the defaults and in worlds that draw every parameter and every assumed value of the case at once.',
      zh: '模型以案例研究的十三项发现为准绳，只论方向（面向模式的建模；Grimm 等，2005）：既看默认值，也看同时抽取全部参数与案例各假设值的抽样世界。',
      works: ['Grimm 2005'],
    },
    shapley: {
      en: 'The contribution of a strategy is its Shapley value: the mean of what it adds over all orders in which the strategies may be joined (Shapley 1953). Beside it stands what is lost when it alone is left out.',
      zh: '策略的贡献为其 Shapley 值：各策略以一切次序逐一加入时，它所增加的平均值（Shapley，1953）；并列的是单独去掉它时的损失。',
      works: ['Shapley 1953'],
    },
    calibration: {
      en: 'Parameters were fitted to the observed waves by approximate Bayesian computation: drawn over their ranges, the model run from the first wave, and the runs kept that look most like the later ones (Beaumont et al. 2002). Runs are summarised by regression of the parameters on what is seen (Fearnhead & Prangle 2012), adjusted by local regression, and drawn in three rounds of which each is cut to where the one before ended (after Toni et al. 2009); the error of observation is added to what each run shows (Wilkinson 2013). Intervals hold 90 % of the weighted sample. How well the model can look like the waves is judged after Csilléry et al. (2012).',
      zh: '参数用近似贝叶斯计算（ABC）拟合到各期观测：在取值范围内抽取参数，从第一期网络起运行模型，保留与其后各期最相似的模拟（Beaumont 等，2002）。模拟以参数对所见数值的回归作概括（Fearnhead 与 Prangle，2012），再经局部回归调整，分三轮抽取，每一轮收窄到上一轮所得之处（参照 Toni 等，2009）；每次模拟所见都加上观测误差（Wilkinson，2013）。区间包含加权样本的90%。模型能否与观测相似，参照 Csilléry 等（2012）判断。',
      works: ['Beaumont 2002', 'Csilléry 2012', 'Fearnhead 2012', 'Toni 2009', 'Wilkinson 2013'],
    },
  }

const works = {
  'Beaumont 2002':
    'Beaumont M. A., Zhang W. & Balding D. J. (2002). Approximate Bayesian computation in population genetics. Genetics 162, 2025–2035.',
  'Bryant 2010':
    'Bryant B. P. & Lempert R. J. (2010). Thinking inside the box: a participatory, computer-assisted approach to scenario discovery. Technological Forecasting and Social Change 77, 34–49.',
  'Campolongo 2007':
    'Campolongo F., Cariboni J. & Saltelli A. (2007). An effective screening design for sensitivity analysis of large models. Environmental Modelling & Software 22, 1509–1518.',
  'Csilléry 2012':
    'Csilléry K., François O. & Blum M. G. B. (2012). abc: an R package for approximate Bayesian computation (ABC). Methods in Ecology and Evolution 3, 475–479.',
  'Emerson 1962': 'Emerson R. M. (1962). Power-dependence relations. American Sociological Review 27, 31–41.',
  'Fearnhead 2012':
    'Fearnhead P. & Prangle D. (2012). Constructing summary statistics for approximate Bayesian computation: semi-automatic approximate Bayesian computation. Journal of the Royal Statistical Society B 74, 419–474.',
  'Friedman 1999':
    'Friedman J. H. & Fisher N. I. (1999). Bump hunting in high-dimensional data. Statistics and Computing 9, 123–143.',
  'Grimm 2005':
    'Grimm V. et al. (2005). Pattern-oriented modeling of agent-based complex systems. Science 310, 987–991.',
  'Grimm 2020':
    'Grimm V. et al. (2020). The ODD protocol for describing agent-based and other simulation models: a second update. Journal of Artificial Societies and Social Simulation 23(2), 7.',
  'Jansen 1999':
    'Jansen M. J. W. (1999). Analysis of variance designs for model output. Computer Physics Communications 117, 35–43.',
  'Kay 2016':
    'Kay M., Kola T., Hullman J. R. & Munson S. A. (2016). When (ish) is my bus? User-centered visualizations of uncertainty in everyday, mobile predictive systems. CHI ’16, 5092–5103.',
  'Marino 2008':
    'Marino S., Hogue I. B., Ray C. J. & Kirschner D. E. (2008). A methodology for performing global uncertainty and sensitivity analysis in systems biology. Journal of Theoretical Biology 254, 178–196.',
  'McKay 1979':
    'McKay M. D., Beckman R. J. & Conover W. J. (1979). A comparison of three methods for selecting values of input variables in the analysis of output from a computer code. Technometrics 21, 239–245.',
  'Morris 1991':
    'Morris M. D. (1991). Factorial sampling plans for preliminary computational experiments. Technometrics 33, 161–174.',
  'Saltelli 1990':
    'Saltelli A. & Marivoet J. (1990). Non-parametric statistics in sensitivity analysis for model output: a comparison of selected techniques. Reliability Engineering & System Safety 28, 229–253.',
  'Saltelli 2010':
    'Saltelli A. et al. (2010). Variance based sensitivity analysis of model output: design and estimator for the total sensitivity index. Computer Physics Communications 181, 259–270.',
  'Savage 1951':
    'Savage L. J. (1951). The theory of statistical decision. Journal of the American Statistical Association 46, 55–67.',
  'Shapley 1953':
    'Shapley L. S. (1953). A value for n-person games. In: Contributions to the Theory of Games II, 307–317. Princeton University Press.',
  'Slovic 1993': 'Slovic P. (1993). Perceived risk, trust, and democracy. Risk Analysis 13, 675–682.',
  'Toni 2009':
    'Toni T. et al. (2009). Approximate Bayesian computation scheme for parameter inference and model selection in dynamical systems. Journal of the Royal Society Interface 6, 187–202.',
  'Wald 1950': 'Wald A. (1950). Statistical Decision Functions. Wiley.',
  'Wilkinson 2013':
    'Wilkinson R. D. (2013). Approximate Bayesian computation (ABC) gives exact results under the assumption of model error. Statistical Applications in Genetics and Molecular Biology 12, 129–141.',
} as const

type Work = keyof typeof works

/** The entries of the works that some topics name, in order. */
export function worksOf(topics: readonly MethodsTopic[]): string[] {
  return [...new Set(topics.flatMap(topic => methodsWords[topic].works))].sort().map(work => works[work])
}
