import { faultsInChinese } from '../io/faultsInChinese.ts'
import type { GuanxiError } from '../model/errors.ts'
import type { Lang } from '../model/labels.ts'

interface Words {
  readonly help: string
  readonly left: (time: string) => string
  /** Hours, minutes, seconds. */
  readonly units: readonly [string, string, string]
  readonly wrote: (files: readonly string[]) => string
  readonly lost: string
  readonly nothingLost: string
  readonly stopped: (checkpoint: string | undefined) => string
  /** What an error of the library says. */
  readonly said: (error: GuanxiError) => string
  readonly seeHelp: string
  readonly unknownCommand: (name: string) => string
  readonly needs: (what: string) => string
  readonly tooMany: (what: string) => string
  readonly ensemble: (replications: number, scenarios: number) => string
  readonly working: (queue: string) => string
}

/** As many faults are listed as in the message of an error. */
const LISTED = 20

/** Everything that the command prints; of errors, the Chinese has those of files, and the others are in English. */
export const words: Readonly<Record<Lang, Words>> = {
  en: {
    help: `guanxi: relationship networks of collaborative governance

  guanxi ensemble plan.json --out result.json     run scenarios over sampled assumptions
  guanxi merge parts/*.jsonl --out result.json    put the shards of an ensemble together
  guanxi convert in.gexf out.graphml              from one format of networks to another, and what is lost
  guanxi report in.json --out report.html         report of a network, or of a result
  guanxi worker --redis redis://host:6379         take blocks of ensembles from Redis

ensemble
  plan.json           { "network": document or path, "scenarios": [ … ], "options": { "replications", "seed", … } };
                      a strategy is its data, or { "use": "buildAlliance", "hoursPerWeek": 8 }; so is an event
  --shard 3/100       only this part, from 0/100 to 99/100
  --workers 4         threads of this machine (as many as it has cores); 0 runs without threads
  --redis url         blocks go to workers on other machines, by the queue of --queue (guanxi)
  --checkpoint file   keeps finished blocks, and goes on from there
  --out file          the result: .json, or .jsonl for one line that merge takes
  --rows file         a row a replication and scenario: .csv, .jsonl, .arrow

merge                 takes --out and --rows too; a file may hold several parts, a line each
convert               by the endings: gexf graphml net dl csv jgf cyjs json kumu.json graphology.json; out also dot qdpx
  --encoding gb18030  of a table that is not UTF-8
  --parallel sum      merges repeated ties (sum, first or max) instead of refusing them
report                of a network file, or of the JSON of a diagnosis, a scenario, a comparison, an ensemble or a plan
  --out file          .html or .md
  --rows file         the numbers as tidy rows: .csv, .jsonl, .arrow
worker                --queue name (guanxi), --workers 4; ends by Ctrl-C

everywhere
  --lang en|zh        language of this command and of reports (by LC_ALL, LC_MESSAGES or LANG)
  --quiet             no progress
  --help, --version

Exit codes: 0 done; 1 a fault, which is named; 2 the command was not understood; 130 or 143 stopped.
`,
    left: time => `${time} left`,
    units: ['h', 'min', 's'],
    wrote: files => `wrote ${files.join(', ')}`,
    lost: 'lost:',
    nothingLost: 'nothing was lost',
    stopped: checkpoint =>
      checkpoint === undefined
        ? 'stopped; nothing was kept (--checkpoint keeps finished blocks)'
        : `stopped; finished blocks are in ${checkpoint}: the same command goes on from there`,
    said: ({ message }) => message,
    seeHelp: 'guanxi --help says more',
    unknownCommand: name => `no command ${name}; there are ensemble, merge, convert, report, worker`,
    needs: what => `expected ${what}`,
    tooMany: what => `expected nothing after ${what}`,
    ensemble: (replications, scenarios) => `${replications} replications of ${scenarios} scenarios`,
    working: queue => `taking blocks from the queue ${queue}`,
  },
  zh: {
    help: `guanxi（关系）：协同治理关系网络

  guanxi ensemble plan.json --out result.json     在抽样假设下多次运行情景
  guanxi merge parts/*.jsonl --out result.json    合并各分片的结果
  guanxi convert in.gexf out.graphml              转换网络文件格式，并列出丢失的内容
  guanxi report in.json --out report.html         网络或结果的报告
  guanxi worker --redis redis://host:6379         从 Redis 领取运算块

ensemble
  plan.json           { "network": 网络文档或文件路径, "scenarios": [ … ], "options": { "replications", "seed", … } }；
                      策略可写全部数据，也可写 { "use": "buildAlliance", "hoursPerWeek": 8 }；事件亦同
  --shard 3/100       只运行这一分片，编号从 0/100 到 99/100
  --workers 4         本机线程数（默认为处理器核数）；0 表示不用线程
  --redis 地址         把运算块交给其他机器，队列名用 --queue 指定（默认 guanxi）
  --checkpoint 文件    保存已完成的运算块，中断后由此继续
  --out 文件           结果：.json；或 .jsonl（一行，供 merge 使用）
  --rows 文件          每次重复、每个情景一行：.csv、.jsonl、.arrow

merge                 同样可用 --out 和 --rows；一个文件可含多个分片，每行一个
convert               按扩展名识别：gexf graphml net dl csv jgf cyjs json kumu.json graphology.json；另可写出 dot qdpx
  --encoding gb18030  表格不是 UTF-8 时的编码
  --parallel sum      合并重复的关系（sum 求和、first 取首个、max 取最大），不写则拒绝
report                网络文件的报告，或诊断、情景、比较、情景集、计划结果（JSON）的报告
  --out 文件           .html 或 .md
  --rows 文件          以整齐数据行写出各项数字：.csv、.jsonl、.arrow
worker                --queue 队列名（默认 guanxi），--workers 4；按 Ctrl-C 结束

通用
  --lang en|zh        命令与报告的语言（默认按 LC_ALL、LC_MESSAGES 或 LANG）
  --quiet             不显示进度
  --help、--version

退出码：0 完成；1 出错（会指明）；2 命令无法理解；130 或 143 被中止。
`,
    left: time => `剩余 ${time}`,
    units: ['小时', '分', '秒'],
    wrote: files => `已写出 ${files.join('、')}`,
    lost: '丢失的内容：',
    nothingLost: '没有丢失内容',
    stopped: checkpoint =>
      checkpoint === undefined
        ? '已中止；没有保存任何内容（--checkpoint 可保存已完成的运算块）'
        : `已中止；已完成的运算块保存在 ${checkpoint}，再次运行同一命令即可继续`,
    said: error => {
      const faults = faultsInChinese(error)
      if (error.issues.length === 0) return faults[0]!
      const more = faults.length > LISTED ? [`另有 ${faults.length - LISTED} 处`] : []
      return [`有 ${faults.length} 处错误：`, ...[...faults.slice(0, LISTED), ...more].map(line => `  ${line}`)].join(
        '\n',
      )
    },
    seeHelp: '详见 guanxi --help',
    unknownCommand: name => `没有 ${name} 这个命令；可用的有 ensemble、merge、convert、report、worker`,
    needs: what => `缺少 ${what}`,
    tooMany: what => `${what} 之后不应再有内容`,
    ensemble: (replications, scenarios) => `${scenarios} 个情景，各重复 ${replications} 次`,
    working: queue => `正在从队列 ${queue} 领取运算块`,
  },
}
