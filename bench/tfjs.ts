// What the recorder of TensorFlow.js costs a step: with it, without it and without it again, in turns, in one process.
//
// `npm run build && npx tsx bench/tfjs.ts` prints, for each network, how long a step takes with the recorder beside without
// it, the same of two arms that are both without it (what this machine's noise makes of no difference), and the
// recorder's own account. The start is left out: it has an allowance of its own, which the account holds.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers'

const INDEX = new URL('../dist/tfjs/index.js', import.meta.url).href
const ARMS = ['with', 'without', 'null'] as const
/** steps of one arm before the next, and turns of all */
const [BLOCK, TURNS] = [20, 21]
const WARM = 100

const folder = mkdtempSync(join(tmpdir(), 'whyloss-bench-tfjs-'))
const { WhylossCallback } = (await import(INDEX)) as { WhylossCallback: new (given: object) => unknown }
await tf.setBackend('cpu')

function network(width: number): LayersModel {
  const dense = { units: width, activation: 'relu' as const }
  const list = [layers.dense({ ...dense, inputShape: [64] }), layers.dropout({ rate: 0.1 }), layers.dense(dense)]
  const model = sequential({ layers: [...list, layers.dense({ units: 10, activation: 'softmax' })] })
  model.compile({ optimizer: tf.train.adam(1e-3), loss: 'categoricalCrossentropy', metrics: ['accuracy'] })
  return model
}

/** Seconds of `steps` steps. */
async function timed(model: LayersModel, x: tf.Tensor, y: tf.Tensor, steps: number): Promise<number> {
  const began = performance.now()
  for (let step = 0; step < steps; step++) await model.trainOnBatch(x, y)
  return (performance.now() - began) / 1000
}

interface Switch {
  trainings: { on: boolean }
}

function recorder(): Switch {
  return (globalThis as unknown as Record<symbol, Switch>)[Symbol.for('whyloss.tfjs')]!
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!

async function measure(name: string, width: number, rows: number): Promise<void> {
  const x = tf.randomNormal([rows, 64])
  const y = tf.cast(tf.oneHot(tf.randomUniform([rows], 0, 10, 'int32'), 10), 'float32')
  const model = network(width)
  await timed(model, x, y, WARM)
  const took: Record<(typeof ARMS)[number], number[]> = { with: [], without: [], null: [] }
  for (let turn = 0; turn < TURNS; turn++)
    for (const arm of [...ARMS.slice(turn % 3), ...ARMS.slice(0, turn % 3)]) {
      recorder().trainings.on = arm === 'with'
      took[arm].push(await timed(model, x, y, BLOCK))
    }
  recorder().trainings.on = true
  const ratio = (one: (typeof ARMS)[number]) => median(took[one].map((value, turn) => value / took.without[turn]!))
  const step = (1000 * median(took.without)) / BLOCK
  const told = [
    `${step.toFixed(2)} ms a step`,
    `with/without ${ratio('with').toFixed(4)}`,
    `null ${ratio('null').toFixed(4)}`,
  ]
  console.log(`${name.padEnd(12)} ${told.join('   ')}`)
}

try {
  new WhylossCallback({ out: folder })
  await measure('64-32-32-10', 32, 32)
  await measure('64-64-64-10', 64, 64)
  await new Promise((resolve) => setTimeout(resolve, 300))
  process.once('exit', () => {
    const [file] = readdirSync(folder)
    const rows = readFileSync(join(folder, file!), 'utf8').split('\n')
    for (const row of rows.filter((one) => one.startsWith('{"k":"cost"'))) {
      const { seconds, spent, startup, sampled, steps } = JSON.parse(row)
      const share = (100 * Math.max(0, spent - 0.2)) / seconds
      console.log(
        `its account: ${spent} s of ${seconds} s in ${steps} steps, ${sampled} looks, ${startup} s before the first;`,
      )
      console.log(`beyond the allowance of 0.2 s: ${share.toFixed(2)} %`)
    }
    rmSync(folder, { recursive: true })
  })
} catch (error) {
  rmSync(folder, { recursive: true, force: true })
  throw error
}
