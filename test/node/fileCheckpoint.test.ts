import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { xCommunity } from 'guanxi/cases'
import { fileCheckpoint } from 'guanxi/node'
import { buildAlliance, runEnsemble } from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { randomStream } from '../../src/kernel/random.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const network = xCommunity()
const scenarios = [
  { name: 'as it is', strategies: [] },
  { name: 'alliance', strategies: [buildAlliance()], noise: 0.1 },
]
const options = { replications: 1500, seed: 5 }
const newPath = () => join(mkdtempSync(join(tmpdir(), 'guanxi-')), 'run.checkpoint')
const whole = runEnsemble(network, scenarios, options).then(result => JSON.stringify(result))

/** Runs with a checkpoint; says how far it was at the start. */
async function resume(path: string, more: object = {}): Promise<{ begun: number; text: string }> {
  let begun = -1
  const result = await runEnsemble(network, scenarios, {
    ...options,
    ...more,
    checkpoint: fileCheckpoint(path),
    onProgress: ({ done }) => {
      if (begun < 0) begun = done
    },
  })
  return { begun, text: JSON.stringify(result) }
}

/** A file with some blocks, as an abort leaves it. */
async function halfDone(): Promise<string> {
  const path = newPath()
  const stop = new AbortController()
  const onProgress = ({ done }: { done: number }) => {
    if (done >= 900) stop.abort()
  }
  const run = runEnsemble(network, scenarios, {
    ...options,
    checkpoint: fileCheckpoint(path),
    signal: stop.signal,
    onProgress,
  })
  await expect(run).rejects.toMatchObject({ name: 'AbortError' })
  return path
}

describe('a run that was interrupted', () => {
  test('goes on from where it was, to the same bits; then there is nothing left to do', async () => {
    const path = await halfDone()
    const { begun, text } = await resume(path)
    expect(begun).toBeGreaterThanOrEqual(900)
    expect(begun).toBeLessThan(1500)
    expect(text).toBe(await whole)
    expect(await resume(path)).toEqual({ begun: 1500, text })
  })
  test('torn anywhere in its last block: that block alone is run again', async () => {
    const path = await halfDone()
    const bytes = readFileSync(path)
    const { begun: intact } = await resume(path)
    for (const cut of [1, 7, 8, 100, 4000]) {
      writeFileSync(path, bytes.subarray(0, bytes.length - cut))
      const { begun, text } = await resume(path)
      expect(text).toBe(await whole)
      expect(begun).toBeLessThan(intact)
      expect(begun).toBeGreaterThan(0)
    }
  })
  test('torn within its header, or empty: begins anew', async () => {
    const path = await halfDone()
    for (const length of [0, 1, 50]) {
      truncateSync(path, length)
      expect(await resume(path)).toEqual({ begun: 0, text: await whole })
    }
  })
  test('an end of zeros counts as torn', async () => {
    const path = await halfDone()
    const bytes = readFileSync(path)
    const { begun: intact } = await resume(path)
    writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(5000)]))
    expect(await resume(path)).toEqual({ begun: intact, text: await whole })
  })
})

describe('a file that cannot be trusted', () => {
  const bad = { code: 'BAD_CHECKPOINT' }
  test('something else', async () => {
    for (const text of ['garbage', 'guanxi-checkpoint 2 x', '{"replications": 3}'.repeat(100)]) {
      const path = newPath()
      writeFileSync(path, text)
      await expect(resume(path)).rejects.toMatchObject(bad)
      expect(readFileSync(path, 'utf8')).toBe(text)
    }
  })
  test("another ensemble's: seed, scenarios, network, replications", async () => {
    const path = await halfDone()
    const before = readFileSync(path)
    for (const more of [{ seed: 6 }, { replications: 1501 }, { weeks: 51 }, { design: 'sobol' }])
      await expect(resume(path, more)).rejects.toMatchObject(bad)
    expect(readFileSync(path).equals(before)).toBe(true)
  })
  test('one bit turned, anywhere but in the last block: refused; never used', async () => {
    const path = await halfDone()
    const bytes = readFileSync(path)
    const stream = randomStream(3)
    const places = [
      0,
      30,
      85,
      86,
      95,
      102,
      106,
      110,
      ...Array.from({ length: 12 }, () => stream.below(bytes.length - 30_000)),
    ]
    for (const place of places) {
      const damaged = Buffer.from(bytes)
      damaged[place]! ^= 1 << stream.below(8)
      writeFileSync(path, damaged)
      await expect(resume(path), `byte ${place}`).rejects.toMatchObject(bad)
    }
  })
})

describe('a disk that does not take it', () => {
  test('no such folder, a folder, a full disk: an error that names the path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guanxi-'))
    const paths = [join(folder, 'missing', 'x'), folder]
    if (existsSync('/dev/full')) paths.push('/dev/full')
    for (const path of paths)
      await expect(resume(path)).rejects.toMatchObject({
        code: 'CANNOT_WRITE',
        message: expect.stringContaining(path),
      })
  })
})

describe('a process that is killed', () => {
  test('at 20 random moments: always resumed, to the same bits', { timeout: 240_000 }, async () => {
    const path = newPath()
    const script = join(root, 'test/node/victim.ts')
    const stream = randomStream(20)
    let kills = 0
    const start = () =>
      spawn(
        process.execPath,
        ['--conditions=@guanxi/source', '--import', 'tsx', script, path, JSON.stringify({ scenarios, options })],
        {
          cwd: root,
          stdio: 'ignore',
        },
      )
    for (let round = 0; round < 20; round++) {
      const before = existsSync(path) ? statSync(path).size : 0
      const child = start()
      const ended = new Promise(resolve => child.once('exit', resolve))
      // Once it writes: at any moment from then on.
      const running = () => child.exitCode === null && child.signalCode === null
      for (let i = 0; i < 800 && running() && !(existsSync(path) && statSync(path).size > before); i++)
        await new Promise(resolve => setTimeout(resolve, 10))
      await new Promise(resolve => setTimeout(resolve, stream.below(60)))
      if (running()) kills++
      child.kill('SIGKILL')
      await ended
      if (round % 5 === 4) {
        expect((await resume(path)).text).toBe(await whole)
        truncateSync(path, Math.floor(statSync(path).size * stream.uniform()))
      }
    }
    expect(kills).toBeGreaterThan(10)
  })
})
