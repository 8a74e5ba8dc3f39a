// What the changer inside a trial's processes said: which changes took place, which could not, and what seeds were set.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Said {
  readonly applied: Readonly<Record<string, string>>
  readonly refused: Readonly<Record<string, string>>
  readonly seeded: readonly string[]
  /** metrics that a change scaled, and how many times too small they are */
  readonly measure: Readonly<Record<string, number>>
}

const FILE = /^trial-\d+\.json$/
const LONGEST = 300

/** Joined over the processes of a trial: what one of them applied was applied. */
export function saidIn(record: string): Said {
  const all = filesIn(record).map(read)
  const applied = Object.assign({}, ...all.map((one) => one.applied)) as Said['applied']
  const refused = Object.entries(Object.assign({}, ...all.map((one) => one.refused)) as Said['refused'])
  return {
    applied,
    refused: Object.fromEntries(refused.filter(([name]) => !(name in applied))),
    seeded: [...new Set(all.flatMap((one) => one.seeded))],
    measure: Object.assign({}, ...all.map((one) => one.measure)),
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => FILE.test(name))
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** What a process wrote is not ours: only what has the right shape is taken. */
function read(path: string): Said {
  try {
    const { applied = {}, refused = {}, seeded = [], measure = {} } = JSON.parse(readFileSync(path, 'utf8'))
    return {
      applied: texts(applied, 'how'),
      refused: texts(refused, 'why'),
      seeded: Array.isArray(seeded) ? seeded.filter((one) => typeof one === 'string').map(short) : [],
      measure: Object.fromEntries(
        Object.entries(measure).filter((one): one is [string, number] => typeof one[1] === 'number'),
      ),
    }
  } catch {
    return { applied: {}, refused: {}, seeded: [], measure: {} }
  }
}

function texts(values: object, field: string): Record<string, string> {
  const all = Object.entries(values as Record<string, Record<string, unknown>>)
  return Object.fromEntries(all.map(([name, one]) => [short(name), short(told(one ?? {}, field))]))
}

/** Whose setting it is stands before it: `SGD: lr 10 -> 1`. */
function told({ optimizer, ...one }: Record<string, unknown>, field: string): string {
  const text = String(one[field] ?? '')
  return typeof optimizer === 'string' && field === 'how' ? `${optimizer}: ${text}` : text
}

function short(text: string): string {
  return text.slice(0, LONGEST)
}
