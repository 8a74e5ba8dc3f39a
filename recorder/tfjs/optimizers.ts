// What the optimizer holds: its settings, its weights, and those that are trained in name only.

import { layersOf, sizeOf } from './layers.ts'
import { className, type Model, type Optimizer, type Weight } from './shapes.ts'
import { number, plain } from './stream.ts'

const MOST_NAMES = 12
const KINDS: Readonly<Record<string, string>> = { momentum: 'sgd', rmsprop: 'rmsprop' }

/** The field's name of an optimizer. */
export function kindOf(optimizer: Optimizer): string {
  const name = className(optimizer).toLowerCase()
  return KINDS[name] ?? name
}

/** The learning rate now; NaN where it does not say. */
export function rateOf(optimizer: Optimizer): number {
  const rate = optimizer.learningRate ?? optimizer.getConfig?.().learningRate
  return typeof rate === 'number' ? rate : Number.NaN
}

function settingsOf(optimizer: Optimizer): Readonly<Record<string, unknown>> {
  const config = optimizer.getConfig?.() ?? {}
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, plain(value)]))
}

function momentumOf(settings: Readonly<Record<string, unknown>>): number | undefined {
  const value = settings.momentum ?? settings.beta1
  return typeof value === 'number' ? value : undefined
}

/** The words that show an optimizer, e.g. `Adam(learningRate=0.001, beta1=0.9)`. */
export function quoteOf(optimizer: Optimizer): string {
  const shown = Object.entries(settingsOf(optimizer)).filter(([, value]) => value !== null && value !== false)
  return `${className(optimizer)}(${shown.map(([name, value]) => `${name}=${value}`).join(', ')})`
}

/** Weights that want to be trained and that the optimizer does not hold: layers were thawed, and the model not compiled. */
function leftOut(model: Model): readonly Weight[] {
  const held = new Set(model.collectedTrainableWeights)
  return model.trainableWeights.filter((one) => !held.has(one))
}

function total(weights: readonly Weight[]): number {
  return weights.reduce((sum, one) => sum + sizeOf(one), 0)
}

/** The row of the table `optimizers`. */
export function optimizerRow(model: Model) {
  const optimizer = model.optimizer_
  const settings = settingsOf(optimizer)
  const held = model.collectedTrainableWeights
  const out = leftOut(model)
  // statistics of a normalisation are trained by nobody, and are not frozen
  const fixed = layersOf(model).flatMap(({ layer }) => (layer.trainable === false ? layer.weights : []))
  const momentum = momentumOf(settings)
  return {
    id: 0,
    kind: kindOf(optimizer),
    learningRate: number(rateOf(optimizer)),
    settings,
    groups: 1,
    parameters: total(held) + total(fixed),
    frozen: total(fixed),
    leftOut: out.length,
    leftOutNames: out.slice(0, MOST_NAMES).map((one) => one.originalName ?? one.name),
    ...(momentum !== undefined && { momentum: number(momentum) }),
  }
}

/** Its settings as facts. */
export function optimizerFacts(say: (name: string, value: unknown, quote: string) => void, optimizer: Optimizer): void {
  const quote = quoteOf(optimizer)
  say('optimizer', kindOf(optimizer), quote)
  const rate = rateOf(optimizer)
  if (!Number.isNaN(rate)) say('learning_rate', rate, quote)
  const momentum = momentumOf(settingsOf(optimizer))
  if (momentum !== undefined) say('momentum', momentum, quote)
}
