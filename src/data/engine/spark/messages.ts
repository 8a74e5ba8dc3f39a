// The few messages of spark/connect/base.proto and relations.proto that the exam needs, by their field numbers.

import { cursor, next, textOf, walk } from '../../../formats/wire/protobuf.ts'
import { field, joined } from './encode.ts'

const CONNECT = '/spark.connect.SparkConnectService'
export const METHODS = {
  execute: `${CONNECT}/ExecutePlan`,
  analyze: `${CONNECT}/AnalyzePlan`,
  release: `${CONNECT}/ReleaseSession`,
} as const

/** Who asks: a session on the server, and the user that its list of sessions shows. */
export interface Asker {
  readonly session: string
  readonly user: string
}

const CLIENT = 'whyloss'

/** ExecutePlanRequest: a plan whose root is a relation that is SQL. */
export function executeSql({ session, user }: Asker, sql: string): Uint8Array {
  const plan = field(3, [field(1, [field(10, [field(1, sql)])])])
  return joined([field(1, session), field(2, [field(1, user)]), plan, field(4, CLIENT)])
}

/** AnalyzePlanRequest for the version of Spark. */
export function askVersion({ session, user }: Asker): Uint8Array {
  return joined([field(1, session), field(2, [field(1, user)]), field(3, CLIENT), field(10, [])])
}

/** ReleaseSessionRequest: ends what the session runs. */
export function releaseSession({ session, user }: Asker): Uint8Array {
  return joined([field(1, session), field(2, [field(1, user)]), field(3, CLIENT)])
}

/** The Arrow stream of an ExecutePlanResponse; most responses hold none. Throws RangeError where the bytes are no message. */
export function arrowOf(response: Uint8Array): Uint8Array | undefined {
  return inside(response, [2, 2])
}

/** Of an AnalyzePlanResponse. */
export function versionOf(response: Uint8Array): string | undefined {
  const bytes = inside(response, [8, 1])
  if (!bytes) return undefined
  return textOf({ ...cursor(), bytes, start: 0, stop: bytes.length }, 100)
}

/** The bytes of a field in a field in a message. */
function inside(message: Uint8Array, path: readonly number[]): Uint8Array | undefined {
  let bytes = message
  for (const number of path) {
    const on = walk(cursor(), bytes, 0, bytes.length)
    let found: Uint8Array | undefined
    while (next(on)) if (on.field === number) found = bytes.subarray(on.start, on.stop)
    if (!found) return undefined
    bytes = found
  }
  return bytes
}
