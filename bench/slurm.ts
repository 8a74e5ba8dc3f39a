// What a trial costs on Slurm beyond its training, on the two nodes of the test cluster: `npx tsx bench/slurm.ts [trials]`.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { slurmRunner } from '../src/trials/slurm.ts'
import type { Trial } from '../src/trials/trial.ts'
import { SlurmCluster } from '../test/slurm.ts'
import { MAIN } from '../test/watched.ts'

const NODES = 2
const count = Number(process.argv[2] ?? 16)
const folder = mkdtempSync(join(tmpdir(), 'whyloss-bench-slurm-'))
const cwd = join(folder, 'user')
mkdirSync(cwd)
writeFileSync(
  join(cwd, 'loop.py'),
  'import time\nfor i in range(10):\n  print(f"epoch {i} loss {1 / (i + 1)}", flush=True)\n  time.sleep(0.1)\n',
)
const trials = Array.from({ length: count }, (_, at): Trial => ({
  id: `t${at}`, arm: 'screen', changes: {}, flags: {}, seed: at, words: ['python3', 'loop.py'], limits: { seconds: 60, memory: null, steps: null },
})) // biome-ignore format: one line says what a trial is
const cluster = new SlurmCluster()
cluster.start()
try {
  const runner = slurmRunner({ home: join(folder, 'home'), cwd, env: cluster.env, cli: [process.execPath, MAIN] })
  const began = performance.now()
  const results = await Promise.all(trials.map((trial) => runner.run(trial, {}, () => undefined)))
  const wall = (performance.now() - began) / 1000
  const training = results.reduce((sum, { seconds }) => sum + seconds, 0)
  const finished = results.filter(({ ending }) => ending === 'finished').length
  console.log(
    `${finished} of ${count} trials finished on ${NODES} nodes in ${wall.toFixed(1)} s; training took ${training.toFixed(1)} s of them.`,
  )
  console.log(
    `overhead a trial, (wall - training / nodes) / trials: ${((wall - training / NODES) / count).toFixed(2)} s`,
  )
  console.log(
    `time of a node a trial beyond its training, (wall * nodes - training) / trials: ${((wall * NODES - training) / count).toFixed(2)} s`,
  )
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
