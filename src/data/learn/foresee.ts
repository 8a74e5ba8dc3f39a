// What simple models say of rows that they did not learn from: five folds, each row foreseen once.

import type { Matrix } from './encode.ts'
import { FOLDS, foldsOf, shuffled } from './folds.ts'
import { fitLinear, predictLinear } from './linear.ts'
import { nearest } from './neighbours.ts'
import { binned, fitTrees, predictTrees, type TreeOptions, USUAL } from './trees.ts'

/** What is to be foreseen. `classes` 0: a quantity. */
export interface Question {
  readonly matrix: Matrix
  /** rows of the matrix that have a target */
  readonly rows: Int32Array
  readonly classes: number
  /** by row of the matrix: class 0..K-1, or the quantity */
  readonly target: Float64Array
  readonly groups?: Float64Array | undefined
  readonly seed: number
}

/** By place in `rows`: K probabilities, or one value. */
export interface Foreseen {
  readonly width: number
  /** rows that were foreseen, where not all of those that were asked for */
  readonly part?: Int32Array
  readonly values: Float64Array
  /** of trees: gain of each column of the matrix, over all folds */
  readonly gain?: Float64Array
}

export type Model = 'linear' | 'neighbours' | 'trees'

/** Rows that a fold learns from at most, rows that neighbours are sought among, and for how many. */
const LEARNT = 20_000
const BASE = 6_000
const ASKED = 8_000
const K = 10
/** Beyond so many columns or classes the trees are fewer: their cost is the product. */
const WORK = 30_000_000
const WORK_A_CLASS = 10_000_000

export function foresee(question: Question, model: Model): Foreseen {
  if (model === 'neighbours') return byNeighbours(question)
  const { rows, classes, target, groups, seed } = question
  const fold = foldsOf(rows, classes > 0 ? target : undefined, groups, seed)
  const width = Math.max(1, classes)
  const values = new Float64Array(rows.length * width)
  const gain = new Float64Array(question.matrix.columns)
  const bins = model === 'trees' ? binned(question.matrix, limited(rows, LEARNT, seed)) : undefined
  for (let f = 0; f < FOLDS; f++) {
    const learnt = limited(
      rows.filter((_, i) => fold[i] !== f),
      LEARNT,
      seed + f,
    )
    if (bins) {
      const trees = fitTrees(bins, learnt, { classes, target }, affordable(question, learnt.length))
      trees.gain.forEach((one, c) => {
        gain[c]! += one
      })
      const out = new Float64Array(trees.outputs)
      for (let i = 0; i < rows.length; i++) {
        if (fold[i] !== f) continue
        predictTrees(trees, bins, rows[i]!, out)
        put(values, i, classes, out)
      }
    } else {
      const targets = indicators(question)
      const linear = fitLinear(question.matrix, learnt, targets, width)
      const out = new Float64Array(width)
      for (let i = 0; i < rows.length; i++) {
        if (fold[i] !== f) continue
        predictLinear(linear, question.matrix, rows[i]!, out)
        values.set(out, i * width)
      }
    }
  }
  return { width, values, gain }
}

function limited(rows: ArrayLike<number>, most: number, seed: number): Int32Array {
  const all = Int32Array.from(rows)
  return all.length <= most ? all : shuffled(all, seed).subarray(0, most).slice().sort()
}

function affordable({ matrix, classes }: Question, rows: number): TreeOptions {
  const outputs = classes > 2 ? classes : 1
  const work = outputs > 1 ? WORK_A_CLASS : WORK
  const rounds = Math.floor(work / Math.max(1, rows * matrix.columns * outputs))
  return { ...USUAL, rounds: Math.max(8, Math.min(USUAL.rounds, rounds)) }
}

/** Scores into probabilities, or the quantity as it is. */
function put(values: Float64Array, i: number, classes: number, out: Float64Array): void {
  if (classes === 0) values[i] = out[0]!
  else if (classes <= 2) {
    const p = 1 / (1 + Math.exp(-out[0]!))
    values[i * classes] = 1 - p
    if (classes === 2) values[i * 2 + 1] = p
  } else {
    const most = Math.max(...out)
    let sum = 0
    for (const one of out) sum += Math.exp(one - most)
    out.forEach((one, k) => {
      values[i * classes + k] = Math.exp(one - most) / sum
    })
  }
}

/** Targets of the linear model: a column a class of -1 and 1, or the quantity. */
function indicators({ matrix, rows, classes, target }: Question): Float64Array {
  if (classes === 0) return target
  const out = new Float64Array(matrix.rows * classes).fill(-1)
  for (const row of rows) out[row * classes + target[row]!] = 1
  return out
}

/** Each row by its nearest others; rows of its own group are left out only by the folds of the other models. */
function byNeighbours({ matrix, rows: all, classes, target, seed }: Question): Foreseen {
  // each row is compared with all of the base: of many rows a part is asked
  const rows = limited(all, ASKED, seed)
  const base = limited(rows, BASE, seed)
  const { index, distance } = nearest(matrix, rows, base, K)
  const width = Math.max(1, classes)
  const values = new Float64Array(rows.length * width)
  for (let i = 0; i < rows.length; i++) {
    let sum = 0
    const scale = distance[i * K + Math.min(K, base.length - 1) - 1]! + 1e-9
    for (let k = 0; k < K; k++) {
      const row = index[i * K + k]!
      if (row < 0) break
      // nearer ones count more, the farthest of them half
      const weight = 1 / (0.5 + distance[i * K + k]! / scale)
      sum += weight
      if (classes === 0) values[i]! += weight * target[row]!
      else values[i * classes + target[row]!]! += weight
    }
    for (let k = 0; k < width; k++) values[i * width + k]! /= Math.max(sum, 1e-9)
  }
  return { width, values, ...(rows.length < all.length ? { part: rows } : {}) }
}
