// Rows of probabilities that a reader may change: their losses and classes, and what a temperature makes of them.

/** Single precision knows nothing between this and 0; a loss is never counted beyond its logarithm. */
const LEAST = 2 ** -23
/** What 0 is taken for where a logarithm is to be stretched and shrunk again. */
const NOTHING = 1e-30

export interface LiveRow {
  /** of each class; they sum to 1 */
  readonly probabilities: readonly number[]
  /** place of the true class */
  readonly truth: number
}

/** The rows as they were given, each made to sum to 1: their digits were cut. */
export function liveRows(rows: readonly LiveRow[]): readonly LiveRow[] {
  return rows.map((row) => ({ ...row, probabilities: normal(row.probabilities) }))
}

/** Probabilities whose logits were divided by the temperature. */
export function tempered(probabilities: readonly number[], temperature: number): readonly number[] {
  if (temperature === 1) return probabilities
  const logits = probabilities.map((p) => Math.log(Math.max(NOTHING, p)) / temperature)
  const most = Math.max(...logits)
  return normal(logits.map((logit) => Math.exp(logit - most)))
}

/** The row with another probability of one class; the other classes keep their proportions. */
export function moved(probabilities: readonly number[], at: number, to: number): readonly number[] {
  const rest = probabilities.reduce((sum, p, k) => (k === at ? sum : sum + p), 0)
  const others = probabilities.length - 1
  return probabilities.map((p, k) => {
    if (k === at) return to
    return rest > 0 ? (p / rest) * (1 - to) : (1 - to) / others
  })
}

/** In nats: the negative logarithm of the probability of the true class. */
export function lossOf({ probabilities, truth }: LiveRow): number {
  return -Math.log(Math.max(LEAST, Math.min(1, probabilities[truth] ?? 0)))
}

/** Place of the largest probability, the first of equals. */
export function winner(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities))
}

/** Mean loss, and how many rows are right. */
export function summed(rows: readonly LiveRow[]): { readonly loss: number; readonly right: number } {
  return {
    loss: rows.reduce((sum, row) => sum + lossOf(row), 0) / Math.max(1, rows.length),
    right: rows.filter((row) => winner(row.probabilities) === row.truth).length,
  }
}

function normal(values: readonly number[]): readonly number[] {
  const sum = values.reduce((a, b) => a + b, 0)
  return sum > 0 ? values.map((one) => one / sum) : values.map(() => 1 / values.length)
}
