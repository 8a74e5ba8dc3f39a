// Every snippet of the explanations runs and does what it says: one process a framework, so that its imports are paid once.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { FILES, type Framework, snippets } from '../../tools/snippets.ts'
import { type Component, KERAS, keras, suite, TORCH, torch } from '../components.ts'
import { ROOT } from '../sources.ts'

const known = snippets(ROOT)
/** One thread, no accelerator, no chatter: the same on every machine. */
const QUIET = {
  OMP_NUM_THREADS: '1',
  TF_NUM_INTRAOP_THREADS: '1',
  TF_NUM_INTEROP_THREADS: '1',
  TF_CPP_MIN_LOG_LEVEL: '3',
  CUDA_VISIBLE_DEVICES: '',
}
/** No snippet may take longer: a reader who tries it does not wait. */
const SECONDS = 30

const frameworks: readonly [name: string, Framework, needs: readonly Component[], command: readonly string[]][] = [
  ['PyTorch', 'pytorch', [torch], [TORCH, 'snippets/run.py']],
  ['Keras', 'keras', [keras], [KERAS, 'snippets/run.py']],
  ['TensorFlow.js', 'tensorflow', [], [process.execPath, 'snippets/run.mjs']],
]

/** The processes run beside each other, from the first test on. */
const starts: (() => void)[] = []
beforeAll(() => {
  for (const start of starts) start()
})

interface Outcome {
  readonly path: string
  readonly seconds: number
  readonly error: string | null
}

for (const [name, framework, needs, command] of frameworks)
  suite(`the snippets of ${name}`, needs, () => {
    const remedies = Object.keys(known).filter((remedy) => framework in known[remedy]!)
    const paths = remedies.map((remedy) => join('snippets', remedy, FILES[framework]))
    let outcomes: Promise<ReadonlyMap<string, Outcome>>
    starts.push(() => {
      outcomes = run(command, paths)
    })

    test.each(paths)('%s', async (path) => {
      const outcome = (await outcomes).get(path)
      expect(outcome, 'it was not reached').toBeDefined()
      expect(outcome!.error ?? '').toBe('')
      expect(outcome!.seconds).toBeLessThan(SECONDS)
    })
  })

test('a snippet that fails is told as one', async () => {
  const path = 'snippets/no-such-remedy/tensorflow.mjs'
  const outcomes = await run([process.execPath, 'snippets/run.mjs'], [path])
  expect(outcomes.get(path)?.error).toMatch(/Cannot find module/)
})

async function run(command: readonly string[], paths: readonly string[]): Promise<ReadonlyMap<string, Outcome>> {
  const [file, ...args] = command
  const child = spawn(file!, [...args, ...paths], {
    cwd: ROOT,
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece
  })
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  const lines = text.split('\n').filter((line) => line !== '')
  return new Map(lines.map((line) => JSON.parse(line) as Outcome).map((outcome) => [outcome.path, outcome]))
}
