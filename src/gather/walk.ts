// Finds the files below a folder that may hold the record of a training.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const MAX_DEPTH = 12
const MAX_FILES = 20_000
const SKIPPED = new Set(['node_modules', '__pycache__', 'site-packages', 'venv', 'env', 'weights', 'artifacts'])
/** Endings of what may hold a record; anything else in a folder is passed over unopened. */
const ENDINGS = /\.(?:csv|tsv|json|jsonl|ndjson|log|txt|out|err|ipynb|wandb|swanlab|db|sqlite3?|pbtxt)(?:\.\d+)?$/i
const EVENTS = /tfevents/
const BARE = /^[^.]+$/

/**
 * The files below `folder`, sorted, at most 20000 and 12 levels deep. Hidden files, links and folders of installed
 * packages are passed over, and so is what by its ending holds images, weights or programs.
 */
export async function filesBelow(folder: string, signal?: AbortSignal): Promise<string[]> {
  const found: string[] = []
  const visit = async (at: string, depth: number): Promise<void> => {
    signal?.throwIfAborted()
    const entries = await readdir(at, { withFileTypes: true }).catch(() => [])
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      if (found.length >= MAX_FILES) return
      if (entry.name.startsWith('.')) continue
      const path = join(at, entry.name)
      if (entry.isDirectory()) {
        if (depth < MAX_DEPTH && !SKIPPED.has(entry.name)) await visit(path, depth + 1)
      } else if (entry.isFile() && mayHold(entry.name)) found.push(path)
    }
  }
  await visit(folder, 0)
  return found
}

function mayHold(name: string): boolean {
  return ENDINGS.test(name) || EVENTS.test(name) || BARE.test(name)
}
