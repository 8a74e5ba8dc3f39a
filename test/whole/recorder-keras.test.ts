// The recorder in real trainings of Keras, on every backend and version that is here: it changes nothing and sees each of them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Component, jax, KERAS, KERAS2, keras, keras2, suite, TORCH2, torch2 } from '../components.ts'
import { ROOT } from '../sources.ts'

const RECORDER = join(ROOT, 'recorder')
const TRAININGS = join(RECORDER, 'tests', 'keras_trainings.py')
const folder = mkdtempSync(join(tmpdir(), 'whyloss-keras-'))
let made = 0
const fresh = () => join(folder, String(made++))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Row = Record<string, unknown>

const KINDS: readonly (readonly [name: string, python: string, backend: string, needs: readonly Component[]])[] = [
  ['Keras 3 on TensorFlow', KERAS, 'tensorflow', [keras]],
  ['Keras 3 on JAX', KERAS, 'jax', [keras, jax]],
  ['Keras 3 on PyTorch', TORCH2, 'torch', [torch2]],
  ['Keras 2', KERAS2, 'tensorflow', [keras2]],
]

const IMPORTS: readonly (readonly [name: string, lines: string, ofTensorFlow: boolean])[] = [
  ['by itself', 'import keras', false],
  ['from TensorFlow', 'from tensorflow import keras', true],
  ['by the name tf.keras', 'import tensorflow as tf\nkeras = tf.keras', true],
  ['after a look whether it is there', 'import importlib.util\nimportlib.util.find_spec("keras")\nimport keras', false],
]
const FITS = `import numpy
model = keras.Sequential([keras.layers.Dense(2)])
model.compile("sgd", "mse")
model.fit(numpy.ones((32, 3)), numpy.ones((32, 2)), epochs=2, verbose=0)
`

for (const [name, python, backend, needs] of KINDS)
  suite(`the recorder for ${name}`, needs, () => {
    const call = (args: readonly string[], out?: string, path: readonly string[] = []) => {
      const { WHYLOSS_OUT: _, PYTHONPATH: __, ...rest } = process.env
      const injected = out === undefined ? [] : [join(RECORDER, 'inject')]
      const env = { ...rest, OMP_NUM_THREADS: '1', KERAS_BACKEND: backend, TF_CPP_MIN_LOG_LEVEL: '3' }
      const options = { encoding: 'utf8', timeout: 300_000, cwd: folder } as const
      return spawnSync(python, args, {
        ...options,
        env: {
          ...env,
          PYTHONPATH: [...injected, ...path].join(delimiter),
          ...(out === undefined ? {} : { WHYLOSS_OUT: out }),
        },
      })
    }

    describe('changes nothing', () => {
      const plain = call([TRAININGS])
      const out = fresh()
      const watched = call([TRAININGS], out)
      const lines = plain.stdout.trim().split('\n')
      const trained = lines.filter((line) => !/Error$/.test(line))

      test('and nothing went wrong on either side', () => {
        expect([plain.status, watched.status]).toEqual([0, 0])
        expect(trained.length).toBeGreaterThan(16)
        expect(warningsOf(watched.stderr)).toEqual(warningsOf(plain.stderr))
      })

      test.each(lines.map((line) => line.split(' ')))(
        'of the weights and the random state: %s',
        (training, ...marks) => {
          expect(watched.stdout).toContain(`${[training, ...marks].join(' ')}\n`)
        },
      )

      test('and yet it saw each of them as a run of its own, to its end', () => {
        const rows = rowsIn(out)
        expect(rows.filter((row) => row.k === 'silent')).toEqual([])
        expect(rows.at(-1)).toMatchObject({ k: 'end', why: 'exit' })
        const runs = runsOf(rows)
        expect(runs).toHaveLength(trained.length)
        for (const run of runs) {
          expect(run.some((row) => row.k === 'points' && row.metric === 'loss')).toBe(true)
          expect(run.some((row) => row.table === 'layers')).toBe(true)
        }
        // a step of the user's own is not taken once more
        const asked = runs.filter((run) => run.some((row) => row.k === 'look' && 'gradient-norm' in (row.whole as Row)))
        expect(asked.length).toBeGreaterThanOrEqual(trained.length - 2)
      })
    })

    test.each(IMPORTS)('waits for Keras however it is imported: %s', (_, lines, ofTensorFlow) => {
      if (ofTensorFlow && backend !== 'tensorflow') return
      const [program, out] = [`${fresh()}.py`, fresh()]
      writeFileSync(program, `${lines}\n${FITS}`)
      const { status, stderr } = call([program], out)
      expect([status, stderr.includes('Traceback')]).toEqual([0, false])
      expect(rowsIn(out).some((row) => row.k === 'points' && row.metric === 'loss')).toBe(true)
    })

    test('sees the loss of each step as the training had it', () => {
      const out = fresh()
      const program = join(folder, `${name.replaceAll(' ', '-')}.py`)
      writeFileSync(program, OWN_LOSSES)
      const { stdout, stderr } = call([program], out)
      expect(stderr).not.toContain('whyloss:')
      const told = JSON.parse(stdout.trim().split('\n').at(-1)!) as number[]
      const seen = rowsIn(out)
        .filter((row) => row.k === 'points' && row.metric === 'loss' && row.split === 'train' && row.mean === 'batch')
        .flatMap((row) => row.value as number[])
      expect(seen).toHaveLength(told.length)
      for (const [at, value] of seen.entries()) expect(value).toBeCloseTo(told[at]!, 3)
    })

    test('comes in by a callback, where nothing is injected, and doubles nothing where it is', () => {
      const program = join(folder, `${name.replaceAll(' ', '-')}-callback.py`)
      const [alone, both] = [fresh(), fresh()]
      writeFileSync(program, CALLBACK)
      for (const [given, out] of [
        [alone, undefined],
        [both, both],
      ] as const) {
        const { stderr } = call([program, given], out, [RECORDER])
        expect(stderr).not.toContain('whyloss:')
        const losses = rowsIn(given).filter(
          (row) => row.k === 'points' && row.metric === 'loss' && row.split === 'train' && row.mean === 'batch',
        )
        expect(losses.flatMap((row) => row.step as number[])).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      }
    })
  })

const OWN_LOSSES = `
import json
import numpy as np
import keras
own = np.random.RandomState(0)
x, y = own.rand(100, 4).astype("float32"), own.rand(100).astype("float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
losses = []
class Tell(keras.callbacks.Callback):
    def on_train_batch_begin(self, batch, logs=None):
        if hasattr(self.model, "jax_state_sync"):
            self.model.jax_state_sync()
        rows = slice(batch * 32, batch * 32 + 32)
        kernel, bias = self.model.get_weights()
        losses.append(float(np.mean((x[rows] @ kernel[:, 0] + bias[0] - y[rows]) ** 2)))
model.fit(x, y, epochs=3, shuffle=False, verbose=0, callbacks=[Tell()])
print(json.dumps(losses))
`

const CALLBACK = `
import sys
import numpy as np
import keras
from whyloss.integration.keras import WhylossCallback
model = keras.Sequential([keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.random.rand(100, 3), np.random.rand(100), epochs=2, verbose=0, callbacks=[WhylossCallback(sys.argv[1])])
`

function rowsIn(out: string): Row[] {
  if (!existsSync(out)) return []
  return readdirSync(out).flatMap((name) =>
    readFileSync(join(out, name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  )
}

function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [[]]
  for (const row of rows) {
    if (row.k === 'run') runs.push([])
    runs.at(-1)!.push(row)
  }
  return runs
}

/** Every warning once, without the numbers of processes and times. */
function warningsOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => /Warning:|whyloss/.test(line))
  return [...new Set(lines.map((line) => line.replace(/\d+/g, '#')))].sort()
}
