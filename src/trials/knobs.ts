// The user's own flags as a way to make a change: `--knob lr=--lr` says which flag of the script sets the learning rate.

import type { RunRecord } from '../record/run.ts'
import { factOf } from '../record/run.ts'
import type { Changes } from '../record/trials.ts'

export interface Knob {
  /** the change that it makes: learning_rate, batch_size, width, ... */
  readonly change: string
  readonly flag: string
  /** what it is set to now, where the command does not say so */
  readonly value?: string
}

/** Short names that people use. */
const SHORT: Readonly<Record<string, string>> = {
  lr: 'learning_rate',
  rate: 'learning_rate',
  bs: 'batch_size',
  batch: 'batch_size',
  wd: 'weight_decay',
  hidden: 'width',
  units: 'width',
}

/** `lr=--lr` or `width=--hidden=64`; undefined where it is neither. */
export function parseKnob(text: string): Knob | undefined {
  const [, name, flag, value] = /^([\w-]+)=(-{1,2}[\w.-]+)(?:=(.+))?$/.exec(text) ?? []
  if (name === undefined || flag === undefined) return undefined
  const change = SHORT[name] ?? name.replaceAll('-', '_')
  return { change, flag, ...(value === undefined ? {} : { value }) }
}

/**
 * The command with flags set, and which changes that makes. A factor such as `x0.1` needs the value that is set now: from
 * the command, the knob, or the facts of the baseline; undefined where nobody knows it.
 */
export function turned(
  words: readonly string[],
  knobs: readonly Knob[],
  changes: Changes,
  run: RunRecord,
): { readonly words: readonly string[]; readonly flags: Changes; readonly rest: Changes } | undefined {
  let turned = words
  const flags: Record<string, Changes[string]> = {}
  const rest: Record<string, Changes[string]> = {}
  for (const [name, value] of Object.entries(changes)) {
    const knob = knobs.find(({ change }) => change === name)
    const set = knob && valueFor(value, presentOf(knob, words, run))
    if (knob && set === undefined) return undefined
    if (knob) {
      turned = withFlag(turned, knob.flag, String(set))
      flags[name] = value
    } else rest[name] = value
  }
  return { words: turned, flags, rest }
}

/** Flags whose present value nobody knows, so that no factor of it can be set. */
export function unvalued(words: readonly string[], knobs: readonly Knob[], run: RunRecord): readonly string[] {
  return knobs
    .filter((one) => one.change !== 'seed' && presentOf(one, words, run) === undefined)
    .map(({ flag }) => flag)
}

/** What the seed's flag is set to for a fresh seed: behind the script's own, so that it is never that one again. */
export function freshSeed(words: readonly string[], knobs: readonly Knob[], run: RunRecord, seed: number): number {
  const knob = knobs.find(({ change }) => change === 'seed')
  return ((knob && presentOf(knob, words, run)) ?? 0) + seed
}

function valueFor(value: Changes[string], present: number | undefined): Changes[string] | undefined {
  if (typeof value !== 'string' || !/^x[\d.]/.test(value)) return value
  if (present === undefined) return undefined
  const exact = Number((present * Number(value.slice(1))).toPrecision(6))
  // what counts something stays a whole number
  return Number.isInteger(present) && present > 1 ? Math.max(1, Math.round(exact)) : exact
}

function presentOf({ change, flag, value }: Knob, words: readonly string[], run: RunRecord): number | undefined {
  const at = words.indexOf(flag)
  const joined = words.find((word) => word.startsWith(`${flag}=`))
  const own = at >= 0 ? words[at + 1] : joined?.slice(flag.length + 1)
  const told = Number(own ?? value ?? factOf(run, change as never) ?? Number.NaN)
  return Number.isFinite(told) ? told : undefined
}

function withFlag(words: readonly string[], flag: string, value: string): readonly string[] {
  const at = words.indexOf(flag)
  if (at >= 0) return [...words.slice(0, at + 1), value, ...words.slice(at + 2)]
  const joined = words.findIndex((word) => word.startsWith(`${flag}=`))
  if (joined >= 0) return words.map((word, i) => (i === joined ? `${flag}=${value}` : word))
  return [...words, flag, value]
}
