// A trial's copy of the user's folder: it writes what it likes, and the user's files stay as they are.

import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeWorkplace, removeWorkplace } from './workplace.ts'

const home = mkdtempSync(join(tmpdir(), 'whyloss-workplace-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('files are copied, what is no part of a training is left, environments are linked', () => {
  const [from, to] = [join(home, 'project'), join(home, 'work')]
  for (const name of ['src', '.git', '.venv', 'checkpoints']) mkdirSync(join(from, name), { recursive: true })
  writeFileSync(join(from, 'train.py'), 'print(1)')
  writeFileSync(join(from, 'checkpoints/last.pt'), 'mine')
  writeFileSync(join(from, '.git/HEAD'), 'main')
  symlinkSync('train.py', join(from, 'same.py'))
  makeWorkplace(from, to, home)
  writeFileSync(join(to, 'checkpoints/last.pt'), 'the trial’s')
  writeFileSync(join(to, 'new.txt'), '')
  expect(readFileSync(join(from, 'checkpoints/last.pt'), 'utf8')).toBe('mine')
  expect(existsSync(join(from, 'new.txt'))).toBe(false)
  expect(existsSync(join(to, '.git'))).toBe(false)
  expect(lstatSync(join(to, '.venv')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(to, 'same.py'), 'utf8')).toBe('print(1)')
  removeWorkplace(to)
  expect(existsSync(join(from, '.venv'))).toBe(true)
})

test('what has very many files is linked to', () => {
  const [from, to] = [join(home, 'many'), join(home, 'work-many')]
  mkdirSync(join(from, 'images'), { recursive: true })
  for (let i = 0; i < 2100; i++) writeFileSync(join(from, 'images', String(i)), '')
  makeWorkplace(from, to, home)
  expect(lstatSync(join(to, 'images')).isSymbolicLink()).toBe(true)
})

test('an experiment that lies in the user’s folder is no part of its own copies', () => {
  const from = join(home, 'inside')
  const experiment = join(from, 'out', 'tries')
  const to = join(experiment, 'trials/one/work')
  mkdirSync(to, { recursive: true })
  writeFileSync(join(from, 'out', 'notes.txt'), '')
  writeFileSync(join(from, 'train.py'), '')
  makeWorkplace(from, to, experiment)
  expect(existsSync(join(to, 'train.py'))).toBe(true)
  expect(existsSync(join(to, 'out/notes.txt'))).toBe(true)
  expect(existsSync(join(to, 'out/tries'))).toBe(false)
})
