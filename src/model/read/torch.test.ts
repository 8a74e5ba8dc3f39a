import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModelError } from '../model-error.ts'
import type { Tensor } from '../opened.ts'
import { bytesOf } from './file.ts'
import { archive, int, legacy, module, pickled, stateDict, tensor, text, type Written } from './torch.fixture.ts'
import { torchIn } from './torch.ts'

const opened = (bytes: Uint8Array) => torchIn(bytesOf(bytes, 'model.pt', 'PyTorch'))
const valuesOf = (one: Tensor | undefined) => [...(one?.pieces?.() ?? [])].flatMap((piece) => [...piece])

const written: fc.Arbitrary<Written> = fc
  .record({
    name: fc.stringMatching(/^[a-z]{1,6}\.(weight|bias|other)$/),
    shape: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }),
    seed: fc.integer(),
  })
  .map(({ name, shape, seed }) => {
    const length = shape.reduce((a, b) => a * b, 1)
    return { name, shape, values: Array.from({ length }, (_, i) => Math.fround(Math.sin(seed + i))) }
  })
const many = fc.uniqueArray(written, { minLength: 1, maxLength: 6, selector: (one) => one.name })

const LINEAR: readonly Written[] = [
  { name: 'fc.weight', shape: [2, 3], values: [1, 2, 3, 4, 5, 6] },
  { name: 'fc.bias', shape: [2], values: [7, 8] },
]

describe('a PyTorch file', () => {
  it('gives back the tensors that were written, in each container', () => {
    const containers = fc.constantFrom<(all: readonly Written[]) => Uint8Array>(
      (all) => archive(stateDict(all), all),
      (all) => archive(stateDict(all), all, 6),
      (all) => legacy(stateDict(all), all),
    )
    fc.assert(
      fc.property(many, containers, (all, write) => {
        const model = opened(write(all))
        expect(model.tensors.map(({ name, shape, type }) => ({ name, shape, type }))).toEqual(
          all.map(({ name, shape }) => ({ name, shape, type: 'float32' })),
        )
        expect(model.tensors.map(valuesOf)).toEqual(all.map(({ values }) => values))
        expect(model.layers.flatMap(({ weights }) => weights)).toHaveLength(all.length)
      }),
    )
  })

  it.each<[string, number[], number[], number, number[]]>([
    ['turned', [3, 2], [1, 3], 0, [0, 3, 1, 4, 2, 5]],
    ['of every second', [2, 2], [3, 2], 0, [0, 2, 3, 5]],
    ['that repeats', [3, 2], [0, 1], 2, [2, 3, 2, 3, 2, 3]],
    ['of a single row', [1, 2], [99, 1], 4, [4, 5]],
  ])('reads a view %s', (_, shape, stride, offset, values) => {
    const one = { name: 'a.weight', values: [0, 1, 2, 3, 4, 5], shape, stride, offset }
    expect(valuesOf(opened(archive(stateDict([one]), [one])).tensors[0])).toEqual(values)
  })

  it('refuses a view past its storage, and does not unroll one that repeats without end', () => {
    const one = { name: 'a.weight', values: [0, 1], shape: [3], stride: [1] }
    expect(() => opened(archive(stateDict([one]), [one]))).toThrow('tensor a.weight reaches past its stored values')
    const endless = { name: 'a.weight', values: [1], shape: [2 ** 20, 2 ** 20], stride: [0, 0] }
    const model = opened(archive(stateDict([endless]), [endless]))
    expect(model.tensors[0]).toEqual({ name: 'a.weight', type: 'float32', shape: [2 ** 20, 2 ** 20] })
    expect(model.notes).toMatchObject([{ id: 'note.model.left', values: { why: 'layout', count: 1 } }])
    const none = { name: 'a.weight', values: [], shape: [2], stride: [-1] }
    expect(() => opened(archive(stateDict([none]), [none]))).toThrow('no sensible shape')
  })

  it('counts shared weights once', () => {
    const value = { shape: [4, 2], values: [1, 2, 3, 4, 5, 6, 7, 8] }
    const dict = pickled('}(', text('emb.weight'), tensor('0', value), text('head.weight'), tensor('0', value), 'u')
    const model = opened(archive(dict, [{ name: '', ...value }]))
    expect(model.tensors.map(({ name }) => name)).toEqual(['emb.weight'])
    expect(model.layers).toMatchObject([
      { name: 'emb', kind: 'Embedding', parameters: 8 },
      { name: 'head', kind: 'Linear', parameters: 0, fanIn: 2, fanOut: 4 },
    ])
    expect(model.notes).toMatchObject([
      { id: 'note.model.tied', values: { tensor: 'head.weight', other: 'emb.weight' } },
    ])
  })

  it.each(['state_dict', 'model', 'model_state_dict', 'net', 'ema', 'my_own_word'])(
    'finds the model under %s',
    (key) => {
      const state = stateDict(LINEAR)
      const other = pickled(text('epoch'), 'K\x03', text('optimizer_states'), ']', text('rng'), 'N')
      const model = opened(archive(pickled('}(', other, text(key), state, 'u'), LINEAR))
      expect(model.layers).toMatchObject([{ kind: 'Linear', parameters: 8, fanIn: 3, fanOut: 2 }])
      expect(model.layers[0]?.name).toBe(key === 'my_own_word' ? 'my_own_word.fc' : 'fc')
    },
  )

  it('knows the layers of a whole module by their classes, and their order in a Sequential', () => {
    const [weight, bias] = LINEAR.map((one, key) => tensor(String(key), one))
    const half = pickled('G', 0x3f, 0xe0, 0, 0, 0, 0, 0, 0)
    const inner = [
      [
        '0',
        module('Linear', [
          ['weight', weight!],
          ['bias', bias!],
        ]),
      ],
      ['1', module('Tanh')],
      ['2', module('Dropout', [], [], [['p', half]])],
      ['3', module('Linear', [['weight', weight!]])],
      ['4', module('Softmax')],
    ] as const
    const model = opened(archive(module('Sequential', [], inner), LINEAR))
    expect(model.ordered).toBe(true)
    expect(model.layers.map(({ name, kind, parameters }) => [name, kind, parameters])).toEqual([
      ['0', 'Linear', 8],
      ['1', 'Tanh', 0],
      ['2', 'Dropout', 0],
      ['3', 'Linear', 0],
      ['4', 'Softmax', 0],
    ])
    expect(Object.fromEntries(model.facts.map(({ name, value }) => [name, value]))).toMatchObject({
      framework: 'pytorch',
      hidden_activations: ['tanh'],
      output_activation: 'softmax',
      output_units: 2,
      dropout: 0.5,
    })
    expect(opened(archive(module('Net', [], inner), LINEAR)).ordered).toBe(false)
  })
})

describe('a PyTorch file without a model', () => {
  const factsOf = (value: Uint8Array) => {
    const model = opened(archive(value))
    expect(model.layers).toEqual([])
    return [model.notes[0]?.values.what, Object.fromEntries(model.facts.map(({ name, value }) => [name, value]))]
  }
  const ten = pickled('G', 0x40, 0x24, 0, 0, 0, 0, 0, 0)

  it('says what it holds, and what that tells', () => {
    const group = pickled('](}(', text('lr'), 'K\x00', text('initial_lr'), ten, text('nesterov'), 0x89, 'ue')
    expect(factsOf(pickled('}(', text('state'), '}', text('param_groups'), group, 'u'))).toEqual([
      'optimizer',
      { framework: 'pytorch', optimizer: 'sgd', learning_rate: 10 },
    ])
    expect(factsOf(pickled('}(', text('last_epoch'), 'K\x01', text('base_lrs'), '](', ten, 'eu'))[0]).toBe('schedule')
    const optim = pickled('ctransformers\nOptimizerNames\n', text('adamw_torch'), '\x85R')
    const settings = [text('optim'), optim, text('bf16'), 0x88, text('per_device_train_batch_size'), int(16)]
    expect(
      factsOf(
        pickled('ctransformers\nTrainingArguments\n)', 0x81, '}(', ...settings, text('warmup_steps'), int(9), 'ub'),
      ),
    ).toEqual([
      'settings',
      { framework: 'pytorch', optimizer: 'adamw', precision: 'bf16', batch_size: 16, warmup_steps: 9 },
    ])
    expect(factsOf(pickled('N'))).toEqual(['other', {}])
  })
})

describe('a hostile PyTorch file', () => {
  const files = [
    archive(stateDict(LINEAR), LINEAR),
    archive(stateDict(LINEAR), LINEAR, 6),
    legacy(stateDict(LINEAR), LINEAR),
  ]

  it('gives a model or one line, wherever it is cut', () => {
    for (const file of files) for (let end = 0; end < file.length; end++) expectSafe(file.slice(0, end))
  })

  it('gives a model or one line, whatever byte is changed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.integer({ min: 1, max: 255 }), (file, at, flip) => {
        const changed = file.slice()
        changed[at % file.length]! ^= flip
        expectSafe(changed)
      }),
      { numRuns: 1000 },
    )
  })

  it('is searched once, however often it refers to itself', () => {
    // nine levels of dictionaries, each of two hundred names for the one below
    const names = Array.from({ length: 200 }, (_, i) => text(`part${i}`))
    let value = pickled('}q\x00(', ...names.flatMap((name) => [name, 'N']), 'u0')
    for (let level = 1; level < 9; level++) {
      value = pickled(value, '}q', level, '(', ...names.flatMap((name) => [name, 'h', level - 1]), 'u0')
    }
    expect(opened(archive(pickled(value, 'h\x08'))).layers).toEqual([])
  })
})

function expectSafe(bytes: Uint8Array): void {
  try {
    for (const one of opened(bytes).tensors) valuesOf(one)
  } catch (error) {
    expect(error).toBeInstanceOf(ModelError)
  }
}
