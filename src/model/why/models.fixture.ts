// Small functions to explain whose answers are known, and the slow obvious twin of the Shapley values.
import { gaussian } from '../../signal/generator.ts'
import type { Groups, Predicting, Rows } from './predictor.ts'

/** A model that is a function of one row. */
export function model(features: number, of: (x: Float32Array) => readonly number[]): Predicting {
  const outputs = of(new Float32Array(features)).length
  const predict = async (rows: Float32Array, count: number) => {
    const out = new Float64Array(count * outputs)
    for (let row = 0; row < count; row++)
      out.set(of(rows.subarray(row * features, (row + 1) * features)), row * outputs)
    return out
  }
  return { features, outputs, predict }
}

export function linear(weights: readonly number[], bias = 0): Predicting {
  return model(weights.length, (x) => [weights.reduce((sum, one, i) => sum + one * x[i]!, bias)])
}

export function normalRows(count: number, features: number, seed: number): Rows {
  const draw = gaussian(seed)
  return { count, data: Float32Array.from({ length: count * features }, draw) }
}

export const singles = (count: number): Groups => Array.from({ length: count }, (_, i) => [i])

/** Mean prediction where the groups of the coalition have the row's values, the others those of each background row. */
async function worth(
  { predict, features, outputs }: Predicting,
  x: Float32Array,
  background: Rows,
  members: ReadonlySet<number>,
): Promise<number[]> {
  const sums = new Array<number>(outputs).fill(0)
  for (let b = 0; b < background.count; b++) {
    const mixed = Float32Array.from({ length: features }, (_, i) =>
      members.has(i) ? x[i]! : background.data[b * features + i]!,
    )
    const given = await predict(mixed, 1)
    given.forEach((one, o) => {
      sums[o]! += one / background.count
    })
  }
  return sums
}

/** By the definition: the mean over all orders of what a group adds when it joins. groups x outputs. */
export async function slowShapley(
  own: Predicting,
  x: Float32Array,
  background: Rows,
  groups: Groups,
): Promise<number[][]> {
  const phi = groups.map(() => new Array<number>(own.outputs).fill(0))
  const orders = permutations(groups.map((_, i) => i))
  for (const order of orders) {
    const members = new Set<number>()
    let before = await worth(own, x, background, members)
    for (const group of order) {
      for (const i of groups[group]!) members.add(i)
      const after = await worth(own, x, background, members)
      after.forEach((one, o) => {
        phi[group]![o]! += (one - before[o]!) / orders.length
      })
      before = after
    }
  }
  return phi
}

function permutations(list: readonly number[]): number[][] {
  if (list.length === 0) return [[]]
  return list.flatMap((one) => permutations(list.filter((other) => other !== one)).map((rest) => [one, ...rest]))
}
