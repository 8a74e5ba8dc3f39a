// What follows from a model's layers: outputs, activations, dropout, normalisation, family.

import { type Fact, type FactName, type FactValues, fact } from '../../../record/fact.ts'
import type { Layer } from '../../../record/run.ts'
import { ACTIVATIONS, nameOf } from '../names.ts'
import type { Summary } from './summary.ts'

const WEIGHTED = /^(?:Dense|Linear|LazyLinear|Conv|LSTM|GRU|SimpleRNN|RNN|Bidirectional|TimeDistributed|Embedding)/

/** Facts that a summary tells; a rate or an activation only where the source prints it. */
export function layerFacts(summary: Summary): Fact[] {
  const { layers, rows, foot } = summary
  const facts: Fact[] = []
  const add: Add = (name, value, at) => {
    const words = at === undefined ? foot : rows[at]!
    if (value !== undefined) facts.push(fact(name, value, words.quote, `line ${words.number}`, 'summary'))
  }
  add('parameters', summary.parameters ?? (summary.code ? undefined : total(layers)))
  const last = layers.findLastIndex((layer) => WEIGHTED.test(layer.kind))
  output(layers, last, add)
  const hidden = layers.findIndex((layer, at) => at < last && activationOf(layer) !== undefined)
  if (hidden >= 0) add('hidden_activations', hiddenActivations(layers.slice(0, last)), hidden)
  dropout(layers, add)
  const norm = layers.findIndex((layer) => /^BatchNorm/.test(layer.kind))
  if (norm >= 0) add('batch_norm', true, norm)
  add('model', family(layers))
  return facts
}

type Add = <Name extends FactName>(name: Name, value: FactValues[Name] | undefined, row?: number) => void

function output(layers: readonly Layer[], at: number, add: Add): void {
  const last = layers[at]
  if (!last || !/^(?:Dense|Linear|LazyLinear)/.test(last.kind)) return
  add('output_units', last.shape?.at(-1) ?? undefined, at)
  const after = layers.findIndex((layer, i) => i >= at && activationOf(layer) !== undefined)
  if (after >= 0) add('output_activation', activationOf(layers[after]!), after)
}

function hiddenActivations(layers: readonly Layer[]): string[] {
  const names = new Set(layers.flatMap((layer) => activationOf(layer) ?? []))
  names.delete('softmax')
  return [...names]
}

function dropout(layers: readonly Layer[], add: Add): void {
  const first = layers.findIndex((layer) => /Dropout/.test(layer.kind))
  if (first < 0) return
  const drops = layers.filter((layer) => /Dropout/.test(layer.kind))
  const rates = drops.flatMap((layer) => layer.dropout ?? [])
  if (rates.length > 0) add('dropout', Math.max(...rates), first)
  if (rates.length < drops.length || Math.max(...rates) > 0) add('regularization', 'dropout', first)
}

function total(layers: readonly Layer[]): number | undefined {
  const known = layers.filter((layer) => layer.parameters !== undefined)
  if (known.length === 0 || known.length < layers.length) return undefined
  return known.reduce((sum, layer) => sum + layer.parameters!, 0)
}

function activationOf(layer: Layer): string | undefined {
  if (layer.activation !== undefined) return layer.activation
  return /^(?:Linear|Identity)/.test(layer.kind) ? undefined : nameOf(ACTIVATIONS, layer.kind)
}

function family(layers: readonly Layer[]): string | undefined {
  const has = (kind: RegExp) => layers.some((layer) => kind.test(layer.kind))
  if (has(/MultiHeadAttention|Transformer/)) return 'transformer'
  if (has(/LSTM/)) return 'lstm'
  if (has(/GRU/)) return 'gru'
  if (has(/RNN/)) return 'rnn'
  if (has(/^(?:Separable|Depthwise)?Conv/)) return 'cnn'
  return layers.length > 1 &&
    layers.every((layer) =>
      /^(?:Dense|Linear|Dropout|Activation|Flatten|Input|ReLU|Sigmoid|Softmax|Tanh|LogSoftmax|BatchNorm|LeakyReLU)/.test(
        layer.kind,
      ),
    )
    ? 'mlp'
    : undefined
}
