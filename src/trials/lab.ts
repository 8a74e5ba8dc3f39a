// What an experiment has at hand: the baseline, the measure, and a way to have a training run once more with a change.

import { factOf, type RunRecord } from '../record/run.ts'
import type { Arm, Changes, TrialRow, Yardstick } from '../record/trials.ts'
import { kindOf, stretch } from './changes.ts'
import { freshSeed, type Knob, turned } from './knobs.ts'
import { isBehind } from './rungs.ts'
import type { Runner } from './runner.ts'
import { idOf } from './store.ts'
import { rowOf, type Trial } from './trial.ts'
import type { Whole } from './yardstick.ts'

/** A trial may take so many times the baseline's time: another one beside it, a slower optimizer, a busy machine. */
const TIME = 4
/** seconds that any trial may take: starting a framework is no part of a training */
const PATIENCE = 60
/** So many times the baseline's memory is its limit, and so much more in MB. */
const MEMORY = { times: 2, more: 1024 } as const

/** why nothing changed: a flag that the script does not read */
export const DEAF = 'flag'

export interface Aim {
  readonly arm: Arm
  readonly seed: number
  readonly cause?: string
  readonly remedy?: string
  /** it may be ended where it is behind the others on its seed */
  readonly halve?: boolean
}

export interface Lab {
  readonly baseline: TrialRow
  readonly yardstick: Yardstick
  /** that trains, as the recorder calls it; '' where none is known */
  readonly framework: string
  /** Runs the training with these changes, or answers with what is known of it; undefined where no flag can make them. */
  tried(changes: Changes, aim: Aim): Promise<TrialRow | undefined>
  /** Whether the answer for these changes is there already, or read from one that is, and costs nothing. */
  isKnown(changes: Changes, seed: number): boolean
  /** Whether time is left for so many more trainings as long as the baseline, one after another on one slot. */
  affords(trainings: number): boolean
  rows(): readonly TrialRow[]
  /** those of them that were trainings of their own, the baseline first */
  trained(): readonly TrialRow[]
  /** trials that run at once */
  slots(): number
}

export interface LabOptions {
  readonly words: readonly string[]
  readonly knobs: readonly Knob[]
  readonly runner: Runner
  readonly run: RunRecord
  readonly baseline: TrialRow
  readonly yardstick: Yardstick
  readonly whole: Whole | undefined
  /** rows of trials that were made already, on this measure */
  readonly before: readonly TrialRow[]
  affords(trainings: number): boolean
  /** puts a row on the measure of this lab, where its result may be on another */
  measured(row: TrialRow): Promise<TrialRow>
  /** told of each trial as it begins and ends */
  began(trial: Trial): void
  ended(row: TrialRow): void
}

export function openLab(options: LabOptions): Lab {
  const { words, knobs, runner, run, baseline, yardstick, whole, began, ended } = options
  const known = new Map<string, Promise<TrialRow>>()
  const live = new Map<string, TrialRow['curve']>()
  const rows: TrialRow[] = [baseline, ...options.before]
  for (const row of options.before) known.set(row.id, Promise.resolve(row))
  for (const row of options.before) if (row.seed === baseline.seed) live.set(row.id, row.curve)
  const once = async (trial: Trial, halve: boolean): Promise<TrialRow> => {
    began(trial)
    const result = await runner.run(trial, { yardstick, ...(whole ? { whole } : {}) }, ({ curve }) => {
      if (trial.seed === baseline.seed) live.set(trial.id, curve)
      const others = [...live].filter(([id]) => id !== trial.id).map(([, one]) => one)
      return halve && isBehind(curve, others, baseline.curve, yardstick) ? 'behind' : undefined
    })
    const made = await options.measured(rowOf(trial, result))
    const row = isIgnored(trial, made.curve, baseline) ? { ...made, ending: 'ignored' as const, why: DEAF } : made
    if (trial.seed === baseline.seed) live.set(trial.id, row.curve)
    rows.push(row)
    ended(row)
    return row
  }
  /** The command that makes these changes, and the name of its trial; undefined where no flag can make them. */
  const called = (changes: Changes, seed: number) => {
    const fresh = seed === baseline.seed ? {} : seedFlag(knobs, freshSeed(words, knobs, run, seed))
    const made = turned(words, knobs, { ...changes, ...fresh }, run)
    if (made === undefined) return undefined
    const { seed: _, ...flags } = made.flags
    return { id: idOf(made.rest, flags, seed), changes: made.rest, flags, words: made.words }
  }
  const isBaseline = (changes: Changes, seed: number) => Object.keys(changes).length === 0 && seed === baseline.seed
  return {
    baseline,
    yardstick,
    framework: String(factOf(run, 'framework') ?? ''),
    affords: options.affords,
    isKnown: (changes, seed) => isBaseline(changes, seed) || known.has(called(changes, seed)?.id ?? ''),
    rows: () => rows,
    trained: () => rows,
    slots: () => runner.slots(),
    async tried(changes, { arm, seed, cause, remedy, halve = false }) {
      if (isBaseline(changes, seed)) return baseline
      const made = called(changes, seed)
      if (made === undefined) return undefined
      const trial: Trial = {
        ...made, arm, seed, limits: limitsFor(changes, baseline),
        ...(cause === undefined ? {} : { cause }),
        ...(remedy === undefined ? {} : { remedy }),
      } // biome-ignore format: one line says what a trial is
      const row = known.get(trial.id) ?? once(trial, halve && !kindOf(changes).late)
      known.set(trial.id, row)
      return row
    },
  }
}

/** A flag for the seed is turned like any other; where there is none, seeds are changed inside the process. */
function seedFlag(knobs: readonly Knob[], seed: number): Changes {
  return knobs.some(({ change }) => change === 'seed') ? { seed } : {}
}

function limitsFor(changes: Changes, { seconds, memory, steps }: TrialRow): Trial['limits'] {
  return {
    seconds: Math.max(PATIENCE, TIME * stretch(changes) * seconds),
    memory: memory > 0 ? MEMORY.times * memory + MEMORY.more : null,
    steps: steps > 0 ? steps : null,
  }
}

/** A flag that changes not one digit of the curve is a flag that nobody reads. */
function isIgnored({ flags, changes, seed }: Trial, curve: TrialRow['curve'], baseline: TrialRow): boolean {
  if (Object.keys(flags).length === 0 || Object.keys(changes).length > 0 || seed !== baseline.seed) return false
  return curve.length > 1 && JSON.stringify(curve) === JSON.stringify(baseline.curve)
}
