// What lies in a trial's folder for a job of a cluster: what it needs to know, which job it is, and how far it has come.

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Measuring } from './runner.ts'
import { progressOf, putProgress, readIf, writeWhole } from './store.ts'
import type { Progress } from './trial.ts'

const [ORDERS, JOB] = ['orders.json', 'job.json']

/** What a job must know beside its trial. */
export interface Orders extends Measuring {
  /** the user's folder, of which it makes its copy */
  readonly cwd: string
}

/** Where a trial stands in the queue: written before it is submitted, so that it is found again whoever dies in between. */
export interface Job {
  /** the name that nothing else in the queue has; one for all tasks that were submitted together */
  readonly name: string
  /** its place among them */
  readonly task: number
  /** the number that Slurm gave them; absent until it has said so */
  readonly array?: string
  /** how often it was submitted */
  readonly tries: number
}

/** Progress with the attempt that made it. */
export interface Sign extends Progress {
  readonly attempt: string
}

export function putOrders(folder: string, orders: Orders): void {
  writeWhole(join(folder, ORDERS), orders)
}

/** Undefined where the folder is no trial's, or cannot be seen from here. */
export function ordersOf(folder: string): Orders | undefined {
  const orders = readIf<Orders>(join(folder, ORDERS))
  if (orders?.whole === undefined) return orders
  // JSON has no NaN, which an unknown number of epochs is
  return { ...orders, whole: { ...orders.whole, epochs: orders.whole.epochs ?? Number.NaN } }
}

export function putJob(folder: string, job: Job): void {
  writeWhole(join(folder, JOB), job)
}

export function jobOf(folder: string): Job | undefined {
  return readIf<Job>(join(folder, JOB))
}

export function dropJob(folder: string): void {
  rmSync(join(folder, JOB), { force: true })
}

export function putSign(folder: string, sign: Sign): void {
  putProgress(folder, sign)
}

export function signOf(folder: string): Sign | undefined {
  return progressOf<Sign>(folder)
}

/** How the files of an attempt at this task are called; `restart` counts how often Slurm itself put it back into the queue. */
export function attemptName(array: string, task: number | string, restart: number | string): string {
  return `${array}_${task}-${restart}`
}

/** Whether a sign came from this submission, be it from its first start or a later one. */
export function isOf({ array, task }: Job, sign: Sign | undefined): boolean {
  return array !== undefined && sign?.attempt.startsWith(`${array}_${task}-`) === true
}

/** Has the file system of a network look anew: without it, what a node has written may stay unseen for a minute. */
export function refresh(folder: string): void {
  if (existsSync(folder)) readdirSync(folder)
}

/** Copies of the user's folder that were left behind by attempts which nobody let end. */
export function dropWorkplaces(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.startsWith('work-')))
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      // a lost job still writes there; it will see that there is a result, and clear up itself
    }
}
