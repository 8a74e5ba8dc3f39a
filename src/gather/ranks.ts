// Which streams of the recorder are one training: its ranks count once, in the first of them.

import { dirname } from 'node:path'
import type { Found } from './layouts.ts'

type Training = Map<number, Found>

/**
 * The files without those of other ranks than the first of each training; streams lie in the order of time. A rank that
 * is met again belongs to another training, as when a launcher was called twice.
 */
export function firstRanks(files: readonly Found[]): Found[] {
  const streams = files.filter(({ start }) => start !== undefined)
  if (streams.length < 2) return [...files]
  streams.sort((a, b) => a.start!.time - b.start!.time)
  const folders = new Map<string, Training[]>()
  for (const file of streams) {
    const { rank, world = 1 } = file.start!
    if (rank === undefined || world < 2) continue
    const key = `${world} ${dirname(file.path)}`
    const trainings = folders.get(key) ?? []
    folders.set(key, trainings)
    const open = trainings.findLast((training) => !training.has(rank))
    if (open) open.set(rank, file)
    else trainings.push(new Map([[rank, file]]))
  }
  const others = new Set([...folders.values()].flat().flatMap(othersOf))
  const kept = streams.filter((file) => !others.has(file))
  return [...files.filter(({ start }) => start === undefined), ...kept]
}

function othersOf(training: Training): Found[] {
  const first = Math.min(...training.keys())
  return [...training].filter(([rank]) => rank !== first).map(([, file]) => file)
}
