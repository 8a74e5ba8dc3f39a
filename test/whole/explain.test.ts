// ONNX models run as Python's ONNX Runtime runs them, and are explained as shap, lime and scikit-learn explain them.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOnnx } from '../../src/model/run/onnx.ts'
import type { Runner } from '../../src/model/run/runner.ts'
import { lime } from '../../src/model/why/lime.ts'
import { permutationImportance } from '../../src/model/why/permutation.ts'
import type { Groups, Predicting, Rows } from '../../src/model/why/predictor.ts'
import { linearShapley, shapley } from '../../src/model/why/shapley.ts'
import { EXPLAIN, explainers, suite, TORCH, torch } from '../components.ts'
import { ROOT } from '../sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-explain-'))
const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
const singles = (count: number): Groups => Array.from({ length: count }, (_, i) => [i])
const rowsOf = (list: readonly (readonly number[])[]): Rows => ({
  count: list.length,
  data: Float32Array.from(list.flat()),
})
const as = (runner: Runner): Predicting => ({
  features: runner.inputs,
  outputs: runner.outputs,
  predict: runner.run,
})
const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
/** standard error of the mean */
const error = (list: readonly number[]) =>
  Math.sqrt(list.reduce((sum, one) => sum + (one - mean(list)) ** 2, 0) / (list.length - 1) / list.length)

/** Runs a model on what its file of JSON asks, and compares. */
async function same(name: string): Promise<Runner> {
  const runner = await openOnnx(join(folder, `${name}.onnx`))
  const { rows, outputs } = read(name)
  const given = await runner.run(Float32Array.from(rows.flat(Number.POSITIVE_INFINITY)), rows.length)
  const wanted: number[] = outputs.flat()
  expect(given).toHaveLength(wanted.length)
  expect(Math.max(...wanted.map((one, i) => Math.abs(one - given[i]!)))).toBeLessThan(1e-5)
  await runner.close()
  return runner
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

suite('explaining as others do', [explainers], () => {
  beforeAll(() => {
    const env = { ...process.env, OMP_NUM_THREADS: '1' }
    const done = spawnSync(EXPLAIN, [join(ROOT, 'test/explain.py'), folder], { encoding: 'utf8', env })
    expect(done.stderr.trim().split('\n').at(-1)).toBe('')
    expect(done.status).toBe(0)
  })

  test.each(['forest', 'logistic', 'beside'])('outputs of %s are those of ONNX Runtime in Python', async (name) => {
    expect(await same(name)).toMatchObject({ inputs: 6, outputs: 3 })
  })

  test('a model with an input for each column is run', async () => {
    expect(await same('columns')).toMatchObject({ inputs: 3, outputs: 3 })
  })

  test('probabilities in maps are refused with the way out', async () => {
    await expect(openOnnx(join(folder, 'zipmap.onnx'))).rejects.toThrow(/zipmap=False/)
  })

  test('Shapley values of six features are those of shap', async () => {
    const runner = await openOnnx(join(folder, 'few.onnx'))
    const { training, shap, base } = read('few')
    const [rows, background] = [rowsOf(training.slice(30, 36)), rowsOf(training.slice(0, 30))]
    const own = await shapley(as(runner), rows, background, singles(6), { seed: 1 })
    expect(own.exact).toBe(true)
    expect(Math.abs(own.base[0]! - base)).toBeLessThan(1e-4)
    shap.flat().forEach((one: number, i: number) => {
      expect(Math.abs(own.phi[i]! - one)).toBeLessThan(1e-4)
    })
    await runner.close()
  })

  test('drawn coalitions of twenty features come as near as those of shap', async () => {
    const runner = await openOnnx(join(folder, 'many.onnx'))
    const { rows, shap } = read('many')
    const [drawn, truth]: [number[], number[]] = [shap[0].flat(2), shap[1].flat(2)]
    const [own, background] = [rowsOf(rows.slice(100, 104)), rowsOf(rows.slice(0, 100))]
    const away = (list: ArrayLike<number>) => mean(truth.map((one, i) => Math.abs(one - list[i]!)))
    const ours: number[] = []
    for (const seed of [1, 2, 3, 4]) {
      const given = await shapley(as(runner), own, background, singles(20), { seed, samples: 2088 })
      expect(given.exact).toBe(false)
      ours.push(away(given.phi))
    }
    // with a quarter of the predictions; without its choice of ten features, shap's default, which is three times as far off
    expect(mean(ours)).toBeLessThan(0.1 * mean(truth.map(Math.abs)))
    expect(mean(ours)).toBeLessThan(1.3 * away(drawn))
    await runner.close()
  })

  test('Shapley values of a linear model are those of shap’s closed form', async () => {
    const runner = await openOnnx(join(folder, 'linear.onnx'))
    const { rows, weights, shap } = read('linear')
    const [own, background] = [rowsOf(rows.slice(100, 110)), rowsOf(rows.slice(0, 100))]
    const means = weights.map((_: number, i: number) => mean(rows.slice(0, 100).map((row: number[]) => row[i]!)))
    const closed = linearShapley(Float64Array.from(weights), 1, own, means, singles(8))
    const { phi } = await shapley(as(runner), own, background, singles(8), { seed: 1 })
    shap.flat().forEach((one: number, i: number) => {
      expect(Math.abs(closed[i]! - one)).toBeLessThan(1e-5)
      expect(Math.abs(phi[i]! - one)).toBeLessThan(1e-4)
    })
    await runner.close()
  })

  test('LIME’s weights are those of lime, within the errors of both over seeds', async () => {
    const runner = await openOnnx(join(folder, 'few.onnx'))
    const { training, lime: theirs } = read('few')
    const seeds = theirs.map((_: unknown, seed: number) => seed)
    const ours: Float64Array[] = []
    for (const seed of seeds) {
      const given = await lime(as(runner), rowsOf(training.slice(30, 33)), rowsOf(training), singles(6), { seed })
      ours.push(given.weights)
    }
    for (let at = 0; at < 18; at++) {
      const [a, b] = [ours.map((one) => one[at]!), theirs.map((one: number[][]) => one.flat()[at]!)]
      const far = Math.abs(mean(a) - mean(b)) / Math.hypot(error(a), error(b))
      expect(far, `row ${Math.floor(at / 6)}, feature ${at % 6}`).toBeLessThan(4)
    }
    await runner.close()
  })

  test('permutation importance is that of scikit-learn, within the errors of both', async () => {
    const runner = await openOnnx(join(folder, 'many.onnx'))
    const { rows, truth, drops } = read('many')
    const accuracy = (outputs: Float64Array) =>
      mean(truth.map((one: number, row: number) => (Number(outputs[row * 2 + 1]! > outputs[row * 2]!) === one ? 1 : 0)))
    const options = { seed: 1, repeats: 30 }
    const { groups } = await permutationImportance(as(runner), rowsOf(rows), singles(20), accuracy, options)
    groups.forEach(({ drop, error: own }, i) => {
      expect(Math.abs(drop - mean(drops[i])), `feature ${i}`).toBeLessThanOrEqual(4 * Math.hypot(own, error(drops[i])))
    })
    expect(mean(drops[0])).toBeGreaterThan(0.05)
    await runner.close()
  })
})

const EXPORTS = `
import json, sys, torch
torch.manual_seed(0)
head = torch.nn.Sequential(torch.nn.Linear(20, 64), torch.nn.ReLU(), torch.nn.BatchNorm1d(64), torch.nn.Linear(64, 2))
c = torch.nn.Conv2d
eye = torch.nn.Sequential(c(3, 8, 3), torch.nn.GELU(), torch.nn.MaxPool2d(2), c(8, 4, 3), torch.nn.Flatten(), torch.nn.Linear(100, 5))
class Words(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.table, self.gru = torch.nn.Embedding(30, 8), torch.nn.GRU(8, 16, batch_first=True)
    def forward(self, x):
        return self.gru(self.table(x))[0][:, -1]
draws = {
    'rows': (head, torch.randn(7, 20)), 'one': (head, torch.randn(7, 20)),
    'pictures': (eye, torch.randn(50, 3, 16, 16)), 'words': (Words(), torch.randint(0, 30, (6, 12))),
}
for name, (model, x) in draws.items():
    model.eval()
    axes = {} if name == 'one' else {'x': {0: 'n'}}
    torch.onnx.export(model, x[:1], f'{sys.argv[1]}/{name}.onnx', input_names=['x'], dynamic_axes=axes)
    with torch.no_grad():
        json.dump({'rows': x.tolist(), 'outputs': model(x).tolist()}, open(f'{sys.argv[1]}/{name}.json', 'w'))
`

suite('running what PyTorch exports', [torch], () => {
  beforeAll(() => void execFileSync(TORCH, ['-c', EXPORTS, folder], { stdio: 'pipe' }))

  test.each([
    ['rows', 20, 2],
    ['one', 20, 2],
    ['pictures', 768, 5],
    ['words', 12, 16],
  ])('outputs of %s are those of PyTorch', async (name, inputs, outputs) => {
    expect(await same(name)).toMatchObject({ inputs, outputs })
  })
})
