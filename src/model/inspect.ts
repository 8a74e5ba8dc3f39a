// The model exam: a model file, its data and its predictions -> a record whose tables the checks are asked of.

import { basename } from 'node:path'
import type { Audit } from '../data/audit.ts'
import type { FrameColumn } from '../data/sample.ts'
import { type Message, message } from '../locales/speak.ts'
import type { DataSplit } from '../record/data-tables.ts'
import { type Fact, fact } from '../record/fact.ts'
import type { ModelTables } from '../record/model-tables.ts'
import type { RunRecord, Source } from '../record/run.ts'
import type { Layer } from '../record/tables.ts'
import { predictionTables } from './examine-predictions.ts'
import { type Explained, explain } from './explain.ts'
import { weightRows } from './measure/weights.ts'
import { inputColumns, inputRows, rowsOfSplit, truthOf } from './on-data.ts'
import type { OpenedModel } from './opened.ts'
import { fromOutputs } from './predictions/from-outputs.ts'
import type { Predicted } from './predictions/predicted.ts'
import type { Runner } from './run/runner.ts'

/** A message id is `model.step.<step>`. */
export type InspectStep = 'weights' | 'predict' | 'measure' | 'explain'

export interface Inspected {
  readonly model?: OpenedModel | undefined
  /** runs the model on rows of the data */
  readonly runner?: Runner | undefined
  /** the data set, examined */
  readonly audit?: Audit | undefined
  /** what was predicted elsewhere; of a split that stands here the model is not asked again */
  readonly predictions?: readonly Predicted[]
  readonly notes?: readonly Message[]
}

export interface InspectOptions {
  readonly seed?: number
  readonly clock?: () => number
  readonly progress?: ((step: InspectStep, share: number) => void) | undefined
}

const SEED = 20_260_102

/** The record of a model exam alone; `withData` of the command joins it with a run. Throws what the model throws when it is run. */
export async function inspect(given: Inspected, options: InspectOptions = {}): Promise<RunRecord> {
  const { model, audit, predictions = [] } = given
  const { seed = SEED, progress, clock = Date.now } = options
  progress?.('weights', 0)
  const weights = model ? weightRows(model.layers) : []
  progress?.('predict', 0.2)
  const asked = await predictedByModel(given)
  progress?.('measure', 0.4)
  const all = [...predictions, ...asked.predicted]
  const measured = all.length > 0 ? predictionTables(all, audit, seed) : {}
  progress?.('explain', 0.5)
  const why = asked.explained.length > 0 ? await explain(given.runner!, asked.names, asked.explained, seed, clock) : {}
  const counted = all.length > 0 && all.every((one) => one.task === 'regression')
  return recordOf(given, counted, { ...(model ? modelTables(model, weights) : {}), ...measured, ...why }, asked.notes)
}

interface ByModel {
  readonly predicted: readonly Predicted[]
  readonly explained: readonly Explained[]
  readonly names: readonly string[]
  readonly notes: readonly Message[]
}
const NOTHING: ByModel = { predicted: [], explained: [], names: [], notes: [] }

/** What the model says of the splits of the data. */
async function predictedByModel({ model, runner, audit, predictions = [] }: Inspected): Promise<ByModel> {
  if (!runner || !audit) return NOTHING
  const { frame, label } = audit
  const columns = inputColumns(frame, runner.inputs)
  const source = basename(model?.path ?? '')
  if (!columns || !label) {
    const columnCount = frame.columns.filter((one) => one.role === 'feature').length
    return {
      ...NOTHING,
      notes: [
        message(label ? 'note.model.inputs-differ' : 'note.model.no-label', {
          path: source,
          inputs: runner.inputs,
          columns: columnCount,
        }),
      ],
    }
  }
  const known = new Set(predictions.map((one) => one.split))
  const predicted: Predicted[] = []
  const explained: Explained[] = []
  const notes: Message[] = []
  for (const split of frame.splits) {
    const one = await ofSplit(runner, audit, columns, split, source)
    if (!one) {
      notes.push(
        message('note.model.classes-differ', { path: source, outputs: runner.outputs, classes: label.classes }),
      )
      break
    }
    if (!known.has(split)) predicted.push(one.predicted)
    explained.push(one.explained)
  }
  return { predicted, explained: chosen(explained), names: columns.map((one) => one.name), notes }
}

/** Training and one held-out split: the test, else the validation. */
function chosen(list: readonly Explained[]): readonly Explained[] {
  const at = (split: DataSplit) => list.filter((one) => one.split === split)
  const held = [...at('test'), ...at('val')].slice(0, 1)
  return held.length > 0 ? [...at('train'), ...held] : list.slice(0, 1)
}

async function ofSplit(
  runner: Runner,
  { frame, label }: Audit,
  columns: readonly FrameColumn[],
  split: DataSplit,
  source: string,
) {
  const rows = rowsOfSplit(frame, split)
  const truth = truthOf(label!, rows, runner.outputs)
  if (!truth) return undefined
  const data = inputRows(columns, rows)
  const values = await runner.run(data, rows.length)
  const predicted = fromOutputs({ split, source, values, width: runner.outputs }, truth)
  const explained = { split, rows: { data, count: rows.length }, truth, logits: predicted.outputs === 'logits' }
  return { predicted, explained }
}

function modelTables(
  model: OpenedModel,
  weights: NonNullable<ModelTables['weights']>,
): ModelTables & { layers: readonly Layer[] } {
  const trained = model.layers.reduce((sum, one) => sum + (one.parameters ?? 0), 0)
  const file = {
    path: model.path,
    format: model.format,
    bytes: model.bytes,
    tensors: model.tensors.length,
    parameters: trained,
    ordered: model.ordered,
  }
  return {
    modelFile: [file],
    layers: model.layers.map(({ weights: _, ...layer }) => layer),
    ...(weights.length > 0 ? { weights } : {}),
  }
}

function recordOf(
  { model, audit, predictions = [], notes = [] }: Inspected,
  counted: boolean,
  tables: ModelTables,
  more: readonly Message[],
): RunRecord {
  const files = [...new Set(predictions.map((one) => one.source))]
  const sources: Source[] = [
    ...(model ? [{ path: model.path, format: model.format, points: model.tensors.length }] : []),
    ...files.map((path) => ({
      path,
      format: 'predictions',
      points: predictions.filter((one) => one.source === path).reduce((sum, one) => sum + one.rows, 0),
    })),
    ...(audit?.record.sources ?? []),
  ]
  const name = model
    ? basename(model.path)
    : files.length > 0
      ? files.map((path) => basename(path)).join(' + ')
      : (audit?.record.name ?? '')
  return {
    name,
    sources,
    series: [],
    facts: [...dataFacts(audit, counted), ...(model?.facts ?? []), ...factsOf(predictions, audit)],
    events: [],
    tables: { ...audit?.record.tables, ...tables },
    notes: [...(audit?.record.notes ?? []), ...(model?.notes ?? []), ...notes, ...more],
  }
}

/** Whole numbers that a model foresees as quantities are no classes, though their values look like some. */
function dataFacts(audit: Audit | undefined, counted: boolean): readonly Fact[] {
  const known = audit?.record.facts ?? []
  if (!counted || audit?.label?.task !== 'classification') return known
  const task = fact('task', 'regression', audit.label.name, audit.data.name, 'file')
  return [...known.filter((one) => one.name !== 'task' && one.name !== 'classes'), task]
}

/** What the predictions tell of the task, where no data do. */
function factsOf(predictions: readonly Predicted[], audit: Audit | undefined): Fact[] {
  const [one] = predictions
  if (!one || audit?.label) return []
  const where = basename(one.source)
  const task = fact('task', one.task, one.task, where, 'file')
  return one.classes.length > 0
    ? [task, fact('classes', one.classes.length, one.classes.slice(0, 8).join(', '), where, 'file')]
    : [task]
}
