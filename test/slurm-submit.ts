// A process of its own that has trials run by Slurm, so that a test can kill it: `tsx test/slurm-submit.ts PLAN.json`.
import { readFileSync } from 'node:fs'
import { slurmRunner } from '../src/trials/slurm.ts'

const { options, trials } = JSON.parse(readFileSync(process.argv[2]!, 'utf8'))
const runner = slurmRunner({ ...options, env: process.env })
await Promise.all(
  // biome-ignore lint/suspicious/noExplicitAny: a plan of the test's own making
  trials.map(async (trial: any) => {
    const { id, ending, value } = await runner.run(trial, {}, () => undefined)
    console.log(JSON.stringify({ id, ending, value }))
  }),
)
