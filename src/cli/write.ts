// Puts the result where it belongs: whole on the output, or in a file that is never seen half written.

import { randomBytes } from 'node:crypto'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Refusal } from './refusal.ts'
import type { Output } from './surroundings.ts'

/** Resolves when the text is handed over. A reader that went away (EPIPE, as with `| head`) is no error. */
export function print(output: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error)
      else resolve()
    })
  })
}

/**
 * Writes beside the file and renames: whoever reads it sees the old text or the new. A link keeps pointing where it
 * does; a pipe or a device is written to, never replaced. Throws a Refusal.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path)
    const there = await stat(target).catch(() => undefined)
    if (there === undefined || there.isFile()) await replace(target, text)
    else await writeFile(target, text)
  } catch (error) {
    throw new Refusal('cli.error.out', { path, reason: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
}

async function replace(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(beside, text, { flag: 'wx' })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
