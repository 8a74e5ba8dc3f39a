// What deep checks ask of curves that are one a layer: levels early, as a rule and at most, and which layers have weights.

import { finiteValues, positions, type Series } from '../record/series.ts'
import type { Layer } from '../record/tables.ts'
import { median } from '../signal/quantile.ts'

export interface Level {
  readonly layer: string
  /** medians of the first fifth and of the later half of the sampled steps (at least one value each), and over all */
  readonly early: number
  readonly late: number
  readonly usual: number
  readonly top: number
  readonly series: Series
  /** first and last sampled step */
  readonly steps: readonly [number, number]
}

/** The levels of each layer, in the order of the series; layers without a finite value are left out. */
export function levels(list: readonly Series[]): readonly Level[] {
  return list.filter((one) => one.layer !== undefined).flatMap((one) => levelOf(one) ?? [])
}

/** The level of a curve, also of one that is of the whole run. */
export function levelOf(series: Series): Level | undefined {
  const finite = finiteValues(series)
  if (finite.length === 0) return undefined
  const x = positions(series)
  return {
    layer: series.layer ?? '',
    early: median(finite.slice(0, Math.max(1, Math.floor(finite.length / 5)))),
    late: median(finite.slice(Math.floor(finite.length / 2))),
    usual: median(finite),
    top: finite.reduce((a, b) => Math.max(a, b)),
    series,
    steps: [x[0]!, x.at(-1)!],
  }
}

const NORM = /norm|^bn\d*$/i
const NO_MATRIX = /norm|embed|^bn\d*$|\.bias$/i
const GATED = /lstm|gru|rnn|attention|transformer/i

/** Whether a layer normalises what passes through it. */
export function isNorm(layer: Pick<Layer, 'kind'> | undefined): boolean {
  return layer !== undefined && NORM.test(layer.kind)
}

/** Layers that are not linear whatever stands between them. */
export function isGated(layer: Pick<Layer, 'kind'>): boolean {
  return GATED.test(layer.kind)
}

/** Layers that multiply by a weight matrix, in order: neither normalisation nor embedding, activation or adapter. */
export function weightLayers(layers: readonly Layer[]): readonly Layer[] {
  return layers.filter(
    (one) => (one.parameters ?? 0) > 0 && !NO_MATRIX.test(one.kind) && !/lora|adapter/i.test(one.name),
  )
}

/**
 * Levels of layers with a weight matrix only, in the order of the table of layers: small tensors of biases and
 * normalisation have ratios that mean nothing. Without a table, names decide, and the order is that of the curves.
 */
export function ofWeights(list: readonly Level[], layers: readonly Layer[] | undefined): readonly Level[] {
  const known = weightLayers(layers ?? []).flatMap(({ name }) => list.find((one) => one.layer === name) ?? [])
  return known.length > 0
    ? known
    : list.filter((one) => !NO_MATRIX.test(one.layer.slice(one.layer.lastIndexOf('.') + 1)))
}

/** How many times wider both sides of a layer's output are than it: its own input, and the output of the next; 0 where they do not fit. */
export function narrowness(one: Layer, next: Layer): number {
  if (next.fanIn !== one.fanOut || !one.fanOut) return 0
  return Math.min(one.fanIn ?? 0, next.fanOut ?? 0) / one.fanOut
}

/** The names of layers for a sentence: three at most, and how many more. */
export function named(list: readonly string[]): string {
  return list.length <= 3 ? list.join(', ') : `${list.slice(0, 3).join(', ')} (+${list.length - 3})`
}

/** The layers whose share is above a bound, and the values in which a claim speaks of them; `list` is not empty. */
export function above(list: readonly Level[], bound: number) {
  const worst = list.reduce((a, b) => (b.late > a.late ? b : a))
  const over = list.filter((one) => one.late > bound).map((one) => one.layer)
  return { worst, over, values: { layer: worst.layer, share: worst.late, early: worst.early, layers: named(over) } }
}
