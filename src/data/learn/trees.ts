// Gradient boosted trees on binned columns (Friedman 2001, with the histograms and the gain of XGBoost).

import type { Matrix } from './encode.ts'

/** Columns as bins; the same edges for every row. */
export interface Binned {
  readonly rows: number
  readonly columns: number
  /** column-major */
  readonly bins: Uint8Array
}

export interface TreeOptions {
  readonly rounds: number
  readonly depth: number
  readonly rate: number
  /** second derivatives a leaf at least */
  readonly leaf: number
}

export interface Trees {
  /** rounds x outputs */
  readonly trees: readonly Tree[]
  readonly outputs: number
  readonly start: Float64Array
  /** of all splits, by column */
  readonly gain: Float64Array
}

/** A complete binary tree in arrays: node i has children 2i + 1 and 2i + 2. */
interface Tree {
  readonly column: Int32Array
  readonly bin: Uint8Array
  readonly value: Float64Array
}

export const USUAL: TreeOptions = { rounds: 40, depth: 4, rate: 0.2, leaf: 2 }
const BINS = 32
const PENALTY = 1

/** Bins of equal counts, by the rows of `fitted`. */
export function binned(matrix: Matrix, fitted: ArrayLike<number>): Binned {
  const { rows, columns, data } = matrix
  const bins = new Uint8Array(rows * columns)
  const sorted = new Float32Array(fitted.length)
  for (let c = 0; c < columns; c++) {
    for (let r = 0; r < fitted.length; r++) sorted[r] = data[fitted[r]! * columns + c]!
    sorted.sort()
    const edges: number[] = []
    for (let b = 1; b < BINS; b++) {
      const edge = sorted[Math.floor((b * fitted.length) / BINS)]!
      if (edges.length === 0 || edge > edges.at(-1)!) edges.push(edge)
    }
    for (let r = 0; r < rows; r++) bins[c * rows + r] = binOf(edges, data[r * columns + c]!)
  }
  return { rows, columns, bins }
}

/** The number of edges at or below a value. */
function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** What is learnt: classes 0..K-1 by cross-entropy (2 classes have one output), or a quantity by squared error. */
export interface Goal {
  readonly classes: number
  /** a row of the matrix each */
  readonly target: ArrayLike<number>
}

export function fitTrees(data: Binned, rows: Int32Array, { classes, target }: Goal, options = USUAL): Trees {
  const outputs = classes > 2 ? classes : 1
  const start = startOf(rows, classes, target, outputs)
  const score = new Float64Array(rows.length * outputs)
  for (let i = 0; i < rows.length; i++) for (let o = 0; o < outputs; o++) score[i * outputs + o] = start[o]!
  const gain = new Float64Array(data.columns)
  const trees: Tree[] = []
  const [first, second] = [new Float64Array(rows.length), new Float64Array(rows.length)]
  const chance = new Float64Array(outputs)
  for (let round = 0; round < options.rounds; round++) {
    const before = score.slice()
    for (let o = 0; o < outputs; o++) {
      for (let i = 0; i < rows.length; i++) {
        const wanted = target[rows[i]!]!
        if (classes === 0) [first[i], second[i]] = [before[i]! - wanted, 1]
        else {
          const p = classes > 2 ? softmaxAt(before, i * outputs, outputs, o, chance) : 1 / (1 + Math.exp(-before[i]!))
          first[i] = p - (classes > 2 ? Number(wanted === o) : wanted)
          second[i] = Math.max(1e-6, p * (1 - p))
        }
      }
      const tree = grow(data, rows, first, second, options, gain)
      trees.push(tree)
      for (let i = 0; i < rows.length; i++) score[i * outputs + o]! += leafOf(tree, data, rows[i]!)
    }
  }
  return { trees, outputs, start, gain }
}

/** Scores of one row: log-odds, logits or the quantity itself. */
export function predictTrees({ trees, outputs, start }: Trees, data: Binned, row: number, out: Float64Array): void {
  for (let o = 0; o < outputs; o++) out[o] = start[o]!
  for (let t = 0; t < trees.length; t++) out[t % outputs]! += leafOf(trees[t]!, data, row)
}

function startOf(rows: Int32Array, classes: number, target: ArrayLike<number>, outputs: number): Float64Array {
  const start = new Float64Array(outputs)
  if (classes === 0 || classes <= 2) {
    let sum = 0
    for (const row of rows) sum += target[row]!
    const mean = sum / Math.max(1, rows.length)
    const share = Math.min(1 - 1e-3, Math.max(1e-3, mean))
    start[0] = classes === 0 ? mean : Math.log(share / (1 - share))
    return start
  }
  for (const row of rows) start[target[row]!]! += 1
  return start.map((count) => Math.log(Math.max(1e-3, count / rows.length)))
}

function softmaxAt(scores: Float64Array, at: number, outputs: number, o: number, out: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < outputs; k++) most = Math.max(most, scores[at + k]!)
  let sum = 0
  for (let k = 0; k < outputs; k++) {
    out[k] = Math.exp(scores[at + k]! - most)
    sum += out[k]!
  }
  return out[o]! / sum
}

function leafOf(tree: Tree, { rows, bins }: Binned, row: number): number {
  let node = 0
  while (tree.column[node]! >= 0)
    node = bins[tree.column[node]! * rows + row]! <= tree.bin[node]! ? 2 * node + 1 : 2 * node + 2
  return tree.value[node]!
}

function grow(
  data: Binned,
  rows: Int32Array,
  first: Float64Array,
  second: Float64Array,
  options: TreeOptions,
  gain: Float64Array,
): Tree {
  const nodes = 2 ** (options.depth + 1) - 1
  const tree = { column: new Int32Array(nodes).fill(-1), bin: new Uint8Array(nodes), value: new Float64Array(nodes) }
  const places = Int32Array.from(rows, (_, i) => i)
  const histogram = new Float64Array(BINS * 2)
  const stack: [node: number, from: number, to: number, depth: number][] = [[0, 0, rows.length, 0]]
  while (stack.length > 0) {
    const [node, from, to, depth] = stack.pop()!
    let [g, h] = [0, 0]
    for (let i = from; i < to; i++) {
      g += first[places[i]!]!
      h += second[places[i]!]!
    }
    tree.value[node] = (-g / (h + PENALTY)) * options.rate
    if (depth === options.depth || h < 2 * options.leaf) continue
    const best = bestSplit(data, rows, places, from, to, first, second, g, h, options.leaf, histogram)
    if (!(best.gain > 1e-7)) continue
    gain[best.column]! += best.gain
    tree.column[node] = best.column
    tree.bin[node] = best.bin
    const middle = parted(data, rows, places, from, to, best.column, best.bin)
    stack.push([2 * node + 1, from, middle, depth + 1], [2 * node + 2, middle, to, depth + 1])
  }
  return tree
}

function bestSplit(
  data: Binned,
  rows: Int32Array,
  places: Int32Array,
  from: number,
  to: number,
  first: Float64Array,
  second: Float64Array,
  g: number,
  h: number,
  leaf: number,
  histogram: Float64Array,
): { readonly gain: number; readonly column: number; readonly bin: number } {
  let best = { gain: 0, column: -1, bin: 0 }
  const parent = (g * g) / (h + PENALTY)
  for (let c = 0; c < data.columns; c++) {
    histogram.fill(0)
    const base = c * data.rows
    for (let i = from; i < to; i++) {
      const place = places[i]!
      const bin = data.bins[base + rows[place]!]! * 2
      histogram[bin]! += first[place]!
      histogram[bin + 1]! += second[place]!
    }
    let [left, weight] = [0, 0]
    for (let b = 0; b < BINS - 1; b++) {
      left += histogram[b * 2]!
      weight += histogram[b * 2 + 1]!
      if (weight < leaf) continue
      if (h - weight < leaf) break
      const gained = (left * left) / (weight + PENALTY) + (g - left) ** 2 / (h - weight + PENALTY) - parent
      if (gained > best.gain) best = { gain: gained, column: c, bin: b }
    }
  }
  return best
}

/** Puts the rows that go left first; returns where the others begin. */
function parted(
  data: Binned,
  rows: Int32Array,
  places: Int32Array,
  from: number,
  to: number,
  column: number,
  bin: number,
): number {
  let [left, right] = [from, to - 1]
  const base = column * data.rows
  while (left <= right) {
    if (data.bins[base + rows[places[left]!]!]! <= bin) left++
    else {
      const held = places[left]!
      places[left] = places[right]!
      places[right] = held
      right--
    }
  }
  return left
}
