// The processes that a command has started, and those that they have started.

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

interface Entry {
  readonly pid: number
  readonly parent: number
  readonly gone: boolean
}

/** The process and all below it, parents first. */
export function treeOf(root: number): number[] {
  const all = listed()
  const tree = [root]
  for (const pid of tree) for (const one of all) if (one.parent === pid && !one.gone) tree.push(one.pid)
  return tree
}

/** Whether a process runs; one that has ended and was not yet asked for does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return entryOf(pid)?.gone !== true
}

function listed(): readonly Entry[] {
  try {
    const names = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return names.flatMap((name) => entryOf(Number(name)) ?? [])
  } catch {
    return asked()
  }
}

function entryOf(pid: number): Entry | undefined {
  try {
    // the name, which may hold anything, stands in brackets
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { pid, parent: Number(parent), gone: state === 'Z' || state === 'X' }
  } catch {
    return undefined
  }
}

/** Where there is no /proc. */
function asked(): readonly Entry[] {
  try {
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8', timeout: 1000 })
    return table.split('\n').flatMap((line) => {
      const [pid, parent, state] = line.trim().split(/\s+/)
      return pid ? [{ pid: Number(pid), parent: Number(parent), gone: state?.startsWith('Z') === true }] : []
    })
  } catch {
    return []
  }
}
