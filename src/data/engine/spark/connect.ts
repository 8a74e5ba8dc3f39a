// The user's Spark as an engine, by Spark Connect: SQL goes out, Arrow comes back; a session of its own that ends with the exam.

import { randomUUID } from 'node:crypto'
import { dialects } from '../dialect.ts'
import { type Answer, type Engine, EngineError } from '../engine.ts'
import { answerOf, loadArrow } from './arrow.ts'
import { CallError, type Channel, openChannel, UNAVAILABLE } from './grpc.ts'
import { type Asker, arrowOf, askVersion, executeSql, METHODS, releaseSession, versionOf } from './messages.ts'
import { targetOf } from './url.ts'

/** ms within which a server must be there, and take a farewell. */
const PATIENCE = 10_000
const FAREWELL = 3_000
/** Of that patience, for its first answer: a server just started takes its time over it. */
const AT_FIRST = 6
/** Of this session alone, so that times and casts are the same on every server. */
const SETTINGS = ['SET spark.sql.session.timeZone = UTC', 'SET spark.sql.ansi.enabled = true']

/** Throws an EngineError where the address is none, or where no Spark Connect server answers within `patience` ms. */
export async function openSpark(url: string, patience = PATIENCE): Promise<Engine> {
  const target = targetOf(url)
  const arrow = await loadArrow()
  const channel = openChannel(target, patience)
  const asker: Asker = { session: randomUUID(), user: target.user }
  const query = async (sql: string): Promise<Answer> => {
    const streams: Uint8Array[] = []
    await channel
      .call(METHODS.execute, executeSql(asker, sql), (message) => {
        const bytes = arrowOf(message)
        // a copy: Arrow wants its numbers at multiples of eight bytes
        if (bytes) streams.push(new Uint8Array(bytes))
      })
      .catch((error: unknown) => {
        throw told(error, target.address)
      })
    try {
      return answerOf(arrow, streams)
    } catch (error) {
      throw sqlError(error)
    }
  }
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    // a server that does not answer any more needs no farewell
    await channel.call(METHODS.release, releaseSession(asker), () => {}, FAREWELL).catch(() => {})
    channel.close()
  }
  try {
    const version = await greet(channel, asker, target.address, patience * AT_FIRST)
    for (const setting of SETTINGS) await query(setting)
    return { name: `Spark ${version}`, dialect: dialects.spark, query, close }
  } catch (error) {
    channel.close()
    throw error
  }
}

/** Resolves to the server's version. Throws an EngineError. */
async function greet(channel: Channel, asker: Asker, address: string, patience: number): Promise<string> {
  let version: string | undefined
  try {
    await channel.call(
      METHODS.analyze,
      askVersion(asker),
      (message) => {
        version = versionOf(message)
      },
      patience,
    )
  } catch (error) {
    if (error instanceof CallError && error.kind === 'status' && error.status !== UNAVAILABLE)
      throw told(error, address)
    throw new EngineError('data.error.spark-unreachable', { address })
  }
  if (version === undefined) throw new EngineError('data.error.spark-unreachable', { address })
  return version
}

function told(error: unknown, address: string): EngineError {
  if (error instanceof CallError && error.kind === 'status') return sqlError(error)
  const gone = error instanceof CallError && error.kind === 'unreachable'
  return new EngineError(gone ? 'data.error.spark-unreachable' : 'data.error.spark-broken', { address })
}

/** The message without the plan that Spark draws beneath it. */
function sqlError(error: unknown): EngineError {
  const text = error instanceof Error ? error.message : String(error)
  return new EngineError('data.error.sql', { engine: 'Spark', message: text.trim().split('\n')[0]!.slice(0, 300) })
}
