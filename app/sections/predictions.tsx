// The predictions row by row, of the split that is chosen; and what they rest on.

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import type { DataSplit } from '../../src/record/data-tables.ts'
import { Confusion } from '../predictions/confusion.tsx'
import { Importance } from '../predictions/importance.tsx'
import { Live } from '../predictions/live.tsx'
import { Losses } from '../predictions/losses.tsx'
import { Reliability } from '../predictions/reliability.tsx'
import { LeftOver, PredictedAndTrue } from '../predictions/residuals.tsx'
import { Segments } from '../predictions/segments.tsx'
import { Smallest } from '../predictions/smallest.tsx'
import { heldOut, nameOfSplit } from '../predictions/splits.ts'
import { Worst } from '../predictions/worst.tsx'
import type { Words } from '../words.ts'

interface PredictionsProps {
  /** the run's key in the page */
  readonly at: string
  readonly run: ExaminedRun
  readonly words: Words
}

export function Predictions({ at, run, words }: PredictionsProps): JSX.Element | null {
  const { predictions } = run
  const [chosen, setChosen] = useState<DataSplit | undefined>(undefined)
  if (!predictions || predictions.losses.length + predictions.confusion.length === 0) return null
  const splits = predictions.parts.map((one) => one.split)
  const split = chosen ?? heldOut(predictions.parts)?.split ?? 'test'
  return (
    <section class="wide" aria-labelledby={`${at}-rows`}>
      <h2 id={`${at}-rows`}>{words.say('page.predictions.detail')}</h2>
      {splits.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: buttons that choose are no form
        <div class="between" role="group" aria-label={words.say('page.predictions.shown')}>
          {splits.map((one) => (
            <button key={one} type="button" aria-pressed={one === split} onClick={() => setChosen(one)}>
              {nameOfSplit(one, words)}
            </button>
          ))}
        </div>
      )}
      <OfSplit key={split} predictions={predictions} split={split} label={run.data?.label} words={words} />
    </section>
  )
}

/** A table of more classes takes the whole width. */
const BESIDE = 6

interface OfSplitProps {
  readonly predictions: ReportedPredictions
  readonly split: DataSplit
  readonly label: string | undefined
  readonly words: Words
}

function OfSplit({ predictions, split, label, words }: OfSplitProps): JSX.Element {
  const of = <One extends { readonly split: DataSplit }>(all: readonly One[]) => all.find((one) => one.split === split)
  const { scores, classes } = predictions
  const [confusion, calibration] = [of(predictions.confusion), of(predictions.calibration)]
  const [residuals, losses] = [of(predictions.residuals), of(predictions.losses)]
  const measure = losses?.measure ?? 'log-loss'
  const guess = scores.find((one) => one.split === split && one.measure === measure)?.constant ?? null
  const table = confusion && confusion.classes.length > 1 ? <Confusion known={confusion} words={words} /> : null
  const spread = losses ? <Losses known={losses} guess={guess} words={words} /> : null
  const wide = confusion !== undefined && confusion.classes.length > BESIDE
  return (
    <>
      {wide && table}
      {residuals ? (
        <div class="pair even">
          <PredictedAndTrue known={residuals} words={words} />
          <LeftOver known={residuals} words={words} />
        </div>
      ) : (
        <div class="pair">
          <div>
            {!wide && table}
            {spread}
          </div>
          <div>{calibration && <Reliability known={calibration} words={words} />}</div>
        </div>
      )}
      {residuals && spread}
      {losses && <Worst known={losses} label={label} words={words} />}
      {calibration && calibration.rowsShown.length > 0 && <Live known={calibration} classes={classes} words={words} />}
    </>
  )
}

/** What the predictions rest on: columns that matter, how few would do, and where the model does worse. */
export function Reasons({ at, run, words }: PredictionsProps): JSX.Element | null {
  const { predictions } = run
  if (!predictions) return null
  const { importance, segments, scores } = predictions
  const smallest = heldOut(predictions.smallestSet)
  if (importance.length + segments.length === 0 && !smallest) return null
  const guess =
    scores.find((one) => one.split === smallest?.split && one.measure === smallest.measure)?.constant ?? null
  return (
    <section class="wide" aria-labelledby={`${at}-reasons`}>
      <h2 id={`${at}-reasons`}>{words.say('page.predictions.reasons')}</h2>
      <Importance all={importance} words={words} />
      {smallest && <Smallest known={smallest} guess={guess} words={words} />}
      <Segments all={segments} words={words} />
    </section>
  )
}
