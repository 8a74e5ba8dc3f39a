// What was predicted of each split -> the tables of evidence: scores beside a constant guess, losses, confusion, calibration, residuals.

import type { Audit } from '../data/audit.ts'
import { refFor } from '../data/audit.ts'
import type { DataSplit, RowRef } from '../record/data-tables.ts'
import type { ModelTables, PredictedPart } from '../record/model-tables.ts'
import { calibrationOf } from './measure/calibration.ts'
import { confusionOf } from './measure/confusion.ts'
import { lossesOf, lossSpread } from './measure/losses.ts'
import { residualsOf } from './measure/residuals.ts'
import { guessFrom, scoresOf } from './measure/scores.ts'
import { weakSegments } from './measure/segments.ts'
import { partBeside, rowsOfSplit } from './on-data.ts'
import { type Predicted, scoredRows } from './predictions/predicted.ts'
import { inSameClasses } from './predictions/same-classes.ts'

const ORDER: readonly DataSplit[] = ['train', 'all', 'val', 'test']

/** Names of classes that a report lists. */
const NAMED = 1_000

/** Tables of all splits, training first. `audit` gives the cells of rows where the predictions are of its rows. */
export function predictionTables(list: readonly Predicted[], audit: Audit | undefined, seed: number): ModelTables {
  const all = [...inSameClasses(list)].sort((a, b) => ORDER.indexOf(a.split) - ORDER.indexOf(b.split))
  const known = all.find((one) => scoredRows(one).length > 0)
  const guess = known && guessFrom(known)
  return {
    predictions: all.map(summaryOf),
    ...filled(
      'scores',
      guess ? all.filter((one) => alike(one, known)).flatMap((one) => scoresOf(one, guess, seed)) : [],
    ),
    ...filled(
      'exampleLosses',
      all.flatMap((one) => spreadOf(one, audit) ?? []),
    ),
    ...filled(
      'confusion',
      all.flatMap((one) => confusionOf(one) ?? []),
    ),
    ...filled(
      'calibration',
      all.flatMap((one) => calibrationOf(one, seed) ?? []),
    ),
    ...filled(
      'residuals',
      all.flatMap((one) => residualsOf(one, seed) ?? []),
    ),
    ...filled(
      'segments',
      all.flatMap((one) => segmentsOf(one, audit)),
    ),
  }
}

function summaryOf(one: Predicted): PredictedPart {
  return {
    split: one.split,
    source: one.source,
    rows: one.rows,
    left: one.rows - scoredRows(one).length,
    nonFinite: one.nonFinite,
    task: one.task,
    classes: one.classes.slice(0, NAMED),
    outputs: one.outputs,
  }
}

/** A table without rows is no evidence. */
function filled<Name extends keyof ModelTables>(
  name: Name,
  rows: NonNullable<ModelTables[Name]>,
): Pick<ModelTables, Name> {
  return (rows.length > 0 ? { [name]: rows } : {}) as Pick<ModelTables, Name>
}

/** The guess of one file says nothing of a file with other classes. */
function alike(one: Predicted, known: Predicted): boolean {
  return one.task === known.task && one.classes.join('\0') === known.classes.join('\0')
}

function spreadOf(one: Predicted, audit: Audit | undefined) {
  const losses = lossesOf(one)
  return losses && lossSpread(one, losses, namerOf(one, audit))
}

/** Rows by their cells where the data are known row by row, else by their number. */
function namerOf(one: Predicted, audit: Audit | undefined): (row: number) => RowRef {
  const at = frameRows(one, audit)
  if (!audit || !at) return (row) => ({ split: one.split, row: row + 1, text: '' })
  const name = refFor(audit.data, audit.frame)
  return (row) => name(at[row]!)
}

/** The rows of the frame in the order of the predictions; undefined where they are not the same rows. */
function frameRows(one: Predicted, audit: Audit | undefined): Int32Array | undefined {
  const part = audit && partBeside(audit.frame, one.split)
  const own = part && rowsOfSplit(audit.frame, part.split)
  return own?.length === one.rows ? own : undefined
}

function segmentsOf(one: Predicted, audit: Audit | undefined) {
  const at = frameRows(one, audit)
  return audit && at ? weakSegments(one, audit.frame, (row) => at[row]!) : []
}
