// The model exam as commands ask for it: the model is opened, its predictions are read or made, and all is measured with progress.

import { basename, join } from 'node:path'
import type { Audit } from '../data/audit.ts'
import type { DuckDB } from '../data/engine/duckdb.ts'
import { EngineError } from '../data/engine/engine.ts'
import type { MessageId, Speak } from '../locales/speak.ts'
import { type Message, message } from '../locales/speak.ts'
import { ModelError } from '../model/model-error.ts'
import type { OpenedModel } from '../model/opened.ts'
import type { Predicted } from '../model/predictions/predicted.ts'
import type { PredictionsAsked } from '../model/predictions/read.ts'
import type { Runner } from '../model/run/runner.ts'
import type { DataSplit } from '../record/data-tables.ts'
import type { RunRecord } from '../record/run.ts'
import { clean } from '../view/clean.ts'
import { type DataOptions, taskOf } from './data-exam.ts'
import { progress } from './progress.ts'
import { Refusal } from './refusal.ts'
import type { Surroundings } from './surroundings.ts'

/** The flags that name a model and its predictions, as the command line gives them. */
export interface ModelOptions {
  readonly model?: string
  readonly predictions?: readonly string[]
  readonly predict?: string
}

/** Whether the flags name anything to inspect. */
export function namesModel({ model, predictions, predict }: ModelOptions): boolean {
  return model !== undefined || (predictions?.length ?? 0) > 0 || predict !== undefined
}

/** Inspects what the flags name, beside the data where there are some. Throws a Refusal for what cannot be opened or read. */
export async function examineModel(
  options: ModelOptions & DataOptions,
  audit: Audit | undefined,
  around: Surroundings,
  speak: Speak,
): Promise<RunRecord> {
  const line = progress(around)
  const reading = (path: string) => line.say(speak('cli.reading', { path: clean(path, 200) }))
  const open: Open = { closing: [] }
  try {
    if (options.predict !== undefined && !audit) throw new Refusal('cli.error.predict.data')
    const { model, runner, notes } = await opened(options, audit, open, reading)
    const engine = await engineFor(options, audit, open)
    const read = engine ? await predictionsOf(options, engine, audit, reading) : []
    const { inspect } = await import('../model/inspect.ts')
    const predictions = read.map((one) => one.predicted)
    return await inspect(
      { model, runner, audit, predictions, notes: [...notes, ...read.flatMap((one) => one.notes)] },
      {
        progress: (step, share) =>
          line.say(speak('data.progress', { step: speak(`model.step.${step}`), share, left: 'none' })),
      },
    )
  } catch (error) {
    if (error instanceof ModelError || error instanceof EngineError)
      throw new Refusal(error.id as MessageId, error.values)
    throw error
  } finally {
    line.end()
    for (const close of open.closing) await close()
  }
}

/** What is to be given back when the exam ends, however it ends. */
interface Open {
  readonly closing: (() => void | Promise<void>)[]
}

interface OpenedFor {
  readonly model?: OpenedModel
  readonly runner?: Runner
  readonly notes: readonly Message[]
}

/** The model, and where it can be run on the data, what runs it. */
async function opened(
  { model: path, predictions, predict }: ModelOptions,
  audit: Audit | undefined,
  { closing }: Open,
  reading: (path: string) => void,
): Promise<OpenedFor> {
  if (path === undefined) return { notes: [] }
  reading(path)
  const model = await (await import('../model/open.ts')).openModel(path)
  closing.push(model.close)
  if (!audit) return { model, notes: [] }
  if (model.format === 'onnx') {
    const runner = await (await import('../model/run/onnx.ts')).openOnnx(model.path)
    closing.push(runner.close)
    return { model, runner, notes: [] }
  }
  const asked = predictions !== undefined || predict !== undefined
  return {
    model,
    notes: asked ? [] : [message('note.model.not-run', { path: clean(basename(model.path), 120) })],
  }
}

/** DuckDB reads predictions: that of the data where it is one. */
async function engineFor(
  { predictions, predict }: ModelOptions,
  audit: Audit | undefined,
  { closing }: Open,
): Promise<DuckDB | undefined> {
  if ((predictions?.length ?? 0) === 0 && predict === undefined) return undefined
  const known = audit?.data.engine
  if (known?.dialect.name === 'duckdb') return known as DuckDB
  const own = await (await import('../data/engine/duckdb.ts')).openDuckDB()
  closing.push(own.close)
  return own
}

type Read = { readonly predicted: Predicted; readonly notes: readonly Message[] }

async function predictionsOf(
  options: ModelOptions & DataOptions,
  engine: DuckDB,
  audit: Audit | undefined,
  reading: (path: string) => void,
): Promise<Read[]> {
  const { labelCells } = await import('../model/on-data.ts')
  const asked = {
    // whole numbers look like classes to the data exam, and may be foreseen as quantities all the same
    task: taskOf(options.task) ?? (audit?.label?.task === 'regression' ? 'regression' : undefined),
    label: options.label,
    ...(audit ? { truth: (split: DataSplit, rows: number) => labelCells(audit, split, rows) } : {}),
  }
  const read = await fromFiles(options.predictions ?? [], engine, asked, reading)
  if (options.predict === undefined || !audit) return read
  return [...read, ...(await fromCommand(options.predict, read, engine, audit, asked, reading))]
}

async function fromFiles(
  files: readonly string[],
  engine: DuckDB,
  asked: PredictionsAsked,
  reading: (path: string) => void,
): Promise<Read[]> {
  const { readPredictions } = await import('../model/predictions/read.ts')
  const read: Read[] = []
  for (const given of files) {
    const { split, path } = splitAndPath(given)
    reading(path)
    const one = await readPredictions(engine, path, { ...asked, split })
    const twice = read.find((own) => own.predicted.split === one.predicted.split)
    if (twice)
      throw new Refusal('cli.error.predictions.split', {
        first: clean(twice.predicted.source, 120),
        second: clean(path, 120),
        split: one.predicted.split,
      })
    read.push(one)
  }
  return read
}

/** What the user's command predicts of every split that no file told of. */
async function fromCommand(
  command: string,
  known: readonly Read[],
  engine: DuckDB,
  audit: Audit,
  asked: PredictionsAsked,
  reading: (path: string) => void,
): Promise<Read[]> {
  const [{ predictByCommand }, { readPredictions }, { rowsOfSplit }] = await Promise.all([
    import('../model/run/command.ts'),
    import('../model/predictions/read.ts'),
    import('../model/on-data.ts'),
  ])
  const read: Read[] = []
  for (const split of audit.frame.splits) {
    if (known.some((one) => one.predicted.split === split)) continue
    reading(`${command} (${split})`)
    const path = join(engine.folder, `predicted-${split}.jsonl`)
    await predictByCommand(command, audit.frame, rowsOfSplit(audit.frame, split), path)
    const { predicted, notes } = await readPredictions(engine, path, { ...asked, split })
    read.push({ predicted: { ...predicted, source: command.slice(0, 120) }, notes })
  }
  return read
}

/** `test=file.csv`, or a file whose name may tell its split. */
function splitAndPath(given: string): { readonly split?: DataSplit; readonly path: string } {
  const found = /^(train|val|test)=(.+)$/s.exec(given)
  return found ? { split: found[1] as DataSplit, path: found[2]! } : { path: given }
}
