// Layers as code builds them: `model.add(Dense(10, activation='softmax'))`, `self.fc1 = nn.Linear(784, 128)`.

import type { Layer } from '../../../record/run.ts'
import { ACTIVATIONS, anyOf, nameOf } from '../names.ts'
import { defineSummary, rowsOf } from './summary.ts'

const KERAS =
  /\b(Dense|Conv[123]D|Convolution[12]D|SeparableConv2D|LSTM|GRU|SimpleRNN|Embedding|Dropout|SpatialDropout[12]D|BatchNormalization|LayerNormalization|MaxPooling[12]D|Flatten|Activation|Softmax|LeakyReLU|Bidirectional)\s?\(([^()]{0,160}(?:\([^()]{0,80}\)[^()]{0,120}){0,4})\)?/g
const TORCH =
  /\bnn\.(Linear|Conv[123]d|LSTM|GRU|RNN|Embedding|Dropout[123]?d?|BatchNorm[123]d|LayerNorm|ReLU6?|LeakyReLU|Sigmoid|Tanh|Softmax|LogSoftmax|GELU|SiLU|ELU|MaxPool[12]d|Flatten|TransformerEncoderLayer)\s?\(([^()]{0,160})\)?/g
const ADDED =
  /\.add\(|layers\.|^\s*[A-Z]\w+\(.*\),?\s*$|=\s*[A-Za-z_.]*(?:Dense|Conv|LSTM|GRU|Embedding|Dropout|Batch)\w*\(|\)\(\w+\)/
const ACTIVATION = new RegExp(`activation\\s?=\\s?(?:[\\w.]{0,30}\\.)?['"]?(${anyOf(ACTIVATIONS)})\\b`, 'i')

export default defineSummary({
  name: 'code',
  open(tell) {
    const table = rowsOf((summary) => (summary.layers.length > 1 ? tell(summary) : undefined), true)
    return {
      line(text, number) {
        const cut = text.slice(0, 2_000)
        if (!cut.includes('(') || /^\s*(?:#|\/\/|from\s|import\s)/.test(cut)) return false
        for (const match of [...cut.matchAll(TORCH), ...(ADDED.test(cut) ? cut.matchAll(KERAS) : [])])
          table.add(layerOf(match, table.size()), cut, number)
        // The line may say more than layers: the other readers get it too.
        return false
      },
      end: () => table.close(),
    }
  },
})

function layerOf(match: RegExpExecArray, index: number): Layer {
  const kind = match[1]!
  const inside = match[2]!
  const activation =
    ACTIVATION.exec(inside)?.[1] ?? (kind === 'Activation' ? inside.replace(/['"]|\btf\.nn\.|\bnn\./g, '') : undefined)
  const name = activation ? nameOf(ACTIVATIONS, activation) : undefined
  const rate = /Dropout/.test(kind) ? /^\s?(?:p\s?=\s?|rate\s?=\s?)?(0?\.\d+)/.exec(inside) : null
  const units = unitsOf(kind, inside)
  return {
    name: `${kind}-${index + 1}`,
    kind,
    ...(units === undefined ? {} : { shape: [units] }),
    ...(name ? { activation: name } : {}),
    ...(rate ? { dropout: Number(rate[1]) } : {}),
  }
}

function unitsOf(kind: string, inside: string): number | undefined {
  const units =
    kind === 'Dense'
      ? /^\s?(?:units\s?=\s?|output_dim\s?=\s?)?(\d+)\s?(?:,|$)/.exec(inside)?.[1]
      : kind === 'Linear'
        ? /(?:,\s?|out_features\s?=\s?)(\d+)\s?(?:,|$)/.exec(inside)?.[1]
        : undefined
  return units === undefined ? undefined : Number(units)
}
