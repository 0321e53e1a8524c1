import type { Redis } from 'ioredis'
import { GuanxiError } from '../model/errors.ts'
import { missingPackage } from '../model/missingPackage.ts'
import { type OptionRule, text } from '../model/options.ts'

/** Where Redis is, and which queue of it. */
export interface QueueOptions {
  /** Address, such as `redis://user:password@host:6379/0`; `rediss:` encrypts. */
  readonly connection: string
  /** Name of the queue; executors and workers of one name work together. @defaultValue 'guanxi' */
  readonly queue?: string | undefined
}

export const queueRules: Readonly<Record<'connection' | 'queue', OptionRule>> = {
  connection: {
    expected: 'an address such as redis://host:6379',
    accepts: value => typeof value === 'string' && /^rediss?:\/\/./.test(value),
  },
  queue: text,
}

/** What a block is queued as. */
export interface QueuedBlock {
  /** Key under which the ensemble's job is kept, once for all of its blocks. */
  readonly key: string
  readonly from: number
  readonly to: number
}

export async function bullmq(where: string): Promise<typeof import('bullmq')> {
  try {
    return await import('bullmq')
  } catch (error) {
    throw missingPackage(where, 'bullmq', error)
  }
}

async function ioredis(where: string): Promise<typeof import('ioredis')> {
  try {
    return await import('ioredis')
  } catch (error) {
    throw missingPackage(where, 'ioredis', error)
  }
}

/** A connection that is open: a server that cannot be reached is an error now, one that is lost later is waited for. */
export async function connect(where: string, address: string): Promise<Redis> {
  const { Redis } = await ioredis(where)
  let opened = false
  const redis = new Redis(address, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: times => (opened ? Math.min(200 * times, 5000) : null),
  })
  let fault: Error | undefined
  redis.on('error', error => {
    fault = error
  })
  try {
    await redis.connect()
  } catch (error) {
    redis.disconnect()
    // Without the password that the address may hold.
    const host = address.replace(/\/\/[^@/]*@/, '//')
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: cannot reach Redis at ${host}: ${(fault ?? (error as Error)).message}`,
    )
  }
  opened = true
  return redis
}

/** Values as text of the same bits: JSON has no NaN, and would cost twice as much. */
export function encodeValues(values: Float64Array): string {
  const bytes = new DataView(new ArrayBuffer(8 * values.length))
  values.forEach((value, i) => {
    bytes.setFloat64(8 * i, value, true)
  })
  return Buffer.from(bytes.buffer).toString('base64')
}

export function decodeValues(text: string): Float64Array {
  const bytes = Buffer.from(text, 'base64')
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleLE(8 * i))
}
