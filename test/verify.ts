// `whyloss verify` called on trainings that are made ill: in a folder of their own, and what came of it.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { z } from 'zod'
import { examinationSchema } from '../src/view/schema.ts'
import { ROOT } from './sources.ts'
import { type Called, type Outcome, type Workshop, workshop } from './watched.ts'

type Run = z.infer<typeof examinationSchema>['runs'][number]
type Experiment = NonNullable<Run['experiment']>

export interface Verified extends Outcome {
  readonly run: Run
  readonly experiment: Experiment
}

export interface Ward {
  /** the folder that a user would stand in */
  readonly folder: string
  /** takes a file of the project into it */
  take(path: string): void
  /** the command with these words, while it runs */
  begin(words: readonly string[]): Called
  /** the same to its end, with its JSON, which must pass the schema */
  verify(...words: readonly string[]): Promise<Verified>
  /** the newest experiment's folder */
  home(): string
  clear(): void
  remove(): void
}

/** The knobs of recorder/tests/by_hand.py. */
export const KNOBS = ['--knob', 'lr=--lr', '--knob', 'seed=--seed'] as const

/** A call of it. */
export const byHand = (...words: readonly (string | number)[]) => ['--', 'python3', 'by_hand.py', ...words.map(String)]

export function ward(name: string): Ward {
  const place: Workshop = workshop(name)
  const { folder } = place
  // what frameworks keep at home is no part of the user's folder
  const env = { HOME: join(folder, '.whyloss-home'), OMP_NUM_THREADS: '1', TF_CPP_MIN_LOG_LEVEL: '2' }
  mkdirSync(env.HOME)
  const take = (path: string) => copyFileSync(join(ROOT, path), join(folder, path.split('/').at(-1)!))
  take('recorder/tests/by_hand.py')
  const begin = (words: readonly string[]) => place.call(['verify', ...words], { env })
  return {
    folder,
    take,
    begin,
    async verify(...words) {
      const outcome = await begin(['--json', ...words]).end
      if (outcome.stdout === '') throw new Error(`exit ${outcome.code}: ${outcome.stderr}`)
      const [run] = examinationSchema.parse(JSON.parse(outcome.stdout)).runs
      return { ...outcome, run: run!, experiment: run!.experiment! }
    },
    home: () => place.records().at(-1)!,
    clear: () => rmSync(join(folder, '.whyloss'), { recursive: true, force: true }),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Every file below a folder with its bytes, but what whyloss keeps. */
export function contents(folder: string): ReadonlyMap<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = all.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort()
  const own = paths.filter((path) => !path.startsWith('.whyloss'))
  return new Map(own.map((path) => [path, readFileSync(join(folder, path), 'latin1')]))
}

/** What was said in whole sentences, without the lines that tell how far the trials are. */
export function said(stderr: string): readonly string[] {
  const phases = /^whyloss: (training once as it is|trying remedies on one seed|proving the best one on fresh seeds)$/
  return stderr.split('\n').filter((line) => line !== '' && !phases.test(line))
}

/** The trials of an experiment that have a result: the words of each, and how it ended. */
export function results(home: string): readonly { readonly words: readonly string[]; readonly ending: string }[] {
  const trials = join(home, 'trials')
  const read = (id: string, file: string) => JSON.parse(readFileSync(join(trials, id, file), 'utf8'))
  return (existsSync(trials) ? readdirSync(trials) : [])
    .filter((id) => existsSync(join(trials, id, 'result.json')))
    .map((id) => ({ words: read(id, 'spec.json').words, ending: read(id, 'result.json').ending }))
}
