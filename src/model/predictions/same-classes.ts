// Predictions of several splits in the same classes: a split that lacks a class names fewer.

import { inOrder } from './classes.ts'
import type { Predicted } from './predicted.ts'

/** Those of classes by all the names that any of them has; others as they are. */
export function inSameClasses(list: readonly Predicted[]): readonly Predicted[] {
  const own = list.filter((one) => one.task === 'classification')
  const [first] = own
  if (!first || own.every((one) => one.classes.join('\0') === first.classes.join('\0'))) return list
  const classes = inOrder(own.flatMap((one) => one.classes))
  const places = new Map(classes.map((name, place) => [name, place]))
  return list.map((one) => (one.task === 'classification' ? renumbered(one, classes, places) : one))
}

function renumbered(one: Predicted, classes: readonly string[], places: ReadonlyMap<string, number>): Predicted {
  const to = one.classes.map((name) => places.get(name)!)
  const codes = (values: Float64Array) => values.map((code) => to[code] ?? Number.NaN)
  return {
    ...one,
    classes,
    truth: codes(one.truth),
    predicted: codes(one.predicted),
    ...(one.probabilities ? { probabilities: spread(one.probabilities, to, classes.length) } : {}),
  }
}

/** A class that was not known has no probability. */
function spread(values: Float64Array, to: readonly number[], width: number): Float64Array {
  const own = to.length
  const rows = values.length / own
  const out = new Float64Array(rows * width)
  for (let row = 0; row < rows; row++) for (let k = 0; k < own; k++) out[row * width + to[k]!] = values[row * own + k]!
  return out
}
