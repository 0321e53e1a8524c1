import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { GuanxiError, show } from '../model/errors.ts'
import { layoutOf } from '../scenarios/ensemble/layoutOf.ts'
import type { Block, Checkpoint, EnsembleJob, FinishedBlock } from '../scenarios/ensemble/types.ts'

/** Before each block's values: where it begins and ends (doubles), checksum of the values, checksum of what stands before (words). */
const FRAME = 24

/**
 * Keeps the finished blocks of an ensemble in a file, so that a run that was interrupted goes on from there to the same bits.
 *
 * @param path - the file; made when it is not there. One file a run: shards may use one after the other, not at once.
 * @returns a checkpoint for `runEnsemble`, which closes it.
 * @throws {GuanxiError} (from the run) `BAD_CHECKPOINT` when the file is something else, another ensemble's, or damaged: its
 *   blocks are never used unchecked. `CANNOT_WRITE`, naming the path, when it cannot be opened or the disk is full.
 *
 * The file begins with the ensemble's SHA-256; each block is framed with its place and checksums (CRC-32) and is written at once
 * behind the last. A run that is killed while it writes leaves a torn end: that block alone is run again.
 *
 * Some 8 · (outcomes + 1) bytes a replication and scenario.
 *
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { xCommunity } from 'guanxi/cases'
 * import { fileCheckpoint } from 'guanxi/node'
 * import { runEnsemble } from 'guanxi/scenarios'
 *
 * const checkpoint = fileCheckpoint(join(mkdtempSync(join(tmpdir(), 'guanxi-')), 'run.checkpoint'))
 * const options = { replications: 50, seed: 1, checkpoint }
 * await runEnsemble(xCommunity(), [{ strategies: [] }], options)
 * const seen: number[] = []
 * await runEnsemble(xCommunity(), [{ strategies: [] }], { ...options, onProgress: ({ done }) => seen.push(done) })
 * seen // => [50]
 * ```
 */
export function fileCheckpoint(path: string): Checkpoint {
  if (typeof path !== 'string' || path === '')
    throw new GuanxiError('INVALID_OPTION', `fileCheckpoint: expected a path, got ${show(path)}`)
  let file: FileHandle | undefined
  /** End of the last whole block. */
  let end = 0
  /** Goes before the first block, in one piece with it: a file that is not empty holds work. */
  let header = new Uint8Array(0)
  /** A flush to the disk that is under way: blocks that come meanwhile wait for the next. */
  let flush: Promise<void> | undefined

  const cannot = (error: unknown) =>
    new GuanxiError('CANNOT_WRITE', `fileCheckpoint: cannot write ${path}: ${(error as Error).message}`)
  const write = async (handle: FileHandle, bytes: Uint8Array) => {
    try {
      for (let done = 0; done < bytes.length; )
        done += (await handle.write(bytes, done, bytes.length - done, end + done)).bytesWritten
    } catch (error) {
      await handle.truncate(end).catch(() => {}) // what was written of it is no use
      throw cannot(error)
    }
    end += bytes.length
  }

  return {
    async load(job) {
      const handle = await openBoth(path).catch(error => {
        throw cannot(error)
      })
      file = handle
      const found = await readBlocks(path, handle, job)
      end = found.end
      await handle.truncate(end)
      header = end === 0 ? headerOf(job) : new Uint8Array(0)
      return found.blocks
    },
    async append(block, values) {
      if (!file) throw new Error('fileCheckpoint: append before load')
      await write(file, joined(header, frameOf(block, values)))
      header = new Uint8Array(0)
      flush ??= file.datasync().then(
        () => {
          flush = undefined
        },
        error => {
          throw cannot(error)
        },
      )
      flush.catch(() => {}) // told at the end, when somebody waits
    },
    async close() {
      const handle = file
      file = undefined
      try {
        await flush
        await handle?.datasync()
      } catch (error) {
        throw error instanceof GuanxiError ? error : cannot(error)
      } finally {
        flush = undefined
        await handle?.close()
      }
    },
  }
}

/** To read and to write at any place; made when it is not there. */
async function openBoth(path: string): Promise<FileHandle> {
  await (await open(path, 'a')).close()
  return open(path, 'r+')
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length)
  bytes.set(a)
  bytes.set(b, a.length)
  return bytes
}

function headerOf({ id }: EnsembleJob): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`guanxi-checkpoint 1 ${id}\n`)
}

function frameOf({ from, to }: Block, values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(FRAME + values.byteLength)
  const view = new DataView(bytes.buffer)
  view.setFloat64(0, from)
  view.setFloat64(8, to)
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), FRAME)
  view.setUint32(16, crc32(bytes.subarray(FRAME)))
  view.setUint32(20, crc32(bytes.subarray(0, 20)))
  return bytes
}

/** Every whole block, and where the last one ends; 0 when not even the header is whole. */
async function readBlocks(
  path: string,
  file: FileHandle,
  job: EnsembleJob,
): Promise<{ blocks: FinishedBlock[]; end: number }> {
  const refuse = (what: string) => new GuanxiError('BAD_CHECKPOINT', `fileCheckpoint: ${path} ${what}`)
  const { size } = await file.stat()
  const read = async (at: number, length: number) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)))
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done)
      if (bytesRead === 0) throw refuse('became shorter while it was read')
      done += bytesRead
    }
    return bytes
  }

  const header = headerOf(job)
  const begin = await read(0, header.length)
  if (begin.some((byte, i) => byte !== header[i])) {
    const ours = /^guanxi-checkpoint 1 [0-9a-f]{64}\n$/.test(new TextDecoder().decode(begin))
    throw refuse(
      ours
        ? 'belongs to another ensemble: its network, scenarios, options or version differ'
        : 'is not a checkpoint of this version',
    )
  }
  if (begin.length < header.length) return { blocks: [], end: 0 }

  const { sizeOf } = layoutOf(job)
  const blocks: FinishedBlock[] = []
  let at = header.length
  while (at < size) {
    const head = await read(at, FRAME)
    if (head.length < FRAME) break // torn
    const view = new DataView(head.buffer)
    const block = { from: view.getFloat64(0), to: view.getFloat64(8) }
    if (view.getUint32(20) !== crc32(head.subarray(0, 20))) {
      // A file system may lengthen a file before it fills it: nothing but zeros is a torn end too.
      if ((await read(at, size - at)).every(byte => byte === 0)) break
      throw refuse(`is damaged at byte ${at}`)
    }
    if (!(block.from >= 0 && block.from < block.to && block.to <= job.replications))
      throw refuse(`holds replications ${block.from} to ${block.to} of ${job.replications}`)
    const length = sizeOf(block) * Float64Array.BYTES_PER_ELEMENT
    const bytes = await read(at + FRAME, length)
    if (bytes.length < length) break // torn
    if (view.getUint32(16) !== crc32(bytes)) {
      if (at + FRAME + length >= size) break // torn: the last block
      throw refuse(`is damaged in the block at byte ${at}`)
    }
    blocks.push({ block, values: new Float64Array(bytes.buffer) })
    at += FRAME + length
  }
  return { blocks, end: at }
}
