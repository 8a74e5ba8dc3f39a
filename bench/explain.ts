// `npm run bench:explain`: explaining an MLP of 20 -> 64 -> 64 -> 2, beside shap, lime and scikit-learn on ONNX Runtime for Python.
//
//   --threads N (1), of both sides   --rows N (20), of the 1,000 that shap and lime explain   --repeats N (5), the best is shown, and what the processor
//   worked in it, which tells more where other programs run beside
//   WHYLOSS_EXPLAIN: the Python of bench/explain_peers.py

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { EngineKind } from '../src/model/run/engine.ts'
import { openOnnx } from '../src/model/run/onnx.ts'
import type { Runner } from '../src/model/run/runner.ts'
import { lime } from '../src/model/why/lime.ts'
import { permutationImportance } from '../src/model/why/permutation.ts'
import type { Predicting, Rows } from '../src/model/why/predictor.ts'
import { shapley } from '../src/model/why/shapley.ts'
import { EXPLAIN } from '../test/components.ts'

const { values } = parseArgs({
  options: {
    threads: { type: 'string', default: '1' },
    rows: { type: 'string', default: '20' },
    repeats: { type: 'string', default: '5' },
  },
})
const [threads, part, repeats] = [Number(values.threads), Number(values.rows), Number(values.repeats)]
const folder = mkdtempSync(join(tmpdir(), 'whyloss-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const GROUPS = Array.from({ length: 20 }, (_, i) => [i])
const SHUFFLES = 5
const COALITIONS = 2 * 20 + 2048
const POINTS = 5000

interface Task {
  readonly name: string
  readonly tool: string
  readonly samples: number
  readonly ours: (model: Predicting) => Promise<unknown>
}

/** Seconds on the clock, and of the processor. */
type Time = readonly [number, number]

function peer(tool: string, samples = 0): Time {
  const script = new URL('explain_peers.py', import.meta.url).pathname
  const args = [script, tool, folder, threads, part, samples].map(String)
  const done = spawnSync(EXPLAIN, args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${EXPLAIN} ${args.join(' ')}\n${done.stderr}`)
  const { seconds, processor } = JSON.parse(done.stdout.trim().split('\n').at(-1)!)
  return [seconds, processor]
}

const numbers = (name: string) => new Float32Array(new Uint8Array(readFileSync(join(folder, `${name}.f32`))).buffer)
const rowsOf = (data: Float32Array): Rows => ({ data, count: data.length / 20 })

const best = (list: readonly Time[]): Time => [Math.min(...list.map(([a]) => a)), Math.min(...list.map(([, b]) => b))]

async function timed(work: () => Promise<unknown>): Promise<Time> {
  const [began, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return [(performance.now() - began) / 1e3, (user + system) / 1e6]
}

/** Opened and warm; undefined where the engine is not there. */
async function opened(engine: EngineKind): Promise<Runner | undefined> {
  const runner = await openOnnx(join(folder, 'model.onnx'), { engine, threads }).catch((error: Error) => {
    console.log(`${engine}: not measured (${error.message})`)
    return undefined
  })
  for (let i = 0; i < 20; i++) await runner?.run(new Float32Array(20 * 20_000), 20_000)
  return runner
}

function tasks(): readonly Task[] {
  const [rows, background, truth] = [rowsOf(numbers('rows')), rowsOf(numbers('background')), numbers('truth')]
  const some = rowsOf(rows.data.subarray(0, part * 20))
  const accuracy = (outputs: Float64Array) => {
    let right = 0
    for (let row = 0; row < rows.count; row++)
      right += Number(outputs[2 * row + 1]! > outputs[2 * row]!) === truth[row] ? 1 : 0
    return right / rows.count
  }
  const many = new Float32Array(200 * rows.data.length)
  for (let i = 0; i < 200; i++) many.set(rows.data, i * rows.data.length)
  const seed = 1
  return [
    {
      name: 'outputs of 2e5 rows',
      tool: 'infer',
      samples: 0,
      ours: (model) => model.predict(many, 200 * rows.count),
    },
    {
      name: `permutation importance, 1,000 rows, ${SHUFFLES} shuffles (sklearn)`,
      tool: 'permutation',
      samples: SHUFFLES,
      ours: (model) => permutationImportance(model, rows, GROUPS, accuracy, { seed, repeats: SHUFFLES }),
    },
    {
      name: `permutation importance, 1,000 rows, ${SHUFFLES} shuffles (shap's PermutationExplainer, once there and back)`,
      tool: 'shap_permutation',
      samples: 2 * 20 + 1,
      ours: (model) => permutationImportance(model, rows, GROUPS, accuracy, { seed, repeats: SHUFFLES }),
    },
    {
      name: `KernelSHAP, ${part} rows, background 100, ${COALITIONS} coalitions (shap)`,
      tool: 'shap',
      samples: COALITIONS,
      ours: (model) => shapley(model, some, background, GROUPS, { seed, samples: COALITIONS }),
    },
    {
      name: `LIME, ${part} rows, ${POINTS} points (lime)`,
      tool: 'lime',
      samples: POINTS,
      ours: (model) => lime(model, some, rows, GROUPS, { seed, samples: POINTS }),
    },
  ]
}

async function compare(task: Task, runners: readonly Runner[]): Promise<void> {
  const times = runners.map((): Time[] => [])
  const theirs: Time[] = []
  // by turns, so that what else the machine does falls on all
  for (let i = 0; i < repeats; i++) {
    theirs.push(peer(task.tool, task.samples))
    for (const [at, runner] of runners.entries()) {
      const model = { features: 20, outputs: runner.outputs, predict: runner.run }
      times[at]!.push(await timed(() => task.ours(model)))
    }
  }
  const line = (name: string, [clock, processor]: Time) =>
    `  ${name.padEnd(34)} ${clock.toFixed(3)} s, ${processor.toFixed(3)} s of the processor`
  const [clock, processor] = best(theirs)
  console.log(`\n${task.name}\n${line('Python', best(theirs))}`)
  for (const [at, runner] of runners.entries()) {
    const own = best(times[at]!)
    const ratios = `${(own[0] / clock).toFixed(2)} and ${(own[1] / processor).toFixed(2)} times Python`
    console.log(`${line(runner.engine, own)}   ${ratios}`)
  }
}

peer('make')
const runners = [await opened('wasm'), await opened('native')].filter((one) => one !== undefined)
console.log(`${threads} thread${threads === 1 ? '' : 's'} each, the best of ${repeats}`)
for (const task of tasks()) await compare(task, runners)
for (const runner of runners) await runner.close()
