// The data exam as commands ask for it: what the flags name is read, examined with progress, and cleared away again.

import type { Audit } from '../data/audit.ts'
import type { DataSet } from '../data/data-set.ts'
import type { DuckDB } from '../data/engine/duckdb.ts'
import { type Engine, EngineError } from '../data/engine/engine.ts'
import type { Named } from '../data/read/find.ts'
import type { Asked } from '../data/roles.ts'
import type { MessageId, Speak } from '../locales/speak.ts'
import type { RunRecord } from '../record/run.ts'
import { clean } from '../view/clean.ts'
import { nearest } from './nearest.ts'
import { progress } from './progress.ts'
import { Refusal } from './refusal.ts'
import { onInterrupt } from './stay.ts'
import type { Surroundings } from './surroundings.ts'

/** The flags that name data, as the command line gives them. */
export interface DataOptions {
  readonly train?: readonly string[]
  readonly val?: readonly string[]
  readonly test?: readonly string[]
  readonly label?: string
  readonly group?: string
  readonly time?: string
  readonly weight?: string
  readonly split?: string
  readonly task?: string
  readonly engine?: string
  readonly quick?: boolean
}

/** Names that an error lists. */
const LISTED = 12

/** What the flags name; undefined where they name no data. */
export function namedData(options: DataOptions, data: readonly string[] = []): readonly Named[] | undefined {
  const named: Named[] = []
  if (data.length > 0) named.push({ split: 'all', paths: data })
  for (const split of ['train', 'val', 'test'] as const) {
    const paths = options[split]
    if (paths && paths.length > 0) named.push({ split, paths })
  }
  return named.length > 0 ? named : undefined
}

/**
 * Examines the data and hands the result to `use` while the engine is open. Throws a Refusal for what cannot be read;
 * temporary files are gone when this ends, also by Ctrl-C.
 */
export async function examineData<T>(
  named: readonly Named[],
  options: DataOptions,
  around: Surroundings,
  speak: Speak,
  use: (audit: Audit) => Promise<T>,
): Promise<T> {
  const task = taskOf(options.task)
  const line = progress(around)
  let engine: Engine | undefined
  const back = onInterrupt(() => {
    line.end()
    void leave(engine)
  })
  try {
    engine = await openEngine(options.engine)
    const opened = await load(engine, named, options, (what) =>
      line.say(speak('cli.reading', { path: clean(what, 200) })),
    )
    const { auditData } = await import('../data/audit.ts')
    const began = Date.now()
    const audit = await auditData(opened, {
      ...(task ? { task } : {}),
      ...(options.quick ? { quick: true } : {}),
      progress: (step, share) => line.say(said(speak, step, share, Date.now() - began)),
    })
    line.end()
    return await use(audit)
  } catch (error) {
    if (error instanceof EngineError) throw new Refusal(error.id as MessageId, error.values)
    throw error
  } finally {
    line.end()
    back()
    await engine?.close()
  }
}

/** DuckDB, or the Spark that an address names. Throws a Refusal for what is neither. */
async function openEngine(given = 'duckdb'): Promise<Engine> {
  if (given === 'duckdb') return (await import('../data/engine/duckdb.ts')).openDuckDB()
  if (given.startsWith('sc://')) return (await import('../data/engine/spark/connect.ts')).openSpark(given)
  throw new Refusal('data.error.engine', { given: clean(given, 80) })
}

async function load(
  engine: Engine,
  named: readonly Named[],
  options: DataOptions,
  reading: (what: string) => void,
): Promise<DataSet> {
  const asked = { ...askedOf(options), splitColumn: options.split, progress: reading }
  const { guessed, loadData } = await import('../data/load.ts')
  const data = isDuckDB(engine)
    ? await loadData(engine, named, asked)
    : await (await import('../data/load-spark.ts')).loadSpark(engine, named, asked)
  return { ...data, notes: [...data.notes, ...guessed(data, asked)] }
}

function isDuckDB(engine: Engine): engine is DuckDB {
  return engine.dialect.name === 'duckdb'
}

function askedOf(options: DataOptions): Asked {
  return {
    label: options.label,
    group: options.group,
    time: options.time,
    weight: options.weight,
    unknown: (flag, column, known) =>
      new Refusal('data.error.column', {
        flag,
        column: clean(column, 80),
        nearest: known.length > 0 ? clean(nearest(column, known), 80) : 'none',
        known:
          known
            .slice(0, LISTED)
            .map((one) => clean(one, 40))
            .join(', ') + (known.length > LISTED ? ', …' : ''),
      }),
  }
}

/** Throws a Refusal for another word. */
export function taskOf(given: string | undefined): 'classification' | 'regression' | undefined {
  if (given === undefined || given === 'classification' || given === 'regression') return given
  throw new Refusal('data.error.task', { given })
}

/** Time left, once enough lies behind to tell it. */
function said(speak: Speak, step: string, share: number, spent: number): string {
  const seconds = share > 0.1 && spent > 2000 ? Math.ceil((spent * (1 - share)) / share / 1000) : undefined
  const left = seconds === undefined ? 'none' : seconds >= 90 ? `${Math.round(seconds / 60)} min` : `${seconds} s`
  return speak('data.progress', { step: speak(`data.step.${step}` as MessageId), share, left })
}

/** Clears away and ends as a process that Ctrl-C ended. */
async function leave(engine: Engine | undefined): Promise<void> {
  await engine?.close().catch(() => {})
  process.exit(130)
}

/** A run with what is known of its data, its model and its predictions: one record, one verdict. */
export function withData(run: RunRecord, { record }: Pick<Audit, 'record'>): RunRecord {
  return {
    ...run,
    sources: [...run.sources, ...record.sources],
    facts: [...run.facts, ...record.facts],
    tables: { ...record.tables, ...run.tables },
    notes: [...run.notes, ...record.notes],
  }
}
