import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { Allowance } from './allowance.ts'
import { scriptOf } from './sbatch.ts'
import { demandOf, groupsOf } from './slurm-demand.ts'
import type { Trial } from './trial.ts'

const trial = (id: string, seconds: number | null, memory: number | null) => ({
  trial: { id, limits: { seconds, memory, steps: null } } as Trial,
})

it('a limit becomes whole minutes, with time for Slurm to start and for whyloss to end it first', () => {
  expect(demandOf({ seconds: 60, memory: 1000.2, steps: 1 }, Number.POSITIVE_INFINITY)).toEqual({
    minutes: 2,
    memory: 1513,
  })
  expect(demandOf({ seconds: 61, memory: null, steps: 1 }, Number.POSITIVE_INFINITY)).toEqual({ minutes: 3 })
  expect(demandOf({ seconds: null, memory: null, steps: 1 }, Number.POSITIVE_INFINITY)).toEqual({})
})

it('without a limit of its own it gets what is left, and never none, which Slurm takes for endless', () => {
  expect(demandOf({ seconds: null, memory: null, steps: null }, 3600)).toEqual({ minutes: 60 })
  expect(demandOf({ seconds: null, memory: null, steps: null }, 10)).toEqual({ minutes: 1 })
})

it('what asks for the same goes together, in its order', () => {
  const tasks = [trial('a', 60, 1), trial('b', 600, 1), trial('c', 60, 1)]
  const ids = groupsOf(tasks, Number.POSITIVE_INFINITY).map((group) => group.tasks.map((one) => one.trial.id))
  expect(ids).toEqual([['a', 'c'], ['b']])
  expect(
    groupsOf(
      Array.from({ length: 501 }, (_, at) => trial(`${at}`, 60, 1)),
      0,
    ).map((group) => group.tasks.length),
  ).toEqual([500, 1])
})

it('what is reserved and what was spent never exceed the cap', () => {
  const allowance = new Allowance({ cpu: 400, gpu: 1000 }, { cpus: 2, gpus: 1 })
  const [a, b] = [{}, {}]
  expect(allowance.reserve(a, 120)).toBe(true)
  expect(allowance.reserve(b, 120)).toBe(false)
  allowance.settle(a, 30)
  expect(allowance.left()).toBe(170)
  expect(allowance.reserve(b, 120)).toBe(true)
  expect(new Allowance({}, { cpus: 1, gpus: 0 }).reserve(a, 1e9)).toBe(true)
})

it('the script hands each task its folder, whatever signs are in it', () => {
  const folders = ['/a b', `/it's $HOME`, '/`x`"']
  const script = scriptOf({ cli: ['/usr/bin/printf', '%s|'], folders })
  const said = folders.map(
    (_, at) => spawnSync('bash', ['-c', script], { env: { SLURM_ARRAY_TASK_ID: `${at}` }, encoding: 'utf8' }).stdout,
  )
  expect(said).toEqual(folders.map((folder) => `trial|--folder|${folder}|`))
})
