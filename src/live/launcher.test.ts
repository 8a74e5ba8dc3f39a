// What a command is, by its words and its file.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { launcherOf, unfit } from './launcher.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-launcher-'))
afterAll(() => rmSync(folder, { recursive: true }))
const env = { PATH: folder }

function script(name: string, text: string, mode = 0o755): string {
  writeFileSync(join(folder, name), text)
  chmodSync(join(folder, name), mode)
  return name
}

test.each<[string, string]>([
  ['python train.py', 'python'],
  ['/opt/venv/bin/python3.12 -u -m train', 'python'],
  ['env CUDA_VISIBLE_DEVICES=0 OMP_NUM_THREADS=1 python train.py', 'python'],
  ['env -u HOME -i nice -n 10 time -p python train.py', 'python'],
  ['timeout -k 5 10m python train.py', 'python'],
  ['taskset -c 0,1 python3 t.py', 'python'],
  ['torchrun --nproc_per_node 2 train.py', 'python'],
  ['uv run train.py', 'python'],
  ['conda run -n x python train.py', 'python'],
  ['bash train.sh', 'shell'],
  ['make train', 'shell'],
  ['node train.js', 'javascript'],
  ['/usr/bin/node22 --max-old-space-size=4096 train.mjs', 'javascript'],
  ['npx tsx train.ts', 'javascript'],
  ['npm run train', 'javascript'],
  ['deno run -A train.ts', 'javascript'],
  ['bun train.ts', 'javascript'],
  ['nodemon-like', 'other'],
  ['./darknet detector train', 'other'],
  ['env A=b', 'other'],
])('%s starts %s', (command, kind) => {
  expect(launcherOf(command.split(' '), env).kind).toBe(kind)
})

test('a script is what its first line says', () => {
  const kinds = [
    script('tool', '#!/usr/bin/env python3\nimport torch\n'),
    script('entry', `#!${folder}/bin/python\n`),
    script('run.sh', '#!/usr/bin/env -S bash -e\n'),
    script('old', '#! /bin/sh\n'),
    script('web', '#!/usr/bin/env node\n'),
    script('binary', '\x7fELF\0\0'),
  ].map((name) => launcherOf([name], env).kind)
  expect(kinds).toEqual(['python', 'python', 'shell', 'shell', 'javascript', 'other'])
})

test.each<[string, string | undefined]>([
  ['python -E t.py', '-E'],
  ['python -uI t.py', '-I'],
  ['python3 -S -m t', '-S'],
  ['python t.py -E', undefined],
  ['python -m t -I', undefined],
  ['python -c pass -S', undefined],
  ['python -O -u t.py', undefined],
])('%s keeps the recorder out by %s', (command, shut) => {
  expect(launcherOf(command.split(' '), env).shut).toBe(shut)
})

test('what cannot be run has the exit code of a shell', async () => {
  script('ready', '#!/bin/sh\n')
  script('locked', '#!/bin/sh\n', 0o644)
  expect(await unfit('ready', env)).toBeUndefined()
  expect(await unfit('locked', env)).toBe(126)
  expect(await unfit(folder, env)).toBe(126)
  expect(await unfit('nowhere', env)).toBe(127)
  expect(await unfit('./no/where', env)).toBe(127)
})
