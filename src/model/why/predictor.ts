// What explains a model sees of it: a function from rows of numbers to rows of numbers, and which of them belong together.

/** `count` rows of features, row-major, to `count` rows of outputs, row-major. The rows are its to read, not to keep. */
export type Predictor = (rows: Float32Array, count: number) => Promise<Float64Array>

export interface Predicting {
  readonly predict: Predictor
  /** values of a row */
  readonly features: number
  /** values that are given out for a row */
  readonly outputs: number
}

/** Rows of features, row-major. */
export interface Rows {
  readonly data: Float32Array
  readonly count: number
}

/** Features that stand or fall together, by their places in a row: a column of the data may be several inputs of the model. */
export type Groups = readonly (readonly number[])[]

/** How good outputs are for all rows, in their order; more is better. The outputs are its to read, not to keep. */
export type ScoreOf = (outputs: Float64Array) => number

/** Values that are made up at once before the model is asked: 256 KiB stay in a core's cache. */
const CHUNK_VALUES = 2 ** 16

/** Rows of `features` values that one question to the model holds. */
export function chunkRows(features: number): number {
  return Math.max(1, Math.floor(CHUNK_VALUES / features))
}

/** Writes `count` rows of a job, from its row `row` on, at the start of `into`. */
export type Fill = (into: Float32Array, job: number, row: number, count: number) => void

/**
 * Asks the model `jobs` times about `count` rows each, with several jobs in one question where they are short. `done` gets
 * the outputs of a job when they are there, in the order of the jobs.
 */
export async function inChunks(
  model: Predicting,
  jobs: number,
  count: number,
  fill: Fill,
  done: (job: number, outputs: Float64Array) => void,
): Promise<void> {
  const { features, outputs, predict } = model
  const step = Math.min(chunkRows(features), jobs * count)
  const chunk = new Float32Array(step * features)
  const own = new Float64Array(count * outputs)
  for (let start = 0; start < jobs * count; start += step) {
    const parts = partsOf(start, Math.min(start + step, jobs * count), count)
    for (const { job, row, rows, at } of parts)
      fill(chunk.subarray(at * features, (at + rows) * features), job, row, rows)
    const given = await predict(chunk, Math.min(step, jobs * count - start))
    for (const { job, row, rows, at } of parts) {
      own.set(given.subarray(at * outputs, (at + rows) * outputs), row * outputs)
      if (row + rows === count) done(job, own)
    }
  }
}

/** Rows from `start` to `stop` of jobs of `count` rows that follow each other, cut where a job ends. */
function partsOf(start: number, stop: number, count: number): { job: number; row: number; rows: number; at: number }[] {
  const parts: { job: number; row: number; rows: number; at: number }[] = []
  for (let i = start; i < stop; ) {
    const row = i % count
    const rows = Math.min(stop - i, count - row)
    parts.push({ job: Math.floor(i / count), row, rows, at: i - start })
    i += rows
  }
  return parts
}
