// `whyloss audit` as a person calls it: what it finds, one verdict with a run, what is taken home, what bad input is told.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import { at, audit, CLI, call, causes, csv, folder, found, HEAD, npy, put, rows, TRAIN, train, VAL } from '../audit.ts'

describe('what it finds', () => {
  test('two files give copies across the splits, imbalance and missing cells', () => {
    const few = TRAIN.filter((row, i) => row[3] === 0 || i % 20 === 0)
    const holed = few.map((row, i) => (i % 9 === 0 ? [null, ...row.slice(1)] : row))
    const leaky = [...VAL.slice(0, 100), ...few.filter((_, i) => i % 9 !== 0).slice(0, 20)]
    const run = audit('--train', put('few.csv', csv(holed)), '--val', put('leaky.csv', csv(leaky)), '--label', 'y')
    expect(causes(run)).toEqual(expect.arrayContaining(['data-leakage', 'class-imbalance', 'missing-values']))
    expect(run.findings.find((one) => one.id === 'rows-in-both')?.values).toMatchObject({ rows: 20, of: 120 })
  })

  test('a split column, a label that is guessed, an id that is no feature', () => {
    const all = [...TRAIN.map((row) => [...row, 'train']), ...VAL.map((row) => [...row, 'test'])]
    const numbered = all.map((row, i) => [i, ...row])
    const run = audit(put('one.csv', csv(numbered, '\n', ['id', 'a', 'b', 'c', 'y', 'part'])), '--split', 'part')
    expect(run.data?.parts.map((one) => [one.split, one.rows])).toEqual([
      ['train', 400],
      ['test', 120],
    ])
    expect(run.notes.join(' ')).toContain('“y” was taken for the label')
    expect(run.data?.columns.find((one) => one.name === 'id')?.role).toBe('id')
    expect(causes(run)).toEqual([])
  })

  test('a group on both sides', () => {
    const grouped = (list: number[][], from: number) => list.map((row, i) => [...row, `p${from + (i % 40)}`])
    const head = [...HEAD, 'patient_id']
    const run = audit(
      '--train',
      put('g1.csv', csv(grouped(TRAIN, 0), '\n', head)),
      '--val',
      put('g2.csv', csv(grouped(VAL, 20), '\n', head)),
      '--label',
      'y',
    )
    expect(causes(run)).toContain('data-leakage')
    expect(found(run)).toContain('groups-shared')
  })

  test('what is taken home loads again', () => {
    const wrong = TRAIN.map((row, i) => (i % 12 === 0 ? [...row.slice(0, 3), 1 - row[3]!] : row))
    const again = [...VAL, ...wrong.slice(0, 15)]
    const { err } = call(
      '--train',
      put('wrong.csv', csv(wrong)),
      '--val',
      put('again.csv', csv(again)),
      '--label',
      'y',
      '--write',
      at('home'),
    )
    expect(err).toContain('README.md')
    expect(readdirSync(at('home')).sort()).toEqual([
      'README.md',
      'class-weights.json',
      'scaler.json',
      'split.csv',
      'suspicious-rows.csv',
    ])
    const split = readFileSync(at('home/split.csv'), 'utf8').trim().split('\n').slice(1)
    expect(split).toHaveLength(wrong.length + again.length)
    expect(split.filter((line) => line.endsWith(',val,train'))).toHaveLength(15)
    const scaler = JSON.parse(readFileSync(at('home/scaler.json'), 'utf8'))
    expect(Math.abs(scaler.a.mean)).toBeLessThan(0.3)
  })
})

describe('one verdict of a run and its data', () => {
  const diagnose = (log: string, ...args: string[]) => {
    const done = spawnSync(process.execPath, [CLI, 'diagnose', put('run.log', log), ...args, '--json'], {
      encoding: 'utf8',
      cwd: folder,
    })
    return JSON.parse(done.stdout).runs[0] as ExaminedRun
  }
  const epochs = (line: (i: number) => string) =>
    Array.from({ length: 20 }, (_, i) => `epoch ${i + 1}: ${line(i)}`).join('\n')

  test('imbalance explains an accuracy that stands at the largest share', () => {
    const few = TRAIN.filter((row, i) => row[3] === 0 || i % 20 === 0)
    const share = few.filter((row) => row[3] === 0).length / few.length
    const log = epochs((i) => `loss ${(0.2 + 0.1 / (i + 1)).toFixed(4)} accuracy ${share.toFixed(4)}`)
    const run = diagnose(log, '--train', put('few.csv', csv(few)), '--label', 'y')
    expect(causes(run)[0]).toBe('class-imbalance')
  })

  test('copies across the splits explain a validation that is below training', () => {
    const leaky = [...VAL.slice(0, 60), ...TRAIN.slice(0, 60)]
    const log = epochs((i) => `loss ${(0.7 / (1 + i / 5)).toFixed(4)} val_loss ${(0.55 / (1 + i / 5)).toFixed(4)}`)
    const run = diagnose(log, '--train', train, '--val', put('leaky.csv', csv(leaky)), '--label', 'y')
    expect(causes(run)[0]).toBe('data-leakage')
  })

  test('contradictions explain a plateau, and give its ceiling', () => {
    const both = [...TRAIN, ...TRAIN.slice(0, 160).map((row) => [...row.slice(0, 3), 1 - row[3]!])]
    const log = epochs((i) => `loss ${(0.42 + 0.3 / (i + 1)).toFixed(4)} accuracy ${(0.7 - 0.2 / (i + 1)).toFixed(4)}`)
    const run = diagnose(log, '--train', put('both.csv', csv(both)), '--label', 'y')
    expect(causes(run)[0]).toBe('conflicting-labels')
    expect(run.findings.find((one) => one.id === 'rows-contradict')?.values.ceiling).toBeCloseTo(1 - 160 / 560, 6)
  })

  test('a shift explains a validation that is far above from the first epoch', () => {
    const moved = VAL.map((row) => [row[0]! + 3, ...row.slice(1)])
    const log = epochs((i) => `loss ${(0.6 / (1 + i / 3)).toFixed(4)} val_loss ${(1.9 - 0.2 / (i + 1)).toFixed(4)}`)
    const run = diagnose(log, '--train', train, '--val', put('moved.csv', csv(moved)), '--label', 'y')
    expect(causes(run)[0]).toBe('distribution-shift')
  })
})

describe('bad input', () => {
  const told = (line: RegExp, ...args: string[]) => {
    const { code, out, err } = call(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(line)
    expect(err.trim().split('\n')).toHaveLength(1)
  }

  test('is told in one line', () => {
    told(/no column is called yy; the nearest is y\. There are: a, b, c, y\./, '--train', train, '--label', 'yy')
    told(/there is no such file/, 'nothing.csv')
    told(/no file fits the pattern/, 'nothing*.csv')
    told(/the file is empty/, put('empty.csv', ''))
    told(/there are no rows/, put('head.csv', 'a,b,y\n'))
    told(/Git-LFS pointer/, put('lfs.csv', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n'))
    told(/pickle may run code/, put('x.pkl', Uint8Array.from([0x80, 4, 0x95, 0, 0])))
    told(/not an array that can be read/, put('cut.npy', npy(TRAIN).slice(0, 900)))
    told(/audit needs data/)
    told(/--task takes classification or regression/, train, '--task', 'clustering')
  })

  test.each([
    ['one row', () => csv([[1, 2, 3, 0]])],
    ['a column of nothing', () => csv(TRAIN.map((row) => [null, ...row.slice(1)]))],
    ['mixed types', () => csv(TRAIN.map((row, i) => (i % 2 ? ['word', ...row.slice(1)] : row)))],
    ['a quote that is never closed', () => csv(TRAIN.map((row, i) => (i === 200 ? ['"1', 2, 3, 0] : row)))],
    [
      'long names of categories, with markup and control characters',
      () =>
        csv(
          TRAIN.map((row, i) => [
            `${'<img src=x onerror=alert(1)>\u001b[31m'.repeat(10).slice(0, 300)}${i % 4}`,
            ...row.slice(1),
          ]),
        ),
    ],
    ['rows of many lengths', () => csv(TRAIN.map((row, i) => (i % 100 === 50 ? [...row, 7, 8] : row)))],
    [
      '10,000 columns',
      () =>
        csv(
          rows(20, 3).map((row) => Array.from({ length: 10_000 }, (_, i) => row[i % 3]!)),
          '\n',
          Array.from({ length: 10_000 }, (_, i) => `c${i}`),
        ),
    ],
  ])('is examined: %s', (name, text) => {
    const { code, out, err } = call(put(`${name.replaceAll(/\W/g, '-')}.csv`, text()))
    expect(err).toBe('')
    expect([0, 3]).toContain(code)
    expect(out).not.toMatch(/undefined|\u001b/)
    expect(out).not.toContain('could not be asked because of an error')
  })

  test('a broken row is told with its file and line', () => {
    const run = audit(put('ragged.csv', csv(TRAIN.map((row, i) => (i === 50 ? [...row, 7] : row)))))
    expect(run.notes.join(' ')).toMatch(/ragged\.csv: 1 row could not be read and was left out, the first at line 52/)
  })

  test('leaves no temporary files, however it ends', () => {
    const before = readdirSync(tmpdir()).filter((name) => /^whyloss-audit-(?!test)/.test(name))
    call(train)
    call(train, '--label', 'none')
    const after = readdirSync(tmpdir()).filter((name) => /^whyloss-audit-(?!test)/.test(name))
    expect(after.filter((name) => !before.includes(name))).toEqual([])
    expect(existsSync(at('home'))).toBe(true)
  })
})
