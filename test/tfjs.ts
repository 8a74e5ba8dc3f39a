// Programs of TensorFlow.js in a folder of their own, with the recorder before them or without it, and what was recorded.
import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { gather } from '../src/gather/gather.ts'
import type { RunRecord } from '../src/record/run.ts'
import { ROOT } from './sources.ts'
import { workshop } from './watched.ts'

export const REGISTER = join(ROOT, 'dist/tfjs/register.cjs')

interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

export function tfjsWorkshop(name: string) {
  const here = workshop(name)
  symlinkSync(join(ROOT, 'node_modules'), join(here.folder, 'node_modules'))
  copyFileSync(join(ROOT, 'recorder/tfjs/tests/ailing.mjs'), join(here.folder, 'ailing.mjs'))
  const out = join(here.folder, 'out')
  const node = (words: readonly string[], env: Record<string, string> = {}): Ended => {
    const { stdout, stderr, status } = spawnSync(process.execPath, words, {
      cwd: here.folder,
      env: { ...here.env, ...env },
      encoding: 'utf8',
    })
    return { stdout, stderr, status }
  }
  return {
    here,
    /** the folder of the record */
    out,
    node,
    /** under the recorder that `whyloss run` puts before a program */
    watched: (words: readonly string[], env: Record<string, string> = {}) =>
      node(words, { NODE_OPTIONS: `--require "${REGISTER}"`, WHYLOSS_OUT: out, ...env }),
    /** with the callback in its hands */
    called: (words: readonly string[]) => node(words, { CALLBACK: join(ROOT, 'dist/tfjs/index.js'), WHYLOSS_OUT: out }),
    /** the lines of the one file that was written */
    rows(): readonly Readonly<Record<string, unknown>>[] {
      const files = readdirSync(out)
      expect(files).toHaveLength(1)
      const text = readFileSync(join(out, files[0]!), 'utf8')
      return text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    },
    /** as they are read; nothing in them is broken */
    async records(): Promise<readonly RunRecord[]> {
      const { records, refused } = await gather([out])
      expect(refused).toEqual([])
      const notes = records.flatMap(({ notes }) => notes.map(({ id }) => id))
      expect(notes.filter((id) => id !== 'note.recorder-slow')).toEqual([])
      return records
    },
  }
}
