// The model on the terminal: what was opened, and its layers with the spread of their weights.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { ReportedModel } from '../../diagnosis/report-model.ts'
import { aligned } from '../../locales/aligned.ts'
import { shape } from './data.ts'
import { grid } from './grid.ts'
import { paragraph, type Sheet } from './sheet.ts'

type Layer = ReportedModel['layers'][number]

const MOST_LAYERS = 10
const BINS = 10
const MANY_ZEROS = 0.05

/** Nothing for a run without a model file; of a long model the first `most` layers with weights. */
export function model({ model: known }: ExaminedRun, on: Sheet, most = MOST_LAYERS): string[] {
  if (!known) return []
  const { format, parameters, count } = known
  const weighted = known.layers.filter((layer) => layer.weights.length > 0)
  const shown = (count > most && weighted.length > 0 ? weighted : known.layers).slice(0, most)
  const more = count - shown.length
  return [
    ...paragraph(on, on.say('view.model.head', { format: on.line(format, 30), parameters, layers: count }), 2),
    ...(shown.length > 0 ? layers(shown, on) : []),
    ...(more > 0 ? [on.ink.dim(`  ${on.say('view.model.more', { count: more })}`)] : []),
    ...(known.ordered ? [] : paragraph(on, on.say('view.model.unordered'), 2).map(on.ink.dim)),
  ]
}

function layers(shown: readonly Layer[], on: Sheet): string[] {
  const { say } = on
  const line = (text: string | undefined, most: number) => (text === undefined ? '' : on.line(text, most))
  const first = shown.map((layer) => layer.weights[0])
  return grid(
    [
      { head: say('view.model.layer'), cells: shown.map((layer) => line(layer.name, 80)), most: 24 },
      { head: say('view.model.kind'), cells: shown.map((layer) => line(layer.kind, 40)), most: 18, spare: 2 },
      { head: say('view.model.shape'), cells: shown.map((layer) => sides(layer, on)), most: 16, spare: 3 },
      {
        head: say('view.model.parameters'),
        cells: shown.map(({ parameters }) => (parameters === undefined ? '' : on.number(parameters))),
        right: true,
        spare: 1,
      },
      {
        head: say('view.model.activation'),
        cells: shown.map((layer) => line(layer.activation, 20)),
        most: 12,
        spare: 4,
      },
      {
        head: say('view.model.values'),
        cells: first.map((one) => (one && one.counts.length > 0 ? shape(one.counts, BINS, on) : '')),
        ink: (text) => on.ink.cyan(text),
      },
      { head: say('view.model.spread'), cells: spreads(first, on), right: true },
    ],
    on,
  )
}

/** Sides of the layer's weights; of a layer without any, those of its output in brackets. */
function sides({ weights: [first], shape: output }: Layer, on: Sheet): string {
  if (first) return on.line(first.shape.join('×'), 40)
  return output ? on.line(`(${output.map((one) => one ?? on.symbols.none).join(', ')})`) : ''
}

/** How far the weights lie from their mean; what else is odd about them stands in its place. */
function spreads(all: readonly (Layer['weights'][number] | undefined)[], on: Sheet): string[] {
  const plain = aligned(
    all.map((one) => one?.spread),
    on.language,
  )
  return all.map((one, i) => {
    if (!one) return ''
    if (one.nonFinite > 0)
      return on.say('view.model.nonFinite', { share: on.say('view.share', { share: one.nonFinite }) })
    if (one.zero >= MANY_ZEROS) return on.say('view.model.zero', { share: on.say('view.share', { share: one.zero }) })
    return plain[i]!
  })
}
