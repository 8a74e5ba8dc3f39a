// Every layout of a printed model gives its layers and what follows from them.

import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../record/entry.ts'
import type { Layer } from '../../../record/run.ts'
import { factFinder } from '../facts.ts'

function read(text: string): { layers: (readonly Layer[])[]; facts: Record<string, unknown>; entries: Entry[] } {
  const entries: Entry[] = []
  const finder = factFinder((entry) => entries.push(entry))
  text.split('\n').forEach((line, index) => {
    finder.line(line, index + 1)
  })
  finder.end()
  const facts: Record<string, unknown> = {}
  for (const entry of entries) if (entry.kind === 'fact') facts[entry.fact.name] = entry.fact.value
  return {
    layers: entries.flatMap((entry) => (entry.kind === 'rows' && entry.table === 'layers' ? [entry.rows] : [])),
    facts,
    entries,
  }
}

const RULE = '_'.repeat(65)
const KERAS = `Model: "sequential_3"
${RULE}
Layer (type)                 Output Shape              Param #
${'='.repeat(65)}
conv1d_7 (Conv1D)            (None, 120, 16)           64
${RULE}
batch_normalization_2 (Batch (None, 120, 16)           64
${RULE}
max_pooling1d_3 (MaxPooling1 (None, 60, 16)            0
${RULE}
lstm_2 (LSTM)                (None, 24)                3936
${RULE}
dropout_5 (Dropout)          (None, 24)                0
${RULE}
dense_9 (Dense)              (None, 4)                 100
${'='.repeat(65)}
Total params: 4,164
Trainable params: 4,132
Non-trainable params: 32
${RULE}`

describe('keras-table', () => {
  it('reads rows, makes cut names whole and tells what follows', () => {
    const { layers, facts } = read(KERAS)
    expect(layers).toHaveLength(1)
    expect(layers[0]!.map((layer) => layer.kind)).toEqual([
      'Conv1D',
      'BatchNormalization',
      'MaxPooling1D',
      'LSTM',
      'Dropout',
      'Dense',
    ])
    expect(layers[0]![0]).toEqual({ name: 'conv1d_7', kind: 'Conv1D', shape: [120, 16], parameters: 64 })
    expect(facts).toMatchObject({
      parameters: 4164,
      output_units: 4,
      batch_norm: true,
      regularization: 'dropout',
      model: 'lstm',
    })
    expect(facts).not.toHaveProperty('dropout')
  })

  it('gives each fact the row that says so', () => {
    const { entries } = read(KERAS)
    const units = entries.find((entry) => entry.kind === 'fact' && entry.fact.name === 'output_units')
    expect(units).toMatchObject({ fact: { quote: 'dense_9 (Dense) (None, 4) 100', where: 'line 15', from: 'summary' } })
  })

  it('reads the same where all line breaks were lost', () => {
    const joined = read(KERAS.replaceAll('\n', ''))
    expect(joined.layers).toEqual(read(KERAS).layers)
    expect(joined.facts).toMatchObject({ parameters: 4164, output_units: 4 })
  })

  it('keeps what a cut table holds', () => {
    const { layers } = read(KERAS.split('\n').slice(0, 9).join('\n'))
    expect(layers[0]).toHaveLength(3)
  })

  it('reads the functional form, with shapes cut and layers before', () => {
    const { layers } = read(`Layer (type)                    Output Shape         Param #     Connected to
${'='.repeat(98)}
input_4 (InputLayer)            [(None, 96, 96, 3)]  0
conv1 (Conv2D)                  (None, 48, 48, 32)   864         input_4[0][0]
big_pad (ZeroPadding2D)         (None, 1024, 1024, 1 0           conv1[0][0]
add_3 (Add)                     (None, 48, 48, 32)   0           conv1[0][0]
                                                                 big_pad[0][0]
${'='.repeat(98)}
Total params: 864`)
    expect(layers[0]!.map(({ kind, parameters }) => [kind, parameters])).toEqual([
      ['InputLayer', 0],
      ['Conv2D', 864],
      ['ZeroPadding2D', 0],
      ['Add', 0],
    ])
  })
})

describe('keras-box', () => {
  it('reads cells that run over several lines', () => {
    const { layers, facts } = read(`Model: "functional"
┏━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━┓
┃ Layer (type)        ┃ Output Shape      ┃    Param # ┃
┡━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━┩
│ conv2d (Conv2D)     │ (None, 26, 26,    │        320 │
│                     │ 32)               │            │
├─────────────────────┼───────────────────┼────────────┤
│ max_pooling2d       │ (None, 13, 13,    │          0 │
│ (MaxPooling2D)      │ 32)               │            │
├─────────────────────┼───────────────────┼────────────┤
│ dense_1 (Dense)     │ (None, 10)        │     54,090 │
└─────────────────────┴───────────────────┴────────────┘
 Total params: 54,410 (212.54 KB)
 Trainable params: 54,410 (212.54 KB)`)
    expect(layers[0]).toEqual([
      { name: 'conv2d', kind: 'Conv2D', shape: [26, 26, 32], parameters: 320 },
      { name: 'max_pooling2d', kind: 'MaxPooling2D', shape: [13, 13, 32], parameters: 0 },
      { name: 'dense_1', kind: 'Dense', shape: [10], parameters: 54090 },
    ])
    expect(facts).toMatchObject({ parameters: 54410, output_units: 10, model: 'cnn' })
  })
})

describe('PyTorch', () => {
  it('reads torchinfo', () => {
    const { layers, facts } = read(`${'='.repeat(90)}
Layer (type:depth-idx)                   Output Shape              Param #
${'='.repeat(90)}
TinyNet                                  [8, 3]                    --
├─Sequential: 1-1                        [8, 20]                   --
│    └─Linear: 2-1                       [8, 20]                   220
│    └─ReLU: 2-2                         [8, 20]                   --
├─Dropout: 1-2                           [8, 20]                   --
├─Linear: 1-3                            [8, 3]                    63
${'='.repeat(90)}
Total params: 283
Trainable params: 283`)
    expect(layers[0]!.map((layer) => layer.kind)).toEqual(['Linear', 'ReLU', 'Dropout', 'Linear'])
    expect(facts).toMatchObject({
      parameters: 283,
      output_units: 3,
      hidden_activations: ['relu'],
      regularization: 'dropout',
      model: 'mlp',
    })
  })

  it('reads torchsummary', () => {
    const { layers, facts } = read(`${'-'.repeat(64)}
        Layer (type)               Output Shape         Param #
${'='.repeat(64)}
            Conv2d-1           [-1, 16, 14, 14]             160
       BatchNorm2d-2           [-1, 16, 14, 14]              32
              ReLU-3           [-1, 16, 14, 14]               0
            Linear-4                   [-1, 10]          31,370
${'='.repeat(64)}
Total params: 31,562
Trainable params: 31,562`)
    expect(layers[0]![3]).toEqual({ name: 'Linear-4', kind: 'Linear', shape: [10], parameters: 31370 })
    expect(facts).toMatchObject({ parameters: 31562, output_units: 10, batch_norm: true, model: 'cnn' })
  })

  it('reads Lightning', () => {
    const { layers, facts } = read(`  | Name      | Type             | Params | Mode
-------------------------------------------------------
0 | embedding | Embedding        | 12.0 K | train
1 | rnn       | GRU              | 3.5 K  | train
2 | head      | Linear           | 165    | train
-------------------------------------------------------
15.7 K    Trainable params
0         Non-trainable params
15.7 K    Total params`)
    expect(layers[0]).toHaveLength(3)
    expect(facts).toMatchObject({ parameters: 15700, model: 'gru' })
  })

  it('reads a printed module, with the weights that its arguments make', () => {
    const { layers, facts } = read(`Classifier(
  (features): Sequential(
    (0): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
    (1): BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
    (2): ReLU(inplace=True)
  )
  (drop): Dropout(p=0.4, inplace=False)
  (fc): Linear(in_features=512, out_features=6, bias=True)
  (act): Softmax(dim=1)
)`)
    expect(layers[0]!.map(({ kind, parameters }) => [kind, parameters])).toEqual([
      ['Conv2d', 224],
      ['BatchNorm2d', 16],
      ['ReLU', 0],
      ['Dropout', 0],
      ['Linear', 3078],
      ['Softmax', 0],
    ])
    expect(facts).toMatchObject({
      parameters: 3318,
      output_units: 6,
      output_activation: 'softmax',
      dropout: 0.4,
      batch_norm: true,
    })
    expect(facts).not.toHaveProperty('momentum')
  })
})

describe('code', () => {
  it('reads a Keras model as it is built', () => {
    const { facts, layers } = read(`model = Sequential()
model.add(Dense(32, activation='tanh', input_dim=8))
model.add(Dropout(0.2))
model.add(Dense(3, activation='softmax'))`)
    expect(layers[0]).toHaveLength(3)
    expect(facts).toMatchObject({
      output_units: 3,
      output_activation: 'softmax',
      hidden_activations: ['tanh'],
      dropout: 0.2,
    })
  })

  it('reads a PyTorch module, and prefers the printed table to it', () => {
    const code = `self.fc1 = nn.Linear(20, 40)
self.fc2 = nn.Linear(40, 2)
return torch.sigmoid(self.fc2(F.relu(self.fc1(x))))`
    expect(read(code).facts).toMatchObject({ output_units: 2, output_activation: 'sigmoid' })
    expect(read(`${KERAS}\n${code}`).layers).toHaveLength(1)
  })
})
