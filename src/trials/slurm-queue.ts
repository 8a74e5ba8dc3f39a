// The trials that wait in a queue of Slurm: submitted together, watched by their files, found again when they are lost.

import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Ending } from '../record/trials.ts'
import { Allowance, type Cap } from './allowance.ts'
import { resultOfCut } from './result.ts'
import type { Measuring, Oversee } from './runner.ts'
import { cancelJobs, type Listed, listed, setThrottle, submit } from './sbatch.ts'
import type { SbatchOptions } from './sbatch-options.ts'
import { type Demand, demandOf, groupsOf, secondsOf } from './slurm-demand.ts'
import { SlurmError } from './slurm-error.ts'
import { fateOf } from './slurm-fate.ts'
import { dropJob, dropWorkplaces, isOf, type Job, jobOf, putJob, putOrders, refresh, signOf } from './slurm-jobs.ts'
import { Leftovers } from './slurm-leftovers.ts'
import { putResult, putTrial, resultOf, trialFolder } from './store.ts'
import { stoppedResult, type Trial, type TrialResult } from './trial.ts'

/** ms between two looks at the files of trials; what is asked for in between is submitted together */
const LOOK = 250
/** A lost trial is submitted again so many times. */
const RETRIES = 3

export interface QueueOptions {
  readonly home: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cli: readonly string[]
  readonly jobs: number
  readonly sbatch: SbatchOptions
  readonly cap: Cap
  /** ms between two questions to the controller */
  readonly poll: number
  /** ms after which the files of a job that runs, or has ended, must be seen here */
  readonly patience: number
}

interface Task {
  readonly trial: Trial
  readonly measuring: Measuring
  readonly folder: string
  oversee: Oversee
  resolve(result: TrialResult): void
  reject(error: unknown): void
  job?: Job | undefined
  /** what it has shown of itself already */
  sign: string
  /** times since when: the queue does not know it, it runs */
  gone?: number | undefined
  running?: number | undefined
}

export class SlurmQueue {
  readonly #options: QueueOptions
  readonly #allowance: Allowance
  readonly #live = new Set<Task>()
  readonly #leftovers = new Leftovers()
  /** how many tasks of an array may run at once, and its number */
  readonly #arrays = new Map<string, { throttle: number; id?: string }>()
  #waiting: Task[] = []
  #loop: Promise<void> | undefined
  #asked = 0
  #stopped = false

  constructor(options: QueueOptions) {
    this.#options = options
    this.#allowance = new Allowance(options.cap, options.sbatch)
  }

  run(trial: Trial, measuring: Measuring, oversee: Oversee): Promise<TrialResult> {
    const folder = trialFolder(this.#options.home, trial.id)
    const known = resultOf(folder)
    if (known) {
      this.#allowance.settle(trial, known.seconds)
      return Promise.resolve(known)
    }
    if (this.#stopped) return Promise.resolve(stoppedResult(trial))
    return new Promise((resolve, reject) => {
      const task: Task = { trial, measuring, oversee, folder, resolve, reject, sign: '' }
      task.job = jobOf(folder)
      if (task.job) this.#adopt(task, task.job)
      else this.#waiting.push(task)
      this.#loop ??= this.#go()
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#loop
  }

  get #logs(): string {
    return join(this.#options.home, 'slurm')
  }

  /** Whoever submitted it is gone; it may wait, run or be over. */
  #adopt(task: Task, { name, array }: Job): void {
    this.#live.add(task)
    this.#allowance.reserve(task, secondsOf(demandOf(task.trial.limits, this.#allowance.left())))
    if (!this.#arrays.has(name))
      this.#arrays.set(name, { throttle: Number.POSITIVE_INFINITY, ...(array === undefined ? {} : { id: array }) })
  }

  async #go(): Promise<void> {
    do {
      await sleep(LOOK)
      try {
        if (this.#stopped) await this.#end((task) => task.resolve(resultOf(task.folder) ?? stoppedResult(task.trial)))
        else await this.#turn()
      } catch (error) {
        await this.#end((task) => task.reject(error))
      }
    } while (this.#live.size + this.#waiting.length > 0)
    this.#loop = undefined
  }

  async #turn(): Promise<void> {
    for (const task of [...this.#live]) await this.#look(task)
    const isLast = this.#live.size + this.#waiting.length === 0
    if (isLast || performance.now() - this.#asked >= this.#options.poll) await this.#ask()
    await this.#spread()
    await this.#submit()
  }

  /** What its files tell. */
  async #look(task: Task): Promise<void> {
    const result = resultOf(task.folder)
    if (result) return this.#settle(task, result)
    const sign = signOf(task.folder)
    const key = sign === undefined ? '' : `${sign.attempt} ${sign.seconds}`
    if (sign === undefined || key === task.sign) return
    task.sign = key
    if (task.oversee(sign) !== 'behind') return
    await this.#conclude(task, 'behind', '')
    // one whose number is not known yet sees for itself that there is a result
    if (task.job!.array !== undefined) await cancelJobs([task.job!], this.#options.env)
  }

  /** Gives it a result in place of its job, unless that was quicker. */
  async #conclude(task: Task, ending: Ending, why: string): Promise<void> {
    const { attempt = '', seconds = 0 } = signOf(task.folder) ?? {}
    const result = await resultOfCut(task.trial, task.folder, { attempt, ending, why, seconds }, task.measuring)
    await this.#settle(task, putResult(task.folder, result, attempt))
  }

  async #settle(task: Task, result: TrialResult): Promise<void> {
    this.#live.delete(task)
    this.#allowance.settle(task, result.seconds)
    if (task.job) this.#leftovers.add(task.job)
    dropWorkplaces(task.folder)
    task.resolve(result)
  }

  /** What Slurm tells: of the arrays whose tasks are awaited. */
  async #ask(): Promise<void> {
    const { env } = this.#options
    const names = new Set([...[...this.#live].map(({ job }) => job!.name), ...this.#leftovers.names])
    const all = names.size === 0 ? undefined : await listed([...names], env)
    this.#asked = performance.now()
    // no answer says nothing of the jobs: they go on without their controller
    if (all === undefined) return
    await this.#leftovers.sweep(all, env)
    for (const task of [...this.#live]) await this.#judge(task, all.get(`${task.job!.name} ${task.job!.task}`))
  }

  async #judge(task: Task, entry: Listed | undefined): Promise<void> {
    const [fate, now] = [fateOf(entry), performance.now()]
    if (entry && task.job?.array === undefined) this.#number(task, entry.array)
    if (fate === 'never') throw new SlurmError('cli.error.slurm.never', { job: labelOf(task), reason: entry!.reason })
    if (fate === 'queued' || fate === 'running') {
      task.gone = undefined
      task.running = fate === 'queued' ? undefined : (task.running ?? now)
      if (fate === 'running' && now - task.running! > this.#options.patience) this.#mustBeSeen(task, entry)
      return
    }
    task.gone ??= now
    refresh(task.folder)
    const result = resultOf(task.folder)
    if (result) return this.#settle(task, result)
    // what was written last may come to be seen later than the queue's word
    if (now - task.gone < (fate === 'done' ? this.#options.patience : this.#options.poll)) return
    if (fate === 'done') throw unseen(task, entry)
    if (fate === 'late') return this.#conclude(task, 'late', String(Math.round(task.trial.limits.seconds ?? 0)))
    if (fate === 'memory') return this.#conclude(task, 'memory', String(Math.round(task.trial.limits.memory ?? 0)))
    if (fate === 'ended') return this.#drop(task)
    await this.#again(task, entry)
  }

  #mustBeSeen(task: Task, entry: Listed | undefined): void {
    refresh(task.folder)
    if (!isOf(task.job!, signOf(task.folder))) throw unseen(task, entry)
  }

  #number(task: Task, array: string): void {
    task.job = { ...task.job!, array }
    putJob(task.folder, task.job)
    this.#arrays.get(task.job.name)!.id = array
  }

  /** Somebody has taken it out of the queue: it is not made again before it is asked for. */
  #drop(task: Task): void {
    this.#live.delete(task)
    this.#allowance.settle(task, 0)
    dropJob(task.folder)
    task.resolve(stoppedResult(task.trial))
  }

  /** It is gone without a result: once more, but not for ever. */
  async #again(task: Task, entry: Listed | undefined): Promise<void> {
    const sign = signOf(task.folder)
    const [state, node] = [entry?.state ?? 'unknown', entry?.node || '?']
    if (task.job!.tries > RETRIES) {
      if (sign === undefined)
        throw new SlurmError('cli.error.slurm.failed', { job: labelOf(task), state, node, logs: this.#logs })
      return this.#conclude(task, 'crashed', `Slurm: ${state} ${node}`)
    }
    if (entry) await cancelJobs([task.job!], this.#options.env)
    this.#live.delete(task)
    this.#allowance.settle(task, sign?.seconds ?? 0)
    Object.assign(task, { gone: undefined, running: undefined })
    this.#waiting.push(task)
  }

  /** Slots that came free go to the tasks of older arrays, which have waited longer. */
  async #spread(): Promise<void> {
    for (const [name, array] of this.#arrays) {
      const more = Math.min(this.#left(name) - array.throttle, this.#free())
      if (more <= 0 || array.id === undefined) continue
      array.throttle += more
      await setThrottle(array.id, array.throttle, this.#options.env)
    }
  }

  async #submit(): Promise<void> {
    for (const { demand, tasks } of groupsOf(this.#waiting, this.#allowance.left())) {
      const free = this.#free()
      if (free <= 0) return
      const sent = tasks.filter((task) => this.#allowance.reserve(task, secondsOf(demand)))
      if (sent.length > 0) await this.#send(sent, demand, Math.min(free, sent.length))
    }
    // nothing runs that could give some of its time back
    if (this.#live.size === 0) for (const task of this.#waiting.splice(0)) task.resolve(stoppedResult(task.trial))
  }

  async #send(tasks: readonly Task[], demand: Demand, throttle: number): Promise<void> {
    const { home, cwd, env, cli, sbatch } = this.#options
    const name = `whyloss-${randomBytes(4).toString('hex')}`
    mkdirSync(this.#logs, { recursive: true })
    for (const [at, task] of tasks.entries()) {
      putTrial(home, task.trial, true)
      putOrders(task.folder, { ...task.measuring, cwd })
      task.job = { name, task: at, tries: (task.job?.tries ?? 0) + 1 }
      putJob(task.folder, task.job)
      this.#live.add(task)
    }
    this.#waiting = this.#waiting.filter((task) => !this.#live.has(task))
    this.#arrays.set(name, { throttle })
    const { words: extra, cpus } = sbatch
    const folders = tasks.map(({ folder }) => folder)
    const array = await submit({ ...demand, name, folders, throttle, cpus, extra, cli, home, logs: this.#logs }, env)
    // without an answer it may have arrived all the same: the queue will tell by the name
    if (array !== undefined) for (const task of tasks) this.#number(task, array)
  }

  /** Nothing of ours runs on. */
  async #end(tell: (task: Task) => void): Promise<void> {
    const tasks = [...this.#live, ...this.#waiting.splice(0)]
    const jobs = [...this.#live].map(({ job }) => job!)
    this.#live.clear()
    // where Slurm has no commands here, nothing runs either
    await cancelJobs(jobs, this.#options.env).catch(() => {})
    for (const task of tasks) {
      if (resultOf(task.folder) === undefined) dropJob(task.folder)
      tell(task)
    }
  }

  #left(name: string): number {
    return [...this.#live].filter(({ job }) => job!.name === name).length
  }

  #free(): number {
    const taken = [...this.#arrays].map(([name, { throttle }]) => Math.min(this.#left(name), throttle))
    return this.#options.jobs - taken.reduce((sum, one) => sum + one, 0)
  }
}

function labelOf({ job }: Task): string {
  return `${job!.array ?? job!.name}_${job!.task}`
}

function unseen(task: Task, entry: Listed | undefined): SlurmError {
  return new SlurmError('cli.error.slurm.unseen', { job: labelOf(task), node: entry?.node || '?', folder: task.folder })
}
