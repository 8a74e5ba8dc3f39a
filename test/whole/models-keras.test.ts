// Model files that Keras 2 and 3, TensorFlow and PyTorch's ONNX export really wrote, opened without them: layers, counts, values.
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { ModelError } from '../../src/model/model-error.ts'
import type { OpenedModel } from '../../src/model/opened.ts'
import { openBytes } from '../../src/model/read/file.ts'
import { openHdf5 } from '../../src/model/read/hdf5.ts'
import { readKeras } from '../../src/model/read/keras.ts'
import { readOnnx } from '../../src/model/read/onnx.ts'
import { readSavedModel } from '../../src/model/read/saved-model.ts'
import { readTfjs } from '../../src/model/read/tfjs.ts'
import { KERAS, KERAS2, keras, keras2, SHARED, shared, suite, TORCH, torch } from '../components.ts'
import { agrees, FACTS, FIGURES, factsOf, figures, MODELS, python, weightedLayers } from '../models.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-models-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NAMES = Object.keys(FACTS)

suite('files of Keras 3', [keras], () => {
  const said = python(
    KERAS,
    `${FIGURES}import keras\nfrom keras import layers as L\n${MODELS}
for name, m in models(L, keras):
    for kind in ("keras", "h5", "weights.h5"):
        (m.save_weights if kind.startswith("w") else m.save)(f"{out}/{name}.{kind}")
    open(f"{out}/{name}.json", "w").write(m.to_json())
    m.export(f"{out}/{name}-export", verbose=False)
    tell(name, m)
print(json.dumps(said))`,
    folder,
  )

  test.each(NAMES.flatMap((name) => ['keras', 'h5'].map((kind) => [`${name}.${kind}`, name] as const)))(
    '%s has the layers, the counts, the values and the training',
    async (file, name) => {
      const model = await readKeras(join(folder, file))
      agrees(model, said[name]!)
      expect(weightedLayers(model)).toEqual(said[name]!.layers)
      expect(factsOf(model)).toMatchObject(FACTS[name]!)
      expect(model.ordered).toBe(true)
      model.close()
    },
  )

  test.each(NAMES)('%s: weights alone have their values', async (name) => {
    const model = await readKeras(join(folder, `${name}.weights.h5`))
    agrees(model, said[name]!)
    expect(model.layers.map(({ parameters }) => parameters).sort()).toEqual(
      said[name]!.layers.map(([, count]) => count).sort(),
    )
    model.close()
  })

  test.each(NAMES)('%s: the text of its config has the counts', async (name) => {
    const model = await readKeras(join(folder, `${name}.json`))
    expect(factsOf(model).parameters).toBe(said[name]!.parameters)
    model.close()
  })

  test.each(NAMES)('%s: an export has its variables once', (name) => {
    const model = readSavedModel(join(folder, `${name}-export`))
    agrees(model, said[name]!)
    model.close()
  })

  test('one that is cut off is refused in one line, as HDF5 and as archive', async () => {
    for (const name of ['mlp.h5', 'mlp.keras', 'mlp.weights.h5']) {
      const path = join(folder, name)
      truncateSync(path, Math.floor(statSync(path).size * 0.6))
      await expect(readKeras(path)).rejects.toMatchObject({ id: 'model.error.damaged' })
    }
  })
})

suite('files of Keras 2', [keras2], () => {
  const said = python(
    KERAS2,
    `${FIGURES}import tensorflow as tf\nkeras = tf.keras\nL = keras.layers\n${MODELS}
for name, m in models(L, keras):
    m.save(f"{out}/{name}-2.h5")
    m.save(f"{out}/{name}-2-saved")
    m.save_weights(f"{out}/{name}-2-weights.h5")
    m.save_weights(f"{out}/{name}-2-checkpoint/model")
    m.save(f"{out}/{name}-2.keras", save_format="keras")
    tell(name, m)
print(json.dumps(said))`,
    folder,
  )
  const open = (path: string) => (/\.(h5|keras)$/.test(path) ? readKeras(path) : Promise.resolve(readSavedModel(path)))

  test.each(NAMES.flatMap((name) => ['2.h5', '2.keras', '2-saved'].map((kind) => [`${name}-${kind}`, name] as const)))(
    '%s has the layers, the counts, the values and the training',
    async (file, name) => {
      const model = await open(join(folder, file))
      agrees(model, said[name]!)
      expect(weightedLayers(model)).toEqual(said[name]!.layers)
      expect(factsOf(model)).toMatchObject(FACTS[name]!)
      model.close()
    },
  )

  test.each(
    NAMES.flatMap((name) => ['2-weights.h5', '2-checkpoint'].map((kind) => [`${name}-${kind}`, name] as const)),
  )('%s, weights alone, has the counts and the values', async (file, name) => {
    const model = await open(join(folder, file))
    agrees(model, said[name]!)
    model.close()
  })
})

suite('ONNX that PyTorch exported', [torch], () => {
  const said = python(
    TORCH,
    `${FIGURES}import torch, torch.nn as nn, warnings
warnings.filterwarnings("ignore")
torch.manual_seed(0)
class Words(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.lstm, self.head = nn.Embedding(50, 8), nn.LSTM(8, 16, batch_first=True), nn.Linear(16, 3)
    def forward(self, x):
        return self.head(self.lstm(self.embedding(x))[0][:, -1])
mlp = lambda *last: nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3), *last).eval()
conv = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.GELU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(100, 1), nn.Sigmoid())
training = dict(training=torch.onnx.TrainingMode.TRAINING, do_constant_folding=False, opset_version=14)
for name, model, x, more in (("mlp", mlp(), torch.randn(2, 4), {}), ("softmax", mlp(nn.Softmax(1)), torch.randn(2, 4), {}),
                             ("cnn", conv, torch.randn(2, 1, 12, 12), training), ("lstm", Words().eval(), torch.zeros(2, 7, dtype=torch.long), {})):
    torch.onnx.export(model, x, f"{out}/{name}.onnx", input_names=["x"], output_names=["y"], dynamic_axes={"x": {0: "batch"}}, **more)
    stats = [b for n, b in model.named_buffers() if "running" in n]
    say(name, [t.detach().numpy() for t in [*model.parameters(), *stats]], [("", sum(p.numel() for p in model.parameters()))])
print(json.dumps(said))`,
    folder,
  )

  test.each([
    [
      'mlp',
      [
        ['Linear', 80, 'relu'],
        ['Linear', 51, undefined],
      ],
      { output_activation: 'linear', output_units: 3 },
    ],
    [
      'softmax',
      [
        ['Linear', 80, 'relu'],
        ['Linear', 51, 'softmax'],
      ],
      { output_activation: 'softmax', hidden_activations: ['relu'] },
    ],
    [
      'cnn',
      [
        ['Conv2d', 40, undefined],
        ['BatchNorm2d', 8, 'gelu'],
        ['Linear', 101, 'sigmoid'],
      ],
      { output_activation: 'sigmoid', output_units: 1, batch_norm: true, hidden_activations: ['gelu'] },
    ],
    [
      'lstm',
      [
        ['Embedding', 400, undefined],
        ['LSTM', 1664, undefined],
        ['Linear', 51, undefined],
      ],
      { output_activation: 'linear' },
    ],
  ])('%s has the layers, the counts and the values', (name, layers, facts) => {
    const model = readOnnx(join(folder, `${name}.onnx`))
    expect(
      model.layers
        .filter(({ weights }) => weights.length > 0)
        .map((layer) => [layer.kind, layer.parameters, layer.activation]),
    ).toEqual(layers)
    expect(factsOf(model)).toMatchObject({ framework: 'pytorch', parameters: said[name]!.layers[0]![1], ...facts })
    const { sum, squares, count } = figures(model)
    // the gates of an LSTM lie in another order, which changes no sum
    expect(count).toBe(said[name]!.parameters)
    expect(sum).toBeCloseTo(said[name]!.sum, 3)
    expect(squares).toBeCloseTo(said[name]!.squares, 3)
    model.close()
  })
})

suite('the samples of Keras, TensorFlow and TensorFlow.js', [shared], () => {
  const at = (...path: string[]) => join(SHARED, 'samples/models', ...path)
  const kinds = (model: OpenedModel) => weightedLayers(model).map(([, count]) => count)

  test.each([
    ['keras/autotrainer_oscillating.h5', 303, { output_activation: 'softmax', hidden_activations: ['relu'] }],
    ['keras/mnist_digit_classifier.h5', 213_354, { optimizer: 'adam', output_activation: 'softmax', dropout: 0.5 }],
    ['keras/mnist_digit_classifier.keras', 213_354, { loss_function: 'cross-entropy', batch_norm: true }],
    ['keras/mnist_weights.weights.h5', 213_354, { batch_norm: true }],
    ['tfjs/Subhadip_Hensh_MNIST_CNN.keras', 37_610, { optimizer: 'adam', output_activation: 'softmax', dropout: 0.2 }],
  ])('%s', async (file, parameters, facts) => {
    const model = await readKeras(at(file))
    expect(factsOf(model)).toMatchObject({ parameters, ...facts })
    expect(figures(model).count).toBe(parameters)
    model.close()
  })

  test('a graph model and the Keras model that it came from hold the same values', async () => {
    const [graph, source] = [
      readTfjs(at('tfjs/tfjs_model/model.json')),
      await readKeras(at('tfjs/Subhadip_Hensh_MNIST_CNN.keras')),
    ]
    expect(figures(graph).sum).toBeCloseTo(figures(source).sum, 6)
    expect(kinds(graph)).toEqual(kinds(source))
    expect(factsOf(graph)).toMatchObject({
      output_activation: 'softmax',
      output_units: 10,
      hidden_activations: ['relu'],
    })
    for (const model of [graph, source]) model.close()
  })

  test('a graph model without its shard has the layers of its topology', () => {
    const model = readTfjs(at('tfjs/tfjs_model_mlp/model.json'))
    expect(kinds(model)).toEqual([100_480, 16_512, 1290])
    expect(model.notes).toMatchObject([{ id: 'note.model.shards' }])
    model.close()
  })

  test.each(readdirSync(at('savedmodel')))('savedmodel/%s has its one variable', (name) => {
    const model = readSavedModel(at('savedmodel', name))
    expect(model.tensors).toMatchObject([{ shape: [] }])
    expect(figures(model).count).toBe(1)
    model.close()
  })

  suite('as Keras itself counts them', [keras], () => {
    const files = [
      'keras/autotrainer_oscillating.h5',
      'keras/mnist_digit_classifier.h5',
      'keras/mnist_digit_classifier.keras',
      'tfjs/Subhadip_Hensh_MNIST_CNN.keras',
    ]
    const said = python(
      KERAS,
      `${FIGURES}import keras
for path in ${JSON.stringify(files)}:
    try:
        m = keras.models.load_model(f"{out}/{path}", compile=False)
    except Exception:
        continue
    say(path, [w.numpy() for w in m.weights], [(l.name, l.count_params()) for l in m.layers if l.weights])
print(json.dumps(said))`,
      at(),
    )

    test('at least those of Keras 3 load', () => expect(Object.keys(said).length).toBeGreaterThanOrEqual(3))

    test.each(Object.keys(said))('%s', async (path) => {
      const model = await readKeras(at(path))
      agrees(model, said[path]!)
      expect(weightedLayers(model)).toEqual(said[path]!.layers)
      model.close()
    })
  })
})

describe('a file made to harm', () => {
  test('that expands to more than it may is refused in one line', async () => {
    const path = join(folder, 'bomb.keras')
    writeFileSync(path, zipSync({ 'config.json': [new Uint8Array(2 ** 28 + 1), { level: 1 }] }))
    await expect(readKeras(path)).rejects.toBeInstanceOf(ModelError)
  })

  test('that holds no HDF5 behind its first bytes is refused in one line', async () => {
    const path = join(folder, 'empty.h5')
    writeFileSync(
      path,
      Buffer.concat([Buffer.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(5000)]),
    )
    const bytes = openBytes(path)
    await expect(openHdf5(bytes)).rejects.toMatchObject({ id: 'model.error.damaged' })
    bytes.close()
  })
})
