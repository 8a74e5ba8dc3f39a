// What a Keras model tells of its training: the compiled optimizer, rate and loss, its last layer, regularisation, initialisers.

import { type Fact, type FactName, type FactValues, fact } from '../record/fact.ts'
import { type Json, listOf, numberOf, objectOf, textOf } from './json-value.ts'
import { activationOf, type KerasLayer, type KerasModel, RECURRENT } from './keras-config.ts'
import { factsOfLayers } from './layer-figures.ts'
import type { ModelLayer } from './opened.ts'

/** Keras' name without its case and its underscores -> the canonical one, and whether it takes logits where nothing is said. */
const LOSSES: Readonly<Record<string, readonly [name: string, logits?: boolean]>> = {
  sparsecategoricalcrossentropy: ['cross-entropy', false],
  categoricalcrossentropy: ['cross-entropy', false],
  categoricalfocalcrossentropy: ['cross-entropy', false],
  binarycrossentropy: ['binary-cross-entropy', false],
  binaryfocalcrossentropy: ['binary-cross-entropy', false],
  meansquarederror: ['mse'],
  mse: ['mse'],
  meanabsoluteerror: ['mae'],
  mae: ['mae'],
  meansquaredlogarithmicerror: ['msle'],
  msle: ['msle'],
  meanabsolutepercentageerror: ['mape'],
  mape: ['mape'],
  huber: ['huber'],
  huberloss: ['huber'],
  logcosh: ['huber'],
  kldivergence: ['kl'],
  kullbackleiblerdivergence: ['kl'],
  kld: ['kl'],
  poisson: ['poisson'],
  hinge: ['hinge'],
  squaredhinge: ['hinge'],
  categoricalhinge: ['hinge'],
  cosinesimilarity: ['cosine'],
  ctc: ['ctc'],
}

type Add = <Name extends FactName>(name: Name, value: FactValues[Name] | undefined, words: string) => void

/** Layers that hold nothing. */
const WEIGHTLESS =
  /^(?:Activation|ReLU|LeakyReLU|ELU|Softmax|.*Dropout\d?D?|.*Pooling\dD|Add|Subtract|Multiply|Average|Maximum|Minimum|Dot|Concatenate|Reshape|Flatten|Permute|RepeatVector|UpSampling\dD|ZeroPadding\dD|Cropping\dD|Masking|Rescaling|Resizing|Random\w+|Gaussian\w+|Lambda|TFOpLambda|Identity)$/

/** Layers after which the values are still those of the layer before. */
const PASSES = /^(?:Reshape|Flatten|.*Dropout\d?D?|Identity|Permute|GaussianNoise|Squeeze)$/

/** Facts of a Keras model. `training`: its `compile_config` or `training_config`, where there is one. */
export function factsOfKeras(
  model: KerasModel,
  layers: readonly ModelLayer[],
  training: unknown,
  path: string,
): Fact[] {
  const facts: Fact[] = []
  const add: Add = (name, value, words) => {
    if (value !== undefined) facts.push(fact(name, value, words, path, 'file'))
  }
  add('framework', 'keras', `${model.kind} ${model.name}`)
  const told = objectOf(training)
  if (told) compiled(told, add)
  const last = outputLayer(model)
  if (last) add('output_activation', lastActivation(model, last), `${last.kind} ${last.name}`)
  const partial = layers.some(({ kind, parameters }) => parameters === undefined && !WEIGHTLESS.test(kind))
  facts.push(...factsOfLayers(layers, path, { ...unitsOf(last), partial: partial && layers.every(isEmpty) }))
  regularised(model, add)
  return facts
}

function unitsOf(last: KerasLayer | undefined): { units?: number } {
  const units = last?.shape?.at(-1) ?? undefined
  return units === undefined ? {} : { units }
}

function compiled(told: Json, add: Add): void {
  const optimizer = objectOf(told.optimizer_config) ?? objectOf(told.optimizer)
  const name = textOf(optimizer?.class_name) ?? textOf(told.optimizer)
  // one that scales the loss holds the one that steps
  const inner = objectOf(objectOf(optimizer?.config)?.inner_optimizer)
  const config = objectOf((inner ?? optimizer)?.config) ?? {}
  const kind = (textOf(inner?.class_name) ?? name)?.replace(/^.*>/, '')
  if (kind) add('optimizer', kind.toLowerCase(), kind)
  rate(config, add)
  const momentum = numberOf(config.momentum)
  // the 0 of RMSprop is a setting that nobody made
  if (momentum || kind?.toLowerCase() === 'sgd') add('momentum', momentum, `momentum=${momentum}`)
  const decay = numberOf(config.weight_decay)
  if (decay) add('weight_decay', decay, `weight_decay=${decay}`)
  const clip = numberOf(config.clipnorm) ?? numberOf(config.global_clipnorm) ?? numberOf(config.clipvalue)
  if (clip) add('gradient_clip', clip, `clip=${clip}`)
  loss(told.loss, add)
}

/** A number, or a schedule whose first rate counts. */
function rate(config: Json, add: Add): void {
  const given = config.learning_rate ?? config.lr
  const schedule = objectOf(given)
  if (!schedule) {
    const value = numberOf(given)
    if (value !== undefined) add('learning_rate', tidy(value), `learning_rate=${tidy(value)}`)
    return
  }
  const kind = textOf(schedule.class_name)?.replace(/^.*>/, '')
  const inside = objectOf(schedule.config) ?? {}
  const first = numberOf(inside.initial_learning_rate) ?? numberOf(listOf(inside.values)[0])
  if (kind) add('schedule', kind, kind)
  if (first !== undefined) add('learning_rate', tidy(first), `${kind}: ${tidy(first)}`)
  const warm = numberOf(inside.warmup_steps)
  if (warm) add('warmup_steps', warm, `warmup_steps=${warm}`)
}

/** 0.0010000000474974513 is 0.001 in single precision. */
function tidy(value: number): number {
  const short = Number(value.toPrecision(6))
  return Math.fround(short) === Math.fround(value) ? short : value
}

function loss(given: unknown, add: Add): void {
  const only = (Array.isArray(given) && given.length === 1 ? given[0] : given) as unknown
  const found = objectOf(only)
  const config = objectOf(found?.config)
  const name =
    typeof only === 'string' ? textOf(only) : found ? (textOf(found.class_name) ?? '').replace(/^.*>/, '') : undefined
  const own = name === 'function' ? textOf(found?.config) : name === 'LossFunctionWrapper' ? textOf(config?.name) : name
  if (!own) return
  const known = LOSSES[own.replace(/_/g, '').toLowerCase()]
  const [canonical, logits] = known ?? [own]
  add('loss_function', canonical, own)
  if (logits === undefined) return
  const said = config?.from_logits ?? objectOf(config?.fn_kwargs)?.from_logits
  add('from_logits', said === true, typeof said === 'boolean' ? `from_logits=${said}` : own)
}

function outputLayer(model: KerasModel): KerasLayer | undefined {
  if (model.output === '') return model.layers.at(-1)
  // a model that is a layer of another: its last one
  return model.layers.findLast((layer) => layer.own === model.output || layer.within.includes(model.output))
}

/** Walks back over what only moves values. */
function lastActivation(model: KerasModel, from: KerasLayer): string | undefined {
  let at: KerasLayer | undefined = from
  for (let way = 0; at && way < 16; way++) {
    const { inner, config } = at
    if (RECURRENT.test(at.kind)) return activationOf(inner, config) ?? 'tanh'
    const activation = activationOf(inner, config)
    if (activation !== undefined && activation !== 'linear') return activation
    if (activation === 'linear' && inner !== 'Activation') return 'linear'
    if (activation === undefined && !PASSES.test(inner)) return undefined
    const [before]: readonly string[] = model.feeds.get(at.own) ?? []
    const here: number = model.layers.indexOf(at)
    at = before === undefined ? model.layers[here - 1] : model.layers.findLast((layer) => layer.own === before)
  }
  return undefined
}

function regularised(model: KerasModel, add: Add): void {
  for (const { config, kind, name } of model.layers) {
    const kinds = new Set(
      Object.entries(config).flatMap(([key, value]) => (/regularizer$/.test(key) ? penaltiesOf(value) : [])),
    )
    const [only] = kinds
    if (only === undefined) continue
    add('regularization', kinds.size > 1 ? 'l1_l2' : only, `${kind} ${name}`)
    break
  }
  for (const { config, kind, name } of model.layers) {
    const given = config.kernel_initializer
    const initializer = typeof given === 'string' ? textOf(given) : textOf(objectOf(given)?.class_name)
    if (initializer === undefined) continue
    add('initializer', snake(initializer), `${kind} ${name}`)
    break
  }
}

function penaltiesOf(value: unknown): string[] {
  if (typeof value === 'string')
    return /^l1_?l2$/i.test(value) ? ['l1', 'l2'] : /^l[12]$/i.test(value) ? [value.toLowerCase()] : []
  const found = objectOf(value)
  const config = objectOf(found?.config) ?? {}
  return ['l1', 'l2'].filter((name) => (numberOf(config[name]) ?? 0) > 0)
}

/** `GlorotUniform` -> `glorot_uniform`, as Keras names it in both ways. */
export function snake(name: string): string {
  return name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
}

function isEmpty(layer: ModelLayer): boolean {
  return layer.weights.length === 0
}
