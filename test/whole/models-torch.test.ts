// Model files that PyTorch itself wrote: values as PyTorch reads them; hostile ones give a line, and nothing is executed.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { speaker } from '../../src/locales/speak.ts'
import { ModelError } from '../../src/model/model-error.ts'
import type { OpenedModel, Tensor } from '../../src/model/opened.ts'
import { readTorch } from '../../src/model/read/torch.ts'
import { SHARED, shared, suite, TORCH, torch } from '../components.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-torch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const say = speaker('en') as (id: string, values?: Readonly<Record<string, unknown>>) => string
const valuesOf = (one: Tensor) => [...(one.pieces?.() ?? [])].flatMap((piece) => [...piece])
const factsOf = ({ facts }: OpenedModel) => Object.fromEntries(facts.map(({ name, value }) => [name, value]))

interface Truth {
  readonly tensors: Readonly<Record<string, { shape: number[]; type: string; values: number[] }>>
  readonly parameters: number | null
}

function opened<T>(path: string, look: (model: OpenedModel) => T): T {
  const model = readTorch(path)
  try {
    return look(model)
  } finally {
    model.close()
  }
}

suite('files that PyTorch wrote', [torch], () => {
  let truth: Readonly<Record<string, Truth>>
  beforeAll(() => {
    const script = fileURLToPath(new URL('models-torch.py', import.meta.url))
    const done = spawnSync(TORCH, ['-W', 'ignore', script, folder], { encoding: 'utf8' })
    expect(done.stderr).toBe('')
    truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
  })

  it('hold the tensors that PyTorch says, value by value', () => {
    expect(Object.keys(truth)).toHaveLength(13)
    for (const [name, { tensors, parameters }] of Object.entries(truth)) {
      opened(join(folder, name), (model) => {
        const read = model.tensors.map((one) => [one.name, { shape: one.shape, type: one.type, values: valuesOf(one) }])
        expect(Object.fromEntries(read), name).toEqual(tensors)
        if (parameters === null) return
        expect(factsOf(model), name).toMatchObject({ framework: expect.any(String), parameters })
      })
    }
  })

  it('tell the classes of whole modules, and guess them well of state dictionaries', () => {
    const kinds = (name: string) =>
      opened(join(folder, name), ({ layers }) => Object.fromEntries(layers.map((layer) => [layer.name, layer.kind])))
    const whole = kinds('whole.pt')
    expect(whole).toEqual({
      conv: 'Conv2d',
      norm: 'BatchNorm2d',
      act: 'ReLU',
      up: 'ConvTranspose2d',
      drop: 'Dropout',
      rnn: 'LSTM',
      cell: 'GRUCell',
      attention: 'MultiheadAttention',
      'attention.out_proj': 'Linear',
      ln: 'LayerNorm',
      embed: 'Embedding',
      head: 'Linear',
      normed: 'Linear',
      places: 'tensor',
    })
    expect(kinds('whole-legacy.pt')).toEqual(whole)
    const { act: _, drop: __, ...rest } = whole
    expect(kinds('state.pt')).toEqual({ ...rest, norm: 'BatchNorm' })
    expect(kinds('state-legacy.pt')).toEqual({ ...rest, norm: 'BatchNorm' })
  })

  it('tell of a Sequential its order and activations, whole or scripted', () => {
    const facts = { hidden_activations: ['relu'], output_activation: 'softmax', output_units: 3 }
    for (const name of ['sequential.pt', 'scripted.pt']) {
      opened(join(folder, name), (model) => {
        expect(model.ordered).toBe(true)
        expect(model.layers.map(({ kind }) => kind)).toEqual(['Linear', 'ReLU', 'Dropout', 'Linear', 'Softmax'])
        expect(factsOf(model)).toMatchObject(facts)
      })
    }
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['checkpoint-sgd.pt', { optimizer: 'sgd', learning_rate: 0.1, momentum: 0.9, weight_decay: 0.0001 }],
    ['checkpoint-rmsprop.pt', { optimizer: 'rmsprop', learning_rate: 0.02 }],
    ['checkpoint-adamw.pt', { learning_rate: 0.01, weight_decay: 0.01 }],
    [
      'lightning.ckpt',
      { framework: 'lightning', optimizer: 'sgd', learning_rate: 0.25, batch_size: 32, epochs: 5, steps_per_epoch: 10 },
    ],
    ['optimizer.pt', { optimizer: 'sgd', learning_rate: 0.1 }],
    ['scheduler.pt', { learning_rate: 0.02 }],
  ])('%s tells of its training', (name, facts) => {
    opened(join(folder, name), (model) => expect(factsOf(model)).toMatchObject(facts))
  })

  it('whose values are not read say so, and give the others', () => {
    opened(join(folder, 'left.pt'), ({ tensors, notes }) => {
      const read = Object.fromEntries(tensors.map((one) => [one.name, [one.type, one.shape, one.pieces !== undefined]]))
      expect(read).toEqual({
        'q.weight': ['qint8', [3, 300], false],
        's.weight': ['float32', [3, 3], false],
        'm.weight': ['float32', [3], false],
        'c.weight': ['complex64', [1], false],
        'a.weight': ['float32', [2, 2], true],
      })
      expect(notes.map(({ values }) => values.why).sort()).toEqual(['layout', 'meta', 'quantised', 'sparse'])
      for (const { id, values } of notes)
        expect(say(id, values)).toMatch(/^The values of 1 tensor were not read: the(y|ir) .+\.$/)
    })
  })

  it('that are hostile are read as what they are, or refused in a line, and nothing is executed', () => {
    const files = readdirSync(folder).filter((name) => /^(hostile|bomb)-/.test(name))
    expect(files).toHaveLength(5 * 8 + 10 * 2 + 1)
    const said = new Map(files.map((name) => [name, answer(join(folder, name))]))
    const mark = join(folder, 'executed')
    expect(existsSync(mark)).toBe(false)
    // whereas Python does as it is told
    const load = 'import pickle, sys; pickle.load(open(sys.argv[1], "rb"))'
    spawnSync(TORCH, ['-c', load, join(folder, 'hostile-system-2.pkl')])
    expect(existsSync(mark)).toBe(true)
    for (const [name, line] of said) expect(line, name).toMatch(/^[^\n]{10,400}\.$/)
    expect(said.get('bomb-zip.pt')).toMatch(/not opened, since it claims that archive\/data\.pkl expands to 1200 MiB/)
    for (const name of ['deep', 'tuples', 'marks', 'long', 'text', 'digits', 'bytes', 'copies']) {
      expect(said.get(`bomb-${name}.pkl`)).toMatch(
        /the pickle is not read on: opcode \w+ at byte \d+: .* Nothing of it was/,
      )
    }
    // the model beside it is read all the same
    opened(join(folder, 'hostile-in-a-model.pt'), ({ layers }) => expect(layers).toHaveLength(1))
    expect(said.get('hostile-in-a-model.pt')).toMatch(/^Loading this file in Python would call \w+\.system/)
  })
})

/** What a user would be told. */
function answer(path: string): string {
  try {
    return opened(path, (model) => {
      for (const one of model.tensors) valuesOf(one)
      const [note] = model.notes
      return note ? say(note.id, note.values) : `A model of ${model.layers.length} layer.`
    })
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return say(error.id, error.values)
  }
}

suite('files of other people', [shared], () => {
  it.each<[string, number, number, Readonly<Record<string, unknown>>]>([
    // counted by PyTorch: parameters are those that are neither running statistics nor counters
    ['cgcnn_best.ckpt', 12, 80_833, { learning_rate: 0.001, batch_size: 32, task: 'regression', batch_norm: true }],
    ['lightning_epoch199.ckpt', 2, 217, { framework: 'lightning', optimizer: 'rmsprop', epochs: 200 }],
  ])('%s has its layers and parameters', (name, layers, parameters, facts) => {
    opened(join(SHARED, 'samples/models/torch_zip', name), (model) => {
      expect(model.layers).toHaveLength(layers)
      expect(factsOf(model)).toMatchObject({ parameters, ...facts })
      expect(model.tensors.flatMap(valuesOf).every(Number.isFinite)).toBe(true)
      expect(model.notes).toEqual([])
    })
  })

  it.each([
    ['rng_state.pth', 'random number generators'],
    ['scheduler.pt', 'a learning rate schedule'],
  ])('%s holds no model, and is said to hold the state of %s', (name, what) => {
    const line = answer(join(SHARED, 'samples/models/torch_zip', name))
    expect(line).toBe(`This file holds no weights of a model, but the state of ${what}.`)
  })
})

suite('files of other people, as PyTorch reads them', [shared, torch], () => {
  const sums = (name: string) => {
    const path = join(SHARED, 'samples/models/torch_zip', name)
    const program = `import json, sys, torch
state = torch.load(sys.argv[1], map_location="cpu")["state_dict"]
print(json.dumps({key: [list(one.shape), one.double().sum().item()] for key, one in state.items()}))`
    const done = spawnSync(TORCH, ['-W', 'ignore', '-c', program, path], { encoding: 'utf8' })
    return JSON.parse(done.stdout) as Readonly<Record<string, [number[], number]>>
  }

  it.each(['cgcnn_best.ckpt', 'lightning_epoch199.ckpt'])('%s has the same tensors', (name) => {
    const known = sums(name)
    opened(join(SHARED, 'samples/models/torch_zip', name), ({ tensors }) => {
      expect(tensors.map((one) => one.name)).toEqual(Object.keys(known))
      for (const one of tensors) {
        const [shape, sum] = known[one.name]!
        expect(one.shape).toEqual(shape)
        expect(valuesOf(one).reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 6)
      }
    })
  })
})
