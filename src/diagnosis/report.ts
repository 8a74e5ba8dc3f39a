// The parts of an examination that are copied rather than judged: findings as sentences, curves as short shapes.

import type { CauseId } from '../causes/index.ts'
import type { Exhibit } from '../checks/finding.ts'
import type { Speak } from '../locales/speak.ts'
import type { Series } from '../record/series.ts'
import type { ReportedFinding, ReportedSeries } from './examination.ts'
import type { Asked } from './weigh.ts'

const SHAPE = 60

export function reportFindings(asked: readonly Asked[], speak: Speak): readonly ReportedFinding[] {
  return asked.flatMap(({ check, answer }) =>
    answer.state !== 'found'
      ? []
      : answer.findings.map((finding) => ({
          id: finding.id,
          check,
          claim: speak(finding.message as never, finding.values),
          message: finding.message,
          values: finding.values,
          where: finding.where,
          exhibits: finding.exhibits.map((exhibit) => titled(exhibit, speak)),
          causes: (Object.entries(finding.points) as [CauseId, number][])
            .filter(([, weight]) => weight > 0)
            .sort((a, b) => b[1] - a[1])
            .map(([cause]) => cause),
        })),
  )
}

/** The exhibit with the words of its title; a quote has none. */
function titled(exhibit: Exhibit, speak: Speak): Exhibit {
  return exhibit.kind === 'quote' ? exhibit : { ...exhibit, title: speak(exhibit.title as never) }
}

/** First, last and extremes of a curve, and at most 60 values that keep its shape (the last of each bin). */
export function reportSeries(series: Series): ReportedSeries {
  const { value } = series
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let nonFinite = 0
  for (const one of value) {
    if (!Number.isFinite(one)) nonFinite += 1
    else {
      if (one < min) min = one
      if (one > max) max = one
    }
  }
  return {
    name: series.name,
    metric: series.metric,
    split: series.split,
    axis: series.axis,
    points: value.length,
    first: plain(value[0]),
    last: plain(value[value.length - 1]),
    min: min <= max ? min : null,
    max: min <= max ? max : null,
    nonFinite,
    shape: shape(value),
  }
}

function shape(value: Float64Array): (number | null)[] {
  const bins = Math.min(SHAPE, value.length)
  return Array.from({ length: bins }, (_, bin) => {
    const last = value[Math.ceil(((bin + 1) * value.length) / bins) - 1]
    return last !== undefined && Number.isFinite(last) ? last : null
  })
}

/** JSON has no NaN and no Inf; they are words there. */
function plain(value: number | undefined): number | string | null {
  if (value === undefined) return null
  if (Number.isFinite(value)) return value
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : '-Inf'
}
