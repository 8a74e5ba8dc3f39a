// Why a model predicts as it does, on training and unseen rows: what shuffling costs, Shapley values, LIME, the fewest features.

import type { DataSplit } from '../record/data-tables.ts'
import type { Importance, Measure, ModelTables, SmallestSet } from '../record/model-tables.ts'
import { uniform } from '../signal/generator.ts'
import type { Truth } from './predictions/from-outputs.ts'
import type { Runner } from './run/runner.ts'
import { lime } from './why/lime.ts'
import { permutationImportance } from './why/permutation.ts'
import type { Groups, Predicting, Rows, ScoreOf } from './why/predictor.ts'
import { shapley } from './why/shapley.ts'
import { smallestSet } from './why/smallest-set.ts'

/** Rows of one split as the model takes them, with their truth. */
export interface Explained {
  readonly split: DataSplit
  readonly rows: Rows
  readonly truth: Truth
  /** the outputs are logits: of one unit the border is 0 */
  readonly logits: boolean
}

const REPEATS = 5
/** Rows of a split that are asked about at most. */
const ROWS = 1_000
const BACKGROUND = 50
const EXPLAINED_ROWS = 50
const LOCAL_ROWS = 10
/** Seconds that each part may take, by the speed of the model as it is measured first. */
const SECONDS = 6
const FEWEST = 20

/** Undefined tables where there are fewer rows than say anything. `features` are their names, one an input. */
export async function explain(
  runner: Runner,
  features: readonly string[],
  splits: readonly Explained[],
  seed: number,
  clock: () => number,
): Promise<Pick<ModelTables, 'importance' | 'smallestSet'>> {
  const model: Predicting = { features: runner.inputs, outputs: runner.outputs, predict: runner.run }
  const groups: Groups = features.map((_, i) => [i])
  const known = splits.filter((one) => one.truth.values.filter((value) => !Number.isNaN(value)).length >= FEWEST)
  const speed = await speedOf(model, known[0]?.rows, clock)
  const importance: Importance[] = []
  const sets: SmallestSet[] = []
  for (const one of known) {
    const some = drawn(one, Math.min(ROWS, Math.floor((speed * SECONDS) / (groups.length * REPEATS))), seed)
    if (some.rows.count < FEWEST) continue
    const score = scoreOf(some, model.outputs)
    const measure: Measure = some.truth.task === 'regression' ? 'r2' : 'accuracy'
    const permuted = await permutationImportance(model, some.rows, groups, score, { seed, repeats: REPEATS })
    const held = one.split !== 'train' || known.length === 1
    const local = held ? await localValues(model, some.rows, known[0]!.rows, groups, speed, seed) : undefined
    permuted.groups.forEach(({ drop, error }, i) => {
      importance.push({
        split: one.split,
        feature: features[i]!,
        drop,
        error,
        measure,
        score: permuted.whole,
        ...local?.(i),
      })
    })
    const order = permuted.groups.map((_, i) => i).sort((a, b) => permuted.groups[b]!.drop - permuted.groups[a]!.drop)
    if (held) sets.push(await fewest(model, { ...some, measure, groups, score, order }, features))
  }
  return { ...(importance.length > 0 ? { importance } : {}), ...(sets.length > 0 ? { smallestSet: sets } : {}) }
}

/** Rows a second. */
async function speedOf(model: Predicting, rows: Rows | undefined, clock: () => number): Promise<number> {
  if (!rows) return 0
  const count = Math.min(rows.count, 500)
  const began = clock()
  let asked = 0
  do {
    await model.predict(rows.data, count)
    asked += count
  } while (clock() - began < 20)
  return (1000 * asked) / Math.max(1, clock() - began)
}

function drawn(one: Explained, most: number, seed: number): Explained {
  const { rows, truth } = one
  if (rows.count <= most) return one
  const next = uniform(seed)
  const places = Array.from({ length: rows.count }, (_, i) => i)
  for (let i = 0; i < most; i++) {
    const k = i + Math.floor(next() * (places.length - i))
    ;[places[i], places[k]] = [places[k]!, places[i]!]
  }
  const chosen = places.slice(0, Math.max(0, most)).sort((a, b) => a - b)
  return {
    ...one,
    rows: taken(rows, chosen),
    truth: { ...truth, values: Float64Array.from(chosen, (i) => truth.values[i]!) },
  }
}

function taken(rows: Rows, places: readonly number[]): Rows {
  const width = rows.count > 0 ? rows.data.length / rows.count : 0
  const data = new Float32Array(places.length * width)
  places.forEach((from, i) => {
    data.set(rows.data.subarray(from * width, (from + 1) * width), i * width)
  })
  return { data, count: places.length }
}

/** R2, or the share of right classes, over the rows whose truth is known. */
function scoreOf({ truth, logits }: Explained, width: number): ScoreOf {
  const { values } = truth
  if (truth.task === 'regression') {
    const known = values.filter((one) => !Number.isNaN(one))
    const mean = known.reduce((a, b) => a + b, 0) / Math.max(1, known.length)
    const spread = known.reduce((sum, one) => sum + (one - mean) ** 2, 0)
    return (outputs) => {
      let squares = 0
      for (let i = 0; i < values.length; i++)
        if (!Number.isNaN(values[i]!)) squares += (values[i]! - outputs[i * width]!) ** 2
      return spread > 0 ? 1 - squares / spread : 0
    }
  }
  const border = logits ? 0 : 0.5
  return (outputs) => {
    let [right, known] = [0, 0]
    for (let i = 0; i < values.length; i++) {
      if (Number.isNaN(values[i]!)) continue
      known++
      let best = width === 1 ? Number(outputs[i]! > border) : 0
      for (let k = 1; k < width; k++) if (outputs[i * width + k]! > outputs[i * width + best]!) best = k
      right += Number(best === values[i])
    }
    return known > 0 ? right / known : 0
  }
}

/** Of each feature the mean absolute Shapley value and LIME weight over a few rows and all outputs; fewer rows of a slow model. */
async function localValues(model: Predicting, rows: Rows, training: Rows, groups: Groups, speed: number, seed: number) {
  const background = some(training, BACKGROUND)
  const samples = 2 * groups.length + 256
  const asked = Math.min(EXPLAINED_ROWS, Math.floor((speed * SECONDS) / (samples * background.count)))
  const values = asked >= 3 ? await shapley(model, some(rows, asked), background, groups, { seed, samples }) : undefined
  const around =
    speed * SECONDS > 5_000 ? await lime(model, some(rows, LOCAL_ROWS), training, groups, { seed }) : undefined
  return (group: number): Pick<Importance, 'shapley' | 'lime'> => ({
    ...(values ? { shapley: meanSize(values.phi, group, groups.length, model.outputs) } : {}),
    ...(around ? { lime: meanSize(around.weights, group, groups.length, model.outputs) } : {}),
  })
}

function some(rows: Rows, most: number): Rows {
  if (rows.count <= most) return rows
  return taken(
    rows,
    Array.from({ length: most }, (_, i) => Math.floor((i * rows.count) / most)),
  )
}

/** rows x groups x outputs -> the mean size of one group's values. */
function meanSize(values: Float64Array, group: number, groups: number, outputs: number): number {
  const rows = values.length / groups / outputs
  let sum = 0
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < outputs; k++) sum += Math.abs(values[(row * groups + group) * outputs + k]!)
  return sum / Math.max(1, rows * outputs)
}

interface Asked extends Explained {
  readonly measure: Measure
  readonly groups: Groups
  readonly score: ScoreOf
  readonly order: readonly number[]
}

async function fewest(model: Predicting, asked: Asked, features: readonly string[]): Promise<SmallestSet> {
  const { split, rows, groups, score, order, measure } = asked
  const kept = await smallestSet(model, rows, groups, score, { order, candidates: 8, most: 16 })
  return {
    split,
    measure,
    whole: kept.whole,
    steps: kept.steps.map((one) => ({ feature: features[one.group]!, score: one.score })),
    enough: kept.kept ? kept.enough : features.length,
    of: features.length,
  }
}
