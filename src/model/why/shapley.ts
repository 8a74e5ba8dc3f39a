// Shapley values of the features by KernelSHAP: one weighted least-squares fit over coalitions (Lundberg and Lee 2017).

import { type Coalitions, coalitions, payable } from './coalitions.ts'
import { type Factor, factor, solveWith } from './least-squares.ts'
import { chunkRows, type Groups, type Predicting, type Rows } from './predictor.ts'

export interface ShapleyOptions {
  readonly seed: number
  /** different coalitions that are asked of a row, default 2 x groups + 2048; up to eleven groups all of them, so that the values are exact */
  readonly samples?: number
}

export interface Shapley {
  /** rows x groups x outputs, in units of the output: what the group adds to the base value in this row */
  readonly phi: Float64Array
  /** of each output: mean prediction over the background */
  readonly base: Float64Array
  /** outputs of the rows themselves, rows x outputs: base plus the sum of phi */
  readonly outputs: Float64Array
  /** whether every coalition was asked about */
  readonly exact: boolean
}

/** Rows of the background, and the coalitions that are asked of them. */
interface Block {
  readonly rows: Rows
  readonly asked: Coalitions
  readonly system: Factor
  /** mean prediction of each output */
  readonly base: Float64Array
}

/** Blocks of the background at most; rows of it, and coalitions a player, that each needs for its fit to be steady. */
const BLOCKS = 4
const BLOCK_ROWS = 25
const BLOCK_COALITIONS = 20

/**
 * A feature that takes no part has the values of the background's rows, one after another (the interventional value
 * function). All rows share the coalitions, so that their system is factored once. A group that is the same in all rows
 * and all of the background is worth 0.
 *
 * Where coalitions are drawn, the background is cut into blocks that each have coalitions of their own, and the fits are
 * averaged: values are linear in the background, and errors of different draws cancel. A quarter of the predictions
 * (samples x rows x background / 4) so brings values about as near as one fit of as many coalitions (test/whole/explain).
 * Throws what the model throws.
 */
export async function shapley(
  model: Predicting,
  rows: Rows,
  background: Rows,
  groups: Groups,
  { seed, samples }: ShapleyOptions,
): Promise<Shapley> {
  const { outputs } = model
  const players = groups.map((_, i) => i).filter((i) => varies(groups[i]!, model.features, rows, background))
  const own = players.map((i) => groups[i]!)
  const blocks = await blocksOf(model, background, players.length, samples ?? 2 * players.length + 2048, seed)
  const given = await model.predict(rows.data, rows.count)
  const phi = new Float64Array(rows.count * groups.length * outputs)
  for (let row = 0; row < rows.count; row++)
    for (const block of blocks) {
      const values = await valuesOf(model, rows, row, block.rows, own, block.asked)
      for (let o = 0; o < outputs; o++) {
        const fitted = solved(block, values, o, outputs, given[row * outputs + o]!)
        players.forEach((group, i) => {
          phi[(row * groups.length + group) * outputs + o]! += (fitted[i]! * block.rows.count) / background.count
        })
      }
    }
  const base = new Float64Array(outputs)
  for (const block of blocks)
    for (let o = 0; o < outputs; o++) base[o]! += (block.base[o]! * block.rows.count) / background.count
  return { phi, base, outputs: given, exact: blocks.every((block) => block.asked.exact) }
}

async function blocksOf(
  { features, outputs, predict }: Predicting,
  background: Rows,
  players: number,
  samples: number,
  seed: number,
): Promise<readonly Block[]> {
  const most = Math.min(BLOCKS, background.count / BLOCK_ROWS, samples / (BLOCK_COALITIONS * players))
  const count = payable(players, samples) ? 1 : Math.max(1, Math.floor(most))
  const blocks: Block[] = []
  for (let i = 0; i < count; i++) {
    const [from, to] = [i, i + 1].map((one) => Math.floor((one * background.count) / count)) as [number, number]
    const rows = { data: background.data.subarray(from * features, to * features), count: to - from }
    const asked = coalitions(players, Math.floor(samples / count), seed + i)
    const base = means(await predict(rows.data, rows.count), 1, rows.count, outputs)
    blocks.push({ rows, asked, system: systemOf(asked), base })
  }
  return blocks
}

/**
 * The values of a linear model in closed form: weight times distance from the background's mean, summed over a group.
 * `weights` are features x outputs; the result rows x groups x outputs.
 */
export function linearShapley(
  weights: Float64Array,
  outputs: number,
  rows: Rows,
  mean: ArrayLike<number>,
  groups: Groups,
): Float64Array {
  const features = mean.length
  const phi = new Float64Array(rows.count * groups.length * outputs)
  for (let row = 0; row < rows.count; row++)
    groups.forEach((members, group) => {
      for (const i of members) {
        const away = rows.data[row * features + i]! - mean[i]!
        for (let o = 0; o < outputs; o++)
          phi[(row * groups.length + group) * outputs + o]! += away * weights[i * outputs + o]!
      }
    })
  return phi
}

function varies(members: readonly number[], features: number, ...all: readonly Rows[]): boolean {
  return members.some((i) => {
    const first = all[0]!.data[i]
    return all.some(({ data, count }) => {
      for (let row = 0; row < count; row++) if (!Object.is(data[row * features + i], first)) return true
      return false
    })
  })
}

/** The normal equations without the last player, whose value the sum of all gives. */
function systemOf({ players, count, masks, weights }: Coalitions): Factor {
  const size = Math.max(0, players - 1)
  const gram = new Float64Array(size * size)
  for (let c = 0; c < count; c++) {
    const at = c * players
    const last = masks[at + size]!
    for (let i = 0; i < size; i++) {
      const own = (masks[at + i]! - last) * weights[c]!
      if (own !== 0) for (let j = 0; j <= i; j++) gram[i * size + j]! += own * (masks[at + j]! - last)
    }
  }
  return factor(gram, size)
}

/** What each coalition is worth in a row: count x outputs, means over the background. */
async function valuesOf(
  { features, outputs, predict }: Predicting,
  rows: Rows,
  row: number,
  background: Rows,
  groups: Groups,
  { players, count, masks }: Coalitions,
): Promise<Float64Array> {
  const x = rows.data.subarray(row * features, (row + 1) * features)
  const block = background.count * features
  const step = Math.min(count, Math.max(1, Math.floor(chunkRows(features) / background.count)))
  const chunk = new Float32Array(step * block)
  const values = new Float64Array(count * outputs)
  const plain = background.data.subarray(0, block)
  for (let start = 0; start < count; start += step) {
    const own = Math.min(step, count - start)
    for (let c = 0; c < own; c++) {
      chunk.set(plain, c * block)
      const mask = (start + c) * players
      groups.forEach((members, player) => {
        if (masks[mask + player] === 1)
          for (const i of members) spread(chunk, c * block + i, (c + 1) * block, features, x[i]!)
      })
    }
    const given = await predict(chunk, own * background.count)
    values.set(means(given, own, background.count, outputs), start * outputs)
  }
  return values
}

/** One value down a column. */
function spread(into: Float32Array, from: number, to: number, step: number, value: number): void {
  for (let at = from; at < to; at += step) into[at] = value
}

/** Means over each `count` rows in turn: blocks x outputs. */
function means(given: Float64Array, blocks: number, count: number, outputs: number): Float64Array {
  const out = new Float64Array(blocks * outputs)
  for (let block = 0; block < blocks; block++)
    for (let row = 0; row < count; row++)
      for (let o = 0; o < outputs; o++) out[block * outputs + o]! += given[(block * count + row) * outputs + o]! / count
  return out
}

/** The players' values of one output: the weighted fit whose sum is the distance from the base. */
function solved(
  { asked: { players, count, masks, weights }, system, base: bases }: Block,
  values: Float64Array,
  output: number,
  outputs: number,
  given: number,
): Float64Array {
  const base = bases[output]!
  const size = Math.max(0, players - 1)
  const right = new Float64Array(size)
  for (let c = 0; c < count; c++) {
    const at = c * players
    const last = masks[at + size]!
    const left = weights[c]! * (values[c * outputs + output]! - base - last * (given - base))
    for (let i = 0; i < size; i++) right[i]! += left * (masks[at + i]! - last)
  }
  solveWith(system, right)
  const phi = new Float64Array(players)
  phi.set(right)
  if (players > 0) phi[size] = given - base - right.reduce((sum, one) => sum + one, 0)
  return phi
}
