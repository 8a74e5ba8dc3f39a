// The corpus trained anew: a few tiny runs print what the committed logs print, and come to the same end, watched or not.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { built, golden, KERAS, keras, suite, TORCH, torch } from '../components.ts'
import { ROOT } from '../sources.ts'

suite('the corpus', [golden, torch, keras], () => {
  test('trains again to the same kind of run, printed in the same layout', () => {
    const { status, stdout, stderr } = spawnSync(TORCH, [join(ROOT, 'corpus/make.py'), '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: 500_000,
      env: { ...process.env, CORPUS_KERAS: KERAS, CORPUS_TORCH: TORCH },
    })
    expect(status, `${stdout}\n${stderr.slice(-2000)}`).toBe(0)
    expect(stdout.trim().split('\n').length).toBeGreaterThanOrEqual(3)
  })
})

suite('the corpus with depth', [torch, keras, built], () => {
  test('builds every run, and trains one of each framework again: ill or healthy as told, and the recorder changes no digit', () => {
    const { status, stdout, stderr } = spawnSync(TORCH, [join(ROOT, 'corpus/deep/make.py'), '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: 590_000,
      env: { ...process.env, CORPUS_KERAS: KERAS, CORPUS_TORCH: TORCH },
    })
    expect(status, `${stdout}\n${stderr.slice(-2000)}`).toBe(0)
    expect(stdout.trim().split('\n').length).toBeGreaterThanOrEqual(7)
  })
})
