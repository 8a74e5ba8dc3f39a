// The model and its predictions as Markdown: the scores in the open, classes, rows, columns and layers folded.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { ReportedModel, ReportedPredictions } from '../../diagnosis/report-model.ts'
import { aligned } from '../../locales/aligned.ts'
import type { Language, Speak } from '../../locales/speak.ts'
import { heldOut, nameOfSplit } from '../page/splits.ts'
import { plain } from './escape.ts'

export interface ModelVoice {
  readonly language: Language
  readonly say: Speak
  readonly number: (value: number) => string
}

const MOST_CLASSES = 12
const MOST_ROWS = 5
const MOST_FEATURES = 10
const MOST_LAYERS = 20

/** What was scored, a row a measure and split; empty for a run without predictions. */
export function scoresTable({ predictions }: ExaminedRun, { say, number, language }: ModelVoice): string {
  if (!predictions) return ''
  const parts = predictions.parts.map((one) => `${nameOfSplit(one.split, { say })} ${number(one.rows)}`).join(' · ')
  const measures = [...new Set(predictions.scores.map((one) => one.measure))]
  const rows = measures.flatMap((measure) => {
    const own = predictions.scores.filter((one) => one.measure === measure)
    const texts = aligned(
      own.flatMap((one) => [one.value, one.low, one.high, one.constant]),
      language,
    )
    return own.map((one, i) => {
      const [value, low, high, constant] = texts.slice(4 * i, 4 * i + 4)
      const name = say(`view.predictions.measure.${measure}`)
      return [name, nameOfSplit(one.split, { say }), value, say('view.predictions.range', { low, high }), constant]
    })
  })
  const heads = ['', '', ...(['score', 'interval', 'guess'] as const).map((one) => say(`view.predictions.${one}`))]
  const said = say('view.predictions.parts', { parts })
  return rows.length === 0 ? said : `${said}\n\n${table(heads, 2, rows)}`
}

/** The rest of what is known of the predictions of the held-out split, by title; empty texts are left out. */
export function predictionBlocks({ predictions, data }: ExaminedRun, voice: ModelVoice): string[] {
  if (!predictions) return []
  const blocks = [confusion(predictions, voice), calibration(predictions, voice), residuals(predictions, voice)]
  return [...blocks, worst(predictions, data?.label, voice), importance(predictions, voice)].filter((one) => one !== '')
}

/** The layers; empty for a run without a model file. */
export function layersTable({ model }: ExaminedRun, { say, number }: ModelVoice): string {
  if (!model) return ''
  const { format, parameters, count } = model
  const rows = model.layers
    .slice(0, MOST_LAYERS)
    .map((layer) => [
      plain(layer.name, 60),
      plain(layer.kind, 40),
      layer.weights[0]?.shape.join('×') ?? '',
      layer.parameters === undefined ? '' : number(layer.parameters),
      plain(layer.activation ?? '', 20),
      spread(layer, number),
    ])
  const heads = (['layer', 'kind', 'shape', 'parameters', 'activation', 'spread'] as const).map((one) =>
    say(`view.model.${one}`),
  )
  const more = count - rows.length
  return [
    say('view.model.head', { format: plain(format, 30), parameters, layers: count }),
    ...(rows.length > 0 ? [table(heads, 3, rows)] : []),
    ...(more > 0 ? [say('view.model.more', { count: more })] : []),
  ].join('\n\n')
}

function spread({ weights: [first] }: ReportedModel['layers'][number], number: (value: number) => string): string {
  return first ? number(first.spread) : ''
}

/** Columns from `numbers` on hold numbers and stand at the right. */
function table(heads: readonly string[], numbers: number, rows: readonly (readonly (string | undefined)[])[]): string {
  const rule = heads.map((_, i) => (i < numbers ? '---' : '--:')).join('|')
  return [`| ${heads.join(' | ')} |`, `|${rule}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')
}

function titled(title: string, body: string): string {
  return `**${title}**\n\n${body}`
}

function confusion({ confusion: all }: ReportedPredictions, { say, number }: ModelVoice): string {
  const known = heldOut(all)
  if (!known || known.classes.length < 2 || known.classes.length > MOST_CLASSES) return ''
  const names = known.classes.map((one) => plain(one, 40))
  const rows = known.cells.map((cells, i) => {
    const recall = known.recall[i] ?? null
    const found = recall === null ? '–' : say('view.share', { share: recall })
    return [names[i], ...cells.map((one, k) => (k === i ? `**${number(one)}**` : number(one))), found]
  })
  const title = say('view.predictions.classes', { split: nameOfSplit(known.split, { say }) })
  return titled(title, table(['', ...names, say('view.predictions.found')], 1, rows))
}

function calibration({ calibration: all }: ReportedPredictions, { say }: ModelVoice): string {
  const known = heldOut(all)
  if (!known) return ''
  const percent = (share: number) => say('view.predictions.share', { share })
  const values = {
    confidence: percent(known.confidence),
    accuracy: percent(known.accuracy),
    error: percent(known.ece),
    chance: percent(known.eceByChance),
    temperature: known.temperature,
    loss: known.loss,
    after: known.lossThen,
  }
  const title = say('view.predictions.probabilities', { split: nameOfSplit(known.split, { say }) })
  return `**${title}** ${say('page.predictions.reliability.caption', values)}`
}

function residuals({ residuals: all }: ReportedPredictions, { say }: ModelVoice): string {
  const known = heldOut(all)
  if (!known) return ''
  const share = say('view.predictions.share', { share: known.ofSpread })
  const title = say('view.predictions.scatter', { split: nameOfSplit(known.split, { say }) })
  const spreads = say('view.predictions.spread', { truth: known.spread, predicted: known.predictedSpread })
  return `**${title}** ${say('view.predictions.residuals', { error: known.rmse, share })} ${spreads}`
}

function worst({ losses }: ReportedPredictions, label: string | undefined, { say, number }: ModelVoice): string {
  const known = heldOut(losses)
  const rows = known?.worst.slice(0, MOST_ROWS) ?? []
  if (!known || rows.length === 0) return ''
  const cells = rows.map(({ ref, truth, predicted, probability, loss }) => {
    const sure = probability === undefined ? '' : ` (${say('view.share', { share: probability })})`
    const text =
      label !== undefined && ref.text.startsWith(`${label} = `) ? ref.text.split(', ').slice(1).join(', ') : ref.text
    const place = ref.row === undefined ? plain(ref.file ?? '', 60) : number(ref.row)
    return [place, plain(truth, 40), `${plain(predicted, 40)}${sure}`, plain(text, 80), number(loss)]
  })
  const heads = (['row', 'true', 'predicted', 'cells', 'loss'] as const).map((one) => say(`view.predictions.${one}`))
  return titled(say('view.predictions.worst', { split: nameOfSplit(known.split, { say }) }), table(heads, 4, cells))
}

function importance({ importance: all }: ReportedPredictions, { say, language }: ModelVoice): string {
  const held = heldOut(all)
  if (!held || held.features.length === 0) return ''
  const shown = held.features.slice(0, MOST_FEATURES)
  const drops = all.map(({ features }) =>
    shown.map(({ feature }) => features.find((other) => other.feature === feature)?.drop ?? null),
  )
  const texts = aligned(drops.flat(), language)
  const rows = shown.map(({ feature }, i) => [plain(feature, 60), ...all.map((_, k) => texts[k * shown.length + i])])
  const heads = [say('view.predictions.feature'), ...all.map((one) => nameOfSplit(one.split, { say }))]
  const measure = say(`view.predictions.measure.${held.measure}`)
  return titled(say('view.predictions.importance', { measure }), table(heads, 1, rows))
}
