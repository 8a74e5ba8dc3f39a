// Finds the files in paths and recognises each by its content; what holds no record says why.

import { stat } from 'node:fs/promises'
import { streamStart } from '../formats/recorder/start.ts'
import type { Found } from './layouts.ts'
import { firstBytes, headOf, isFormat, isReport, type Refusal, recognise, refusal } from './sniff.ts'
import { filesBelow } from './walk.ts'

export interface Discovered {
  readonly found: Found[]
  readonly refused: Refusal[]
  /** folders of which nothing is said yet, and how many files were looked at in each */
  readonly looked: Map<string, number>
  /** pipes and devices, which can be read but once */
  readonly streams: string[]
}

/** Kinds that hold curves which cannot be read yet: said even where a folder holds other runs. */
const HOLDS_CURVES = new Set(['wandb', 'swanlab', 'mlflow'])
const MOST_SAID = 20

export function nothing(): Discovered {
  return { found: [], refused: [], looked: new Map(), streams: [] }
}

/** Adds what lies at a path; of a folder's files `only` those that are wanted. Throws only the signal's reason. */
export async function discover(
  path: string,
  into: Discovered,
  signal?: AbortSignal,
  only: (file: string) => boolean = () => true,
): Promise<void> {
  const { found, refused, looked, streams } = into
  try {
    const at = await stat(path)
    if (at.isDirectory()) {
      const said: Refusal[] = []
      const files = (await filesBelow(path, signal)).filter(only)
      for (const file of files) await takeFile(file, false, found, said)
      if (said.length === 0) looked.set(path, files.length)
      refused.push(...said.slice(0, MOST_SAID))
    } else if (at.isFile()) await takeFile(path, true, found, refused)
    else streams.push(path)
  } catch (error) {
    signal?.throwIfAborted()
    refused.push(unreadable(path, error))
  }
}

async function takeFile(path: string, named: boolean, found: Found[], refused: Refusal[]): Promise<void> {
  try {
    const head = headOf(await firstBytes(path), path)
    if (!named && isReport(head)) return
    const format = recognise(head, path)
    if (isFormat(format)) {
      const start = format.name === 'recorder' ? streamStart(head.text) : undefined
      if (named || format.name !== 'text' || /\.(?:log|out|err|txt)(?:\.\d+)?$|^[^.]+$/i.test(head.name))
        found.push({ path, format, named, start })
    } else if (named || format.id === 'error.lfs-pointer' || HOLDS_CURVES.has(String(format.values.kind))) {
      refused.push(format)
    }
  } catch (error) {
    refused.push(unreadable(path, error))
  }
}

export function unreadable(path: string, error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code ?? 'error'
  if (code === 'ENOENT' || code === 'ENOTDIR') return refusal(path, 'error.not-found')
  return refusal(path, 'error.unreadable', { reason: code })
}
