// Paths whose files grow: each is read on where it was left, new ones are found, and the runs can be asked for at any time.

import { stat } from 'node:fs/promises'
import type { RunRecord } from '../record/run.ts'
import { type Discovered, discover, nothing } from './discover.ts'
import { type Gathered, joined } from './gather.ts'
import { type GrowingSource, growingSource } from './growing-source.ts'
import { type Found, type Source, sourcesOf } from './layouts.ts'
import { idOf } from './tail.ts'

export interface Follow {
  /** Reads what was appended since the last call, and what files are new; resolves to whether that was anything. */
  poll(): Promise<boolean>
  /** the runs as far as they are known; what cannot be read is in `refused` */
  sofar(): Gathered
  /** Reads all that is left and ends the reading: the whole of what is known. */
  end(): Promise<Gathered>
  /** whether there are streams of the recorder, nothing else, and all have ended in order */
  over(): boolean
  /** whether something came, since this was last asked, that cannot wait */
  urgent(): boolean
}

/** Looking for new files may take this share of the time. */
const SHARE = 0.05
/** Sources past this many are not followed. */
const MOST_FOLLOWED = 500

export interface FollowOptions {
  /** in ms */
  readonly now?: () => number
  /** which files of the folders */
  readonly only?: ((file: string) => boolean) | undefined
}

export function follow(paths: readonly string[], { now = Date.now, only }: FollowOptions = {}): Follow {
  let discovered: Discovered = nothing()
  let sources = new Map<string, GrowingSource>()
  let nextLook = 0
  const look = async (): Promise<void> => {
    const began = now()
    const fresh = nothing()
    for (const path of paths) await discover(path, fresh, undefined, only)
    discovered = fresh
    sources = await reconciled(sources, fresh.found)
    nextLook = now() + (now() - began) / SHARE
  }
  const poll = async (): Promise<boolean> => {
    const before = [...sources.keys()].join('\n')
    if (now() >= nextLook) await look()
    let came = before !== [...sources.keys()].join('\n')
    for (const source of sources.values()) came = (await source.read()) || came
    return came
  }
  const told = (): Gathered => {
    const records: RunRecord[] = []
    const read = [...sources.values()].map((source) => source.sofar())
    return joined(read, { ...discovered, refused: [...discovered.refused] }, records)
  }
  return {
    poll,
    sofar: told,
    async end() {
      nextLook = 0
      while (await poll()) nextLook = Number.POSITIVE_INFINITY
      for (const source of sources.values()) source.end()
      const all = told()
      for (const source of sources.values()) await source.close()
      return all
    },
    over: () => sources.size > 0 && [...sources.values()].every((source) => source.over()),
    urgent: () => [...sources.values()].filter((source) => source.urgent()).length > 0,
  }
}

/**
 * The sources that there are now; one whose files are the same goes on. A file that was taken away may still be written
 * to, so that its source goes on too, unless it was found under another name.
 */
async function reconciled(
  before: ReadonlyMap<string, GrowingSource>,
  found: readonly Found[],
): Promise<Map<string, GrowingSource>> {
  const sources = sourcesOf(found).slice(0, MOST_FOLLOWED)
  const after = new Map(sources.map((source) => [keyOf(source), before.get(keyOf(source)) ?? growingSource(source)]))
  const gone = [...before].filter(([key]) => !after.has(key))
  if (gone.length === 0) return after
  const paths = new Set(found.map(({ path }) => path))
  const fresh = sources.filter((source) => !before.has(keyOf(source))).flatMap(({ parts }) => parts)
  const stats = await Promise.all(fresh.map(({ path }) => stat(path).catch(() => undefined)))
  const ids = new Set(stats.flatMap((at) => (at ? [idOf(at)] : [])))
  for (const [key, source] of gone) {
    const elsewhere = (await source.ids()).some((id) => ids.has(id))
    if (elsewhere || source.source.parts.some(({ path }) => paths.has(path))) await source.close()
    else after.set(key, source)
  }
  return after
}

function keyOf({ name, parts }: Source): string {
  return JSON.stringify([name, ...parts.map(({ path, format, split }) => [path, format.name, split])])
}
