// A small sheet of real rows whose probabilities the reader moves, so that loss and accuracy part before the eyes.

import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import { fixed } from '../../src/locales/aligned.ts'
import type { Words } from '../words.ts'
import { Heads } from './heads.tsx'
import { type LiveRow, liveRows, lossOf, moved, summed, tempered, winner } from './live-rows.ts'
import { finite, nameOfSplit } from './splits.ts'

interface LiveProps {
  readonly known: ReportedPredictions['calibration'][number]
  readonly classes: readonly string[]
  readonly words: Words
}

/** Exponents of ten that the temperature's slider spans: those in which it is fitted. */
const [COLDEST, HOTTEST] = [-1.3, 1.3]

export function Live({ known, classes, words }: LiveProps): JSX.Element | null {
  const given = useMemo(() => liveRows(known.rowsShown), [known])
  const [rows, setRows] = useState(given)
  const [temperature, setTemperature] = useState(1)
  if (given.length === 0) return null
  const { say } = words
  const shown = rows.map((row) => ({ ...row, probabilities: tempered(row.probabilities, temperature) }))
  const split = nameOfSplit(known.split, words)
  const change = (at: number, probabilities: readonly number[]) =>
    setRows(
      rows.map((row, i) => (i === at ? { ...row, probabilities: tempered(probabilities, 1 / temperature) } : row)),
    )
  const heads = [say('view.predictions.true'), ...classes, say('view.predictions.predicted')].map((text) => ({ text }))
  const reset = () => {
    setRows(given)
    setTemperature(1)
  }
  return (
    <section class="live">
      <h3>{say('page.predictions.live')}</h3>
      <p class="aside">{say('page.predictions.live.caption', { split })}</p>
      <Sums given={given} shown={shown} words={words} />
      <Temperature {...{ temperature, setTemperature, reset, split, words }} fitted={known.temperature} />
      <table>
        <Heads heads={[...heads, { text: say('view.predictions.loss'), number: true }]} />
        <tbody>
          {shown.map((row, i) => (
            <Row key={i} at={i} row={row} classes={classes} change={(p) => change(i, p)} words={words} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface SumsProps {
  readonly given: readonly LiveRow[]
  readonly shown: readonly LiveRow[]
  readonly words: Words
}

/** The two numbers that are to be watched, each beside what it was. */
function Sums({ given, shown, words }: SumsProps): JSX.Element {
  const { say, language } = words
  const [before, now] = [summed(given), summed(shown)]
  const count = (right: number) => say('page.predictions.live.right', { right, of: given.length })
  const one = (name: string, key: string, value: string, was: string) => (
    <div>
      <span class="quiet">{name}</span>
      <output class="large" data-live={key}>
        {value}
      </output>
      <span class="quiet">{say('page.predictions.live.before', { value: was })}</span>
    </div>
  )
  return (
    <div class="sums" aria-live="polite">
      {one(say('page.predictions.live.loss'), 'loss', fixed(now.loss, 3, language), fixed(before.loss, 3, language))}
      {one(say('page.predictions.live.accuracy'), 'accuracy', count(now.right), count(before.right))}
    </div>
  )
}

interface TemperatureProps {
  readonly temperature: number
  readonly setTemperature: (value: number) => void
  readonly reset: () => void
  readonly fitted: number
  readonly split: string
  readonly words: Words
}

function Temperature({ temperature, setTemperature, reset, fitted, split, words }: TemperatureProps): JSX.Element {
  const { say } = words
  const text = words.number(temperature)
  return (
    <div class="temperature">
      <label class="screen">
        {say('page.predictions.live.temperature')}{' '}
        <input
          type="range"
          min={COLDEST}
          max={HOTTEST}
          step="0.01"
          value={Math.log10(temperature)}
          aria-valuetext={text}
          onInput={(event) => setTemperature(10 ** Number(event.currentTarget.value))}
        />{' '}
        <output>{text}</output>
      </label>
      {finite(fitted) && (
        <button type="button" class="screen" onClick={() => setTemperature(fitted)}>
          {say('page.predictions.live.fitted', { split, value: fitted })}
        </button>
      )}
      <button type="button" class="screen" data-live="reset" onClick={reset}>
        {say('page.predictions.live.reset')}
      </button>
      <p class="aside">{say('page.predictions.live.temperature.says')}</p>
    </div>
  )
}

interface RowProps {
  readonly at: number
  readonly row: LiveRow
  readonly classes: readonly string[]
  readonly change: (probabilities: readonly number[]) => void
  readonly words: Words
}

function Row({ at, row, classes, change, words }: RowProps): JSX.Element {
  const best = winner(row.probabilities)
  const right = best === row.truth
  return (
    <tr>
      <th scope="row" class="truth">
        <bdi>{classes[row.truth]}</bdi>
      </th>
      {classes.map((name, k) => (
        <td key={k} class={`slide ${k === row.truth ? 'of-truth' : ''}`}>
          <span class="narrow" aria-hidden="true">
            <bdi>{name}</bdi>
          </span>
          <Slider
            label={words.say('page.predictions.live.slider', { row: at + 1, name })}
            value={row.probabilities[k] ?? 0}
            move={(to) => change(moved(row.probabilities, k, to))}
            words={words}
          />
        </td>
      ))}
      <td class="said">
        <span class={`sign ${right ? 'sign-healthy' : 'sign-ill'}`} aria-hidden="true">
          {right ? '✓' : '✖'}
        </span>{' '}
        <bdi>{classes[best]}</bdi>
      </td>
      <td class="number loss">
        <span class="narrow">{words.say('view.predictions.loss')} </span>
        <strong>{fixed(lossOf(row), 3, words.language)}</strong>
      </td>
    </tr>
  )
}

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly move: (to: number) => void
  readonly words: Words
}

function Slider({ label, value, move, words }: SliderProps): JSX.Element {
  const text = fixed(value, 3, words.language)
  return (
    <>
      <input
        class="screen"
        type="range"
        min="0"
        max="1"
        step="0.01"
        value={value}
        aria-label={label}
        aria-valuetext={text}
        onInput={(event) => move(Number(event.currentTarget.value))}
      />
      <span class="probability">{text}</span>
    </>
  )
}
