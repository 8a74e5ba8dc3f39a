// What the trials of a run come to, for every view: the remedy that was held against its control, the arms, the scale.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { TrialsArm, TrialsPicture, TrialsScale } from '../../diagnosis/page-trials.ts'
import type { ReportedExperiment, ReportedRemedy } from '../../diagnosis/report-trials.ts'
import { endsOf } from '../../locales/tried.ts'
import type { Changes, TrialRow, Yardstick } from '../../record/trials.ts'
import { isRatio as comparesByRatio } from '../../trials/judge.ts'
import { codesFor } from './patch.ts'
import { logTicks, meanOf, type Point, spanOf, ticks } from './trial-scale.ts'

/** Losses that span more than this are drawn on a logarithmic scale: curves, and their ends. */
const [DECADES, DECADE] = [30, 10]

/** The verified remedy, else the first that was held against its control on fresh seeds. */
export function mainRemedy({ remedies }: ReportedExperiment): ReportedRemedy | undefined {
  return (
    remedies.find(({ verdict }) => verdict === 'verified') ?? remedies.find(({ pairs }) => pairs && pairs.length > 0)
  )
}

/** Losses and errors above 0 are compared by their ratio, as the judge does. */
export function isRatio(yardstick: Yardstick | undefined, { pairs = [] }: ReportedRemedy): boolean {
  return yardstick !== undefined && comparesByRatio(yardstick, pairs)
}

/** Undefined where nothing was compared. */
export function pictureOf({ trials, experiment }: ExaminedRun): TrialsPicture | undefined {
  const yardstick = experiment?.yardstick
  if (!experiment || !yardstick) return undefined
  const main = mainRemedy(experiment)
  const [without, with_] = main?.pairs ? inPairs(main, trials) : onOneSeed(trials, yardstick)
  if (with_.length === 0) return undefined
  const rows = [...without, ...with_]
  const points = rows.flatMap(({ curve }) => curve.flatMap(([at, value]) => (value === null ? [] : [{ at, value }])))
  const compared = main?.pairs?.flatMap((one) => [one.without, one.with]) ?? []
  const curves = scaleOf(points, yardstick, DECADES)
  const pairs = compared.map((value) => ({ at: 0, value }))
  const arm = (own: readonly TrialRow[]): TrialsArm => ({
    rows: own.map((one) => trials.indexOf(one)),
    mean: main?.pairs && own.length > 1 ? meanOf(own, curves.log) : [],
  })
  const [before, after] = main?.pairs ? endsOf(main) : [null, null]
  return {
    ...(main?.pairs ? { remedy: experiment.remedies.indexOf(main) } : {}),
    ...{ without: arm(without), with: arm(with_), curves },
    ...(pairs.length > 0 ? { pairs: scaleOf(pairs, yardstick, DECADE) } : {}),
    ratio: main !== undefined && isRatio(yardstick, main),
    ...(before !== null && after !== null ? { ends: { without: before, with: after } } : {}),
    lost: main?.pairs !== undefined && rows.some(({ ending }) => ending !== 'finished'),
    code:
      main?.verdict === 'verified'
        ? codesFor(experiment, main).map(({ framework, text }) => ({ framework, text }))
        : [],
  }
}

function scaleOf(points: readonly Point[], { better }: Yardstick, decades: number): TrialsScale {
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const log = better === 'down' && low > 0 && high / low >= decades
  const span = spanOf(points, log)
  return { log, span, ticks: log ? logTicks(span) : ticks(span) }
}

type Arms = readonly [without: readonly TrialRow[], with_: readonly TrialRow[]]

function inPairs({ pairs = [], changes, against = {} }: ReportedRemedy, trials: readonly TrialRow[]): Arms {
  const of = (wanted: Changes) =>
    pairs.flatMap(({ seed }) => {
      const own = trials.filter((one) => one.seed === seed && isSame(one.changes, wanted) && one.curve.length > 0)
      return own.find(({ ending }) => ending === 'finished') ?? own.at(-1) ?? []
    })
  return [of(against), of(changes)]
}

/** Before anything was held against its control: the training as it is, and all that was tried on its seed. */
function onOneSeed(trials: readonly TrialRow[], { better }: Yardstick): Arms {
  const worth = ({ ending, value }: TrialRow) =>
    ending !== 'finished' || value === null ? Number.NEGATIVE_INFINITY : better === 'up' ? value : -value
  const tried = trials.filter(({ arm, curve }) => arm === 'screen' && curve.length > 0)
  return [trials.filter(({ arm }) => arm === 'baseline'), tried.sort((a, b) => worth(b) - worth(a))]
}

function isSame(one: Changes, other: Changes): boolean {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}
