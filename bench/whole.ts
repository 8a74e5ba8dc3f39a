// How long a person waits: ten million points diagnosed, and a hundred-line paste answered, as whole processes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Curve, writeEvents } from './event-file.ts'

const COMMAND = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const POINTS = 10_000_000
const STARTS = 20

/** Told by the process itself as it ends, in KiB. */
const TELL_MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))"

function curves(): Curve[] {
  let state = 1
  const noise = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  }
  const falling = (floor: number, size: number) => (step: number) => floor + 2 / (1 + step / 2e4) + size * noise()
  const layers = Array.from({ length: 6 }, (_, i) => ({ tag: `gradient_norm/layer_${i}`, at: () => 1 + 0.2 * noise() }))
  return [
    { tag: 'train/loss', at: falling(0.3, 0.1) },
    { tag: 'val/loss', at: falling(0.35, 0.05) },
    { tag: 'train/accuracy', at: (step) => 1 - 0.9 / (1 + step / 2e4) + 0.02 * noise() },
    { tag: 'learning_rate', at: () => 1e-3 },
    ...layers,
  ]
}

function tenMillion(folder: string): void {
  const all = curves()
  const path = join(folder, 'events.out.tfevents.1700000000.bench')
  const bytes = writeEvents(path, all, POINTS / all.length)
  const start = performance.now()
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', TELL_MEMORY, COMMAND, 'diagnose', path, '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  const seconds = (performance.now() - start) / 1000
  if (status !== 0 && status !== 3)
    throw new Error(`diagnose ended with ${status}: ${stderr.trim().split('\n').at(-1)}`)
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 2 ** 20
  const read = JSON.parse(stdout).runs.flatMap((run: { sources: { points: number }[] }) => run.sources)
  const points = read.reduce((sum: number, source: { points: number }) => sum + source.points, 0)
  if (points !== POINTS) throw new Error(`${points} of ${POINTS} points were read`)
  console.log(`10,000,000 points (${(bytes / 1e6).toFixed(0)} MB of events) diagnosed`)
  console.log(`  time   ${seconds.toFixed(2)} s    target < 10 s   ${mark(seconds < 10)}`)
  console.log(`  memory ${peak.toFixed(2)} GiB  target < 1 GiB  ${mark(peak < 1)}   (peak of the whole process)`)
}

function paste(): void {
  const line = (i: number) => {
    const [loss, val] = [0.3 + 2 / (i + 1), 0.35 + 1.9 / (i + 1)]
    return `Epoch ${i}/100 - loss: ${loss.toFixed(4)} - val_loss: ${val.toFixed(4)} - val_accuracy: ${(1 - val / 3).toFixed(4)}\n`
  }
  const input = Array.from({ length: 100 }, (_, i) => line(i + 1)).join('')
  const floor = median(['-e', '0'], '')
  const answer = median([COMMAND, 'diagnose', '-'], input)
  console.log(`a paste of 100 lines answered, median of ${STARTS} whole processes`)
  console.log(`  whyloss ${answer.toFixed(0)} ms   target < 400 ms   ${mark(answer < 400)}`)
  console.log(`  node -e 0 ${floor.toFixed(0)} ms   ratio ${(answer / floor).toFixed(2)}`)
}

/** Milliseconds from start to end, start-up included. */
function median(args: readonly string[], input: string): number {
  const times = Array.from({ length: STARTS }, () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' })
    if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.trim()}`)
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[STARTS / 2]!
}

function mark(good: boolean): string {
  return good ? 'met' : 'MISSED'
}

export async function main(): Promise<void> {
  if (!existsSync(COMMAND)) throw new Error('dist/cli/main.js is missing: npm run build')
  paste()
  const folder = mkdtempSync(join(tmpdir(), 'whyloss-bench-'))
  try {
    tenMillion(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
