// Files that are never seen half written.

import { execFile, execFileSync } from 'node:child_process'
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { Refusal } from './refusal.ts'
import { writeWhole } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-write-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('writeWhole', () => {
  it('replaces the file and leaves nothing beside it', async () => {
    const path = join(folder, 'report.json')
    writeFileSync(path, 'old')
    await writeWhole(path, 'new')
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['report.json'])
  })

  it('writes through a link, and into a pipe without replacing it', async () => {
    const [path, link, pipe] = ['report.json', 'link.json', 'pipe'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    symlinkSync(path, link)
    await writeWhole(link, 'through')
    expect(readFileSync(path, 'utf8')).toBe('through')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    execFileSync('mkfifo', [pipe])
    const reader = promisify(execFile)('cat', [pipe])
    await writeWhole(pipe, 'piped')
    expect((await reader).stdout).toBe('piped')
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    for (const one of [link, pipe]) rmSync(one)
  })

  it('refuses what it cannot write and leaves nothing behind', async () => {
    await expect(writeWhole(join(folder, 'no', 'such', 'folder.txt'), 'x')).rejects.toThrow(Refusal)
    await expect(writeWhole(folder, 'x')).rejects.toMatchObject({ id: 'cli.error.out' })
    expect(readdirSync(folder)).toEqual(['report.json'])
  })
})
