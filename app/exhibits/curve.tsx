// A curve exhibit: the record's own curves where the page holds them, whole; else the exhibit's points.

import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Exhibit } from '../../src/checks/finding.ts'
import { blocksOf } from '../curves/blocks.ts'
import type { Curve } from '../curves/curve.ts'
import { Plot } from '../curves/plot.tsx'
import type { Words } from '../words.ts'
import { describe } from './describe.ts'

type CurveOf = Extract<Exhibit, { kind: 'curve' }>

export interface CurveProps {
  readonly run: string
  readonly exhibit: CurveOf
  readonly curves: readonly Curve[]
  readonly label: string
  readonly band: readonly [number, number] | undefined
  readonly loss: string | undefined
  readonly words: Words
}

const HEIGHT = 220

export function CurveExhibit({ run, exhibit, curves, label, band, loss, words }: CurveProps): JSX.Element {
  const own = useMemo(
    () => exhibit.lines.map((line) => found(line, exhibit, curves) ?? drawn(line, exhibit)),
    [exhibit, curves],
  )
  const bands = useMemo(() => (band ? [{ from: band[0], to: band[1], label }] : []), [band, label])
  return (
    <Plot
      group={`${run}/${exhibit.axis}`}
      axis={exhibit.axis}
      curves={own}
      bands={bands}
      log={exhibit.log}
      height={HEIGHT}
      best
      loss={loss}
      label={describe(exhibit, words).join('. ')}
      words={words}
    />
  )
}

type LineOf = CurveOf['lines'][number]

/** The curve of that name and split, if it has the coordinate on which the exhibit draws it. */
function found(line: LineOf, { axis }: CurveOf, curves: readonly Curve[]): Curve | undefined {
  return curves.find(
    (curve) =>
      curve.name === line.name && curve.split === line.split && (axis === 'step' ? curve.hasStep : curve.hasEpoch),
  )
}

/** A curve of the exhibit's own points. */
function drawn({ name, split, x, y }: LineOf, { axis }: CurveOf): Curve {
  const value = Float64Array.from(y, (one) => one ?? Number.NaN)
  const columns = { [axis]: Float64Array.from(x), value, blocks: blocksOf(value) }
  return {
    ...{ name, split, axis, metric: name, points: x.length, rows: x.length },
    hasStep: axis === 'step',
    hasEpoch: axis === 'epoch',
    load: () => Promise.resolve(columns),
  }
}
