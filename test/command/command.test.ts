import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { xCommunity } from 'guanxi/cases'
import { diagnose } from 'guanxi/metrics'
import { readFileNetwork, writeFileNetwork } from 'guanxi/node'
import { toHtml } from 'guanxi/report'
import {
  buildAlliance,
  compareScenarios,
  mergeEnsembles,
  runEnsemble,
  runScenario,
  smallTalk,
  sustainCooperation,
} from 'guanxi/scenarios'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guanxi } from '../../src/command/guanxi.ts'
import { duration, progress } from '../../src/command/progress.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guanxi-command-'))
  await writeFileNetwork(at('network.json'), xCommunity())
  writeFileSync(at('plan.json'), JSON.stringify(plan))
})
afterAll(() => rmSync(folder, { recursive: true }))
const at = (...names: string[]) => join(folder, ...names)
const json = (name: string) => JSON.parse(readFileSync(at(name), 'utf8'))

const plan = {
  network: 'network.json',
  scenarios: [
    { name: 'as it is', strategies: [] },
    { name: 'two', strategies: [{ use: 'buildAlliance', hoursPerWeek: 6 }, sustainCooperation()] },
  ],
  options: { replications: 24, weeks: 12, seed: 5 },
}
const whole = () =>
  runEnsemble(
    xCommunity(),
    [
      { name: 'as it is', strategies: [] },
      { name: 'two', strategies: [buildAlliance({ hoursPerWeek: 6 }), sustainCooperation()] },
    ],
    plan.options,
  )

/** The command in this process, with a terminal that keeps what is printed. */
async function run(args: readonly string[], env: Record<string, string> = {}, signal = new AbortController().signal) {
  const printed = { out: '', err: '' }
  const code = await guanxi(args, {
    out: text => {
      printed.out += text
    },
    err: text => {
      printed.err += text
    },
    isTerminal: false,
    now: () => performance.now(),
    env,
    signal,
  })
  return { code, ...printed }
}

describe('ensemble and merge', () => {
  test('a plan gives what runEnsemble gives, a log has a line a tenth at most', async () => {
    const { code, out, err } = await run(['ensemble', at('plan.json'), '--workers', '0', '--out', at('whole.json')])
    expect([code, out]).toEqual([0, `wrote ${at('whole.json')}\n`])
    expect(json('whole.json')).toEqual(JSON.parse(JSON.stringify(await whole())))
    expect(err).toMatch(/100 % {2}24\/24/)
    expect(err).not.toContain('\r')
  })
  test('shards merge to the same bits, from files of their own or from one of several lines; rows beside', async () => {
    for (const part of [0, 1, 2])
      await run([
        'ensemble',
        at('plan.json'),
        '--workers',
        '0',
        '--quiet',
        '--shard',
        `${part}/3`,
        '--out',
        at(`p${part}.jsonl`),
      ])
    const parts = [2, 0, 1].map(part => at(`p${part}.jsonl`))
    expect((await run(['merge', ...parts, '--out', at('merged.json'), '--rows', at('rows.csv')])).code).toBe(0)
    expect(readFileSync(at('merged.json'), 'utf8')).toBe(`${JSON.stringify(await whole())}\n`)
    expect(readFileSync(at('rows.csv'), 'utf8').split('\n')).toHaveLength(1 + 24 * 2 + 1)
    writeFileSync(at('all.jsonl'), parts.map(path => readFileSync(path, 'utf8')).join(''))
    await run(['merge', at('all.jsonl'), '--out', at('again.json')])
    expect(readFileSync(at('again.json'), 'utf8')).toBe(readFileSync(at('merged.json'), 'utf8'))
    const short = await run(['merge', parts[0]!, '--out', at('short.json')])
    expect([short.code, short.err]).toEqual([1, 'guanxi: mergeEnsembles: missing shards 0, 1 of 3\n'])
    expect(existsSync(at('short.json'))).toBe(false)
  })
  test('every fault of a plan at once, with its path', async () => {
    writeFileSync(
      at('bad.json'),
      JSON.stringify({
        network: { actors: [{ id: 'a' }], ties: [] },
        scenarios: [
          { strategies: [{ use: 'buildAliance' }, { use: 'buildAlliance', hoursPerWeek: -1 }, { kind: 7 }], wekks: 1 },
        ],
        options: { seed: 'x', replicatoins: 5 },
      }),
    )
    const { code, err } = await run(['ensemble', at('bad.json'), '--out', at('x.json')])
    expect(code).toBe(1)
    for (const fault of [
      /network\.actors\[0\]\.kind/,
      /scenarios\[0\]\.strategies\[0\]: expected use to be one of .*buildAlliance/,
      /scenarios\[0\]\.strategies\[1\].*hoursPerWeek/s,
      /scenarios\[0\]\.wekks: no such field/,
      /options\.seed/,
      /options\.replicatoins: no such field/,
    ])
      expect(err).toMatch(fault)
    expect(err).not.toContain('    at ')
  })
  test('an abort stops with its code; the same command goes on from there, to the same bits', async () => {
    const stop = new AbortController()
    const big = { ...plan, options: { ...plan.options, replications: 20_000 } }
    writeFileSync(at('big.json'), JSON.stringify(big))
    const args = [
      'ensemble',
      at('big.json'),
      '--workers',
      '0',
      '--checkpoint',
      at('big.checkpoint'),
      '--out',
      at('big-out.json'),
    ]
    // As soon as a block has been written behind the first line of the checkpoint.
    const watch = setInterval(() => {
      if (existsSync(at('big.checkpoint')) && statSync(at('big.checkpoint')).size > 1000) stop.abort(130)
    }, 5)
    const { code, err } = await run(args, {}, stop.signal)
    clearInterval(watch)
    expect(code).toBe(130)
    expect(err).toContain('finished blocks are in')
    expect(existsSync(at('big-out.json'))).toBe(false)
    const resumed = await run(args)
    expect(resumed.err).not.toMatch(/^0 %/)
    await run(['ensemble', at('big.json'), '--workers', '0', '--quiet', '--out', at('one-go.json')])
    expect(readFileSync(at('big-out.json'), 'utf8')).toBe(readFileSync(at('one-go.json'), 'utf8'))
  })
})

describe('convert and report', () => {
  test('the losses of both ways are printed', async () => {
    const { code, out } = await run(['convert', at('network.json'), at('network.dl')])
    expect(code).toBe(0)
    expect(out).toContain(`wrote ${at('network.dl')}\nlost:\n- `)
    expect(out).toContain('- attributes of actors are left out')
    expect((await readFileNetwork(at('network.dl'))).network.size).toBe(xCommunity().size)
    expect((await run(['convert', at('network.json'), at('n.jgf')])).out).toContain('nothing was lost')
    const chinese = await run(['convert', at('network.json'), at('network.dl'), '--lang', 'zh'])
    expect(chinese.out).toContain('- 略去行动者的属性：')
    expect(chinese.out).not.toContain('left out')
  })
  test('a report of results that were kept as JSON, networks and all', async () => {
    const scenarios = [{ strategies: [] }, { name: 'two', strategies: [smallTalk()] }]
    for (const [kind, result] of Object.entries({
      diagnosis: diagnose(xCommunity()),
      scenario: runScenario(xCommunity(), { strategies: [smallTalk()], weeks: 4 }),
      comparison: compareScenarios(xCommunity(), scenarios, { weeks: 4 }),
    })) {
      writeFileSync(at(`${kind}.json`), JSON.stringify(result))
      const { code, err } = await run(['report', at(`${kind}.json`), '--out', at(`${kind}.html`)])
      expect(code, err).toBe(0)
      expect(readFileSync(at(`${kind}.html`), 'utf8')).toBe(toHtml(result))
    }
    writeFileSync(at('bad.json'), JSON.stringify({ ...diagnose(xCommunity()), network: { nodes: [1], edges: [] } }))
    const { code, err } = await run(['report', at('bad.json'), '--out', at('bad.html')])
    expect([code, err]).toEqual([1, expect.stringContaining('the network of the result')])
  })
  test('a report of a network and of an ensemble, in both languages', async () => {
    await run(['report', at('network.json'), '--out', at('network.html'), '--lang', 'zh'])
    expect(readFileSync(at('network.html'), 'utf8')).toMatch(/<html lang="zh/)
    await run(['ensemble', at('plan.json'), '--workers', '0', '--quiet', '--out', at('r.json')])
    expect((await run(['report', at('r.json'), '--out', at('r.md'), '--rows', at('r.jsonl')])).code).toBe(0)
    expect(readFileSync(at('r.md'), 'utf8')).toMatch(/^# /m)
    expect(readFileSync(at('r.jsonl'), 'utf8').split('\n')).toHaveLength(24 * 2 + 1)
  })
})

describe('how it speaks', () => {
  test('help and version; the language by --lang, then LC_ALL, LC_MESSAGES, LANG', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await run(['--help'])).out).toMatch(/^guanxi: relationship networks/)
    expect((await run(['--help'], { LANG: 'zh_CN.UTF-8' })).out).toMatch(/^guanxi（关系）/)
    expect((await run(['ensemble', '--help', '--lang', 'zh'], { LANG: 'en_US' })).out).toMatch(/^guanxi（关系）/)
    expect((await run(['--help'], { LC_ALL: 'C', LANG: 'zh_CN' })).out).toMatch(/^guanxi: /)
  })
  test.each([
    [[], ''],
    [['frobnicate'], 'no command frobnicate'],
    [['ensemble'], 'expected plan.json'],
    [['ensemble', 'plan.json'], '--out'],
    [['ensemble', 'plan.json', '--out', 'x.txt'], '.json'],
    [['ensemble', 'plan.json', '--out', 'x.json', '--shard', '3/3'], '--shard 3/3'],
    [['ensemble', 'plan.json', '--out', 'x.json', '--workers', 'many'], '--workers'],
    [['merge', '--out', 'x.json'], 'parts/*.jsonl'],
    [['convert', 'a', 'b', 'c'], 'expected nothing after b'],
    [['convert', 'a', 'b', '--frob'], '--frob'],
    [['report', 'a', '--out', 'b.pdf'], '.html'],
    [['worker'], '--redis'],
    [['--lang', 'fr'], '--lang'],
  ] as [string[], string][])('%j is not understood: code 2', async (args, message) => {
    const { code, err } = await run(args)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
  test.each([
    [['convert', 'none.gexf', 'out.graphml'], 'none.gexf: there is no such file'],
    [['convert', 'a.docx', 'out.graphml'], 'a.docx is of no known format'],
    [['ensemble', 'none.json', '--out', 'x.json'], 'none.json: there is no such file'],
    [['merge', 'none.jsonl', '--out', 'x.json'], 'none.jsonl: there is no such file'],
  ] as [string[], string][])('%j is a fault: code 1, one message, no stack', async (args, message) => {
    const { code, err } = await run(args)
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })
  test('faults of a file in Chinese, each with its place', async () => {
    writeFileSync(at('broken.csv'), `source,target,trust\n${'a,b,x\na,,0.5\n'.repeat(15)}`)
    for (const args of [
      ['convert', at('broken.csv'), at('out.gexf')],
      ['report', at('broken.csv'), '--out', at('out.html')],
    ]) {
      const { code, err } = await run([...args, '--lang', 'zh'])
      const lines = err.split('\n')
      expect(code).toBe(1)
      expect(lines.slice(0, 3)).toEqual([
        'guanxi: 有 44 处错误：',
        '  第2行的trust：应为数值，实为“x”',
        '  第4行的trust：应为数值，实为“x”',
      ])
      expect(lines.slice(21)).toEqual(['  另有 24 处', ''])
      expect((await run(args)).err).toMatch(/^guanxi: readEdgeList: the file has 44 faults\n {2}line\[2\]\.trust: /)
    }
    const none = await run(['convert', 'none.gexf', 'out.graphml', '--lang', 'zh'])
    expect([none.code, none.err]).toEqual([1, 'guanxi: 没有“none.gexf”这个文件\n'])
    const rule = await run(['convert', at('network.json'), at('out.gexf'), '--parallel', 'odd', '--lang', 'zh'])
    expect(rule.err).toBe('guanxi: 选项parallel应为refuse、sum、first、max之一，实为“odd”\n')
  })
  test('a bar on a terminal, with the time left at the rate of this run', () => {
    let printed = ''
    let clock = 0
    const shown = progress(
      {
        out: () => {},
        err: text => (printed += text),
        isTerminal: true,
        now: () => clock,
        env: {},
        signal: new AbortController().signal,
      },
      'en',
    )
    shown.onProgress({ done: 50, total: 200 }) // from a checkpoint
    clock = 10_000
    shown.onProgress({ done: 100, total: 200 })
    shown.end()
    expect(printed).toBe(
      `\r[######------------------] 25 %  50/200\r[############------------] 50 %  100/200  20 s left\n`,
    )
    expect([400, 200_000, 7_500_000].map(ms => duration(ms, 'en'))).toEqual(['1 s', '3 min 20 s', '2 h 5 min'])
    expect(duration(200_000, 'zh')).toBe('3 分 20 秒')
  })
})

describe('as a program', () => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const node = ['--conditions=@guanxi/source', '--import', tsx, join(root, 'src/command/index.ts')]
  const ended = (child: ChildProcess) => new Promise<number | null>(resolve => child.once('exit', resolve))

  /** A folder as an example would find it: a small plan, and `guanxi` on the PATH. */
  function cluster(name: string): { cwd: string; env: NodeJS.ProcessEnv } {
    const cwd = at(name)
    mkdirSync(join(cwd, 'bin'), { recursive: true })
    for (const file of readdirSync(join(root, 'examples/cluster')))
      copyFileSync(join(root, 'examples/cluster', file), join(cwd, file))
    const example = JSON.parse(readFileSync(join(cwd, 'plan.json'), 'utf8'))
    writeFileSync(
      join(cwd, 'plan.json'),
      JSON.stringify({ ...example, options: { ...example.options, replications: 16, weeks: 4 } }),
    )
    const words = [process.execPath, ...node].map(word => `'${word}'`).join(' ')
    writeFileSync(join(cwd, 'bin/guanxi'), `#!/bin/bash\nexec ${words} "$@"\n`)
    chmodSync(join(cwd, 'bin/guanxi'), 0o755)
    return { cwd, env: { ...process.env, PATH: `${join(cwd, 'bin')}:${process.env.PATH}` } }
  }
  /** What the example's plan gives in one go. */
  async function expected(cwd: string) {
    await run(['ensemble', join(cwd, 'plan.json'), '--workers', '0', '--quiet', '--out', join(cwd, 'expected.json')])
    return readFileSync(join(cwd, 'expected.json'), 'utf8')
  }
  const partsOf = (cwd: string) =>
    readdirSync(join(cwd, 'parts'))
      .filter(name => name.endsWith('.jsonl'))
      .map(name => JSON.parse(readFileSync(join(cwd, 'parts', name), 'utf8')))

  test('Ctrl-C ends it with 130, a checkpoint keeps what was done', async () => {
    writeFileSync(at('long.json'), JSON.stringify({ ...plan, options: { ...plan.options, replications: 2_000_000 } }))
    const child = spawn(
      process.execPath,
      [
        ...node,
        'ensemble',
        at('long.json'),
        '--workers',
        '1',
        '--checkpoint',
        at('long.checkpoint'),
        '--out',
        at('long-out.json'),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let err = ''
    child.stderr!.on('data', text => {
      err += text
    })
    for (let i = 0; i < 1200 && !err.includes(' %'); i++) await new Promise(resolve => setTimeout(resolve, 50))
    child.kill('SIGINT')
    expect(await ended(child)).toBe(130)
    expect(err).toContain('the same command goes on from there')
    expect(existsSync(at('long.checkpoint'))).toBe(true)
  })
  test('the Slurm script runs a part by SLURM_ARRAY_TASK_ID', async () => {
    const { cwd, env } = cluster('slurm')
    for (const part of ['0', '1'])
      execFileSync('bash', ['slurm.sh'], {
        cwd,
        env: { ...env, SLURM_ARRAY_TASK_ID: part, SLURM_ARRAY_TASK_COUNT: '2', SLURM_CPUS_PER_TASK: '1' },
        stdio: 'pipe',
      })
    expect(`${JSON.stringify(mergeEnsembles(partsOf(cwd)))}\n`).toBe(await expected(cwd))
  })
  test("the Kubernetes Job's command runs a part by JOB_COMPLETION_INDEX", async () => {
    const { cwd, env } = cluster('kubernetes')
    const lines = readFileSync(join(cwd, 'kubernetes.yaml'), 'utf8').split('\n')
    const from = lines.findIndex(line => line.endsWith('- |')) + 1
    const indent = / */.exec(lines[from]!)![0]
    const to = lines.findIndex((line, i) => i > from && !line.startsWith(indent))
    // Without the function that fetches the package from its registry.
    const script = lines.slice(from, to).filter(line => !line.includes('npx '))
    expect(to - from - script.length).toBe(1)
    const run = (part: string) =>
      execFileSync('bash', ['-euc', script.join('\n')], {
        cwd,
        env: { ...env, JOB_COMPLETION_INDEX: part, PARTS: '2' },
        stdio: 'pipe',
      })
    run('0')
    run('1')
    expect(`${JSON.stringify(mergeEnsembles(partsOf(cwd)))}\n`).toBe(await expected(cwd))
  })
  const hasParallel = (() => {
    try {
      return execFileSync('parallel', ['--version'], { encoding: 'utf8', stdio: 'pipe' }).includes('GNU parallel')
    } catch {
      return false
    }
  })()
  test.skipIf(!hasParallel)(
    'the script for GNU parallel runs all parts and merges them (skipped where it is not installed)',
    async () => {
      const { cwd, env } = cluster('parallel')
      execFileSync('bash', ['parallel.sh'], { cwd, env: { ...env, PARTS: '2' }, stdio: 'pipe' })
      expect(readFileSync(join(cwd, 'result.json'), 'utf8')).toBe(await expected(cwd))
      expect(readFileSync(join(cwd, 'rows.csv'), 'utf8').split('\n')).toHaveLength(1 + 16 * 3 + 1)
    },
  )
})
