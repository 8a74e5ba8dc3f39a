// The terminal page: golden pages at several widths, and what must hold for every page.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Examination } from '../diagnosis/examination.ts'
import { examinationOf, healthy, healthyButStrange, hostile, ill, undecided } from './examinations.fixture.ts'
import { hostileModel, illModel, illRegression, soundModel } from './inspected.fixture.ts'
import { terminal } from './terminal.ts'
import { cutShort, diverged, hostileTrials, kept, tried, uncertain, whole } from './trials.fixture.ts'
import { width } from './wrap.ts'

const plain = { columns: 92, color: false, unicode: true, language: 'en' } as const
const golden = (name: string) => `../../test/golden/terminal/${name}.txt`

const pages: readonly [name: string, examination: Examination][] = [
  ['ill', examinationOf(ill)],
  ['healthy', examinationOf(healthy)],
  ['healthy-but-strange', examinationOf(healthyButStrange)],
  ['undecided', examinationOf(undecided)],
  ['several', examinationOf(healthy, ill, undecided, { ...healthyButStrange, name: 'r'.repeat(300) })],
  ['hostile', examinationOf(hostile)],
  ['none', examinationOf()],
  ['model-sound', examinationOf(soundModel)],
  ['model-ill', examinationOf(illModel)],
  ['model-regression', examinationOf(illRegression)],
  ['model-hostile', examinationOf(hostileModel)],
  ['trials', examinationOf(tried(whole))],
  ['trials-kept', examinationOf({ ...tried(kept), verdict: 'healthy' })],
  ['trials-cut', examinationOf(tried(cutShort))],
  ['trials-hostile', examinationOf(hostileTrials)],
]

/** Lines that do not fit; all at once, since an expectation a line is slow. */
const wider = (text: string, columns: number) => text.split('\n').filter((line) => width(line) > columns)

describe('terminal', () => {
  it.each(pages)('draws the page of %s', async (name, examination) => {
    await expect(terminal(examination, plain)).toMatchFileSnapshot(golden(name))
  })

  it('draws a narrow window, ASCII, and every unchecked question', async () => {
    const page = terminal(examinationOf(ill), { ...plain, columns: 40, unicode: false, listUnchecked: true })
    await expect(page).toMatchFileSnapshot(golden('ill-narrow-ascii'))
    expect(page).toMatch(/^[ -~\n]*$/)
  })

  it('draws a model in a narrow window, in ASCII', async () => {
    const page = terminal(examinationOf(illModel, illRegression), { ...plain, columns: 60, unicode: false })
    await expect(page).toMatchFileSnapshot(golden('model-narrow-ascii'))
    expect(page).toMatch(/^[ -~\n]*$/)
  })

  it('draws trials in a narrow window, in ASCII', async () => {
    const page = terminal(examinationOf(tried(whole)), { ...plain, columns: 48, unicode: false })
    await expect(page).toMatchFileSnapshot(golden('trials-narrow-ascii'))
    expect(page).toMatch(/^[ -~\n]*$/)
  })

  it('puts what is proven before the curves, and says so at its cause', () => {
    const page = terminal(examinationOf(tried(whole)), plain)
    expect(page.indexOf('Trials')).toBeLessThan(page.indexOf('train/loss'))
    expect(page).toMatch(/The learning rate is too high .*✓ verified/)
    const open = terminal(examinationOf(tried(cutShort)), plain)
    expect(open.indexOf('Trials')).toBeGreaterThan(open.indexOf('train/loss'))
  })

  it('keeps code whole where it fits', () => {
    const page = terminal(examinationOf(tried(whole)), { ...plain, columns: 80 })
    expect(page).toContain('\n    torch.optim.SGD(..., lr=0.08)  # was 0.8\n')
  })

  it.each(['en', 'zh', 'ru'] as const)('keeps every line of trials within any window in %s', (language) => {
    for (const columns of [40, 53, 64, 80, 92])
      for (const run of [
        ...[whole, kept, cutShort, diverged, uncertain].map((one) => tried(one, language)),
        hostileTrials,
      ])
        expect(wider(terminal(examinationOf(run), { ...plain, columns, language }), columns)).toEqual([])
  })

  it.each(['zh', 'ru'] as const)('keeps every line of a model within any window in %s', (language) => {
    for (const columns of [40, 53, 64, 80, 92])
      for (const run of [soundModel, illModel, illRegression, hostileModel])
        for (const line of terminal(examinationOf(run), { ...plain, columns, language }).split('\n'))
          expect(width(line), line).toBeLessThanOrEqual(columns)
  })

  it('names no number of a model that is none', () => {
    for (const run of [soundModel, illModel, illRegression])
      expect(terminal(examinationOf({ ...run, diagnosis: [], broken: [] }), plain)).not.toMatch(
        /NaN|undefined|null|Inf/,
      )
  })

  it('gives a healthy run four lines and a good night', () => {
    const [, , ...lines] = terminal(examinationOf(healthy), plain).trimEnd().split('\n')
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toContain('Good night')
  })

  it('names each likely cause before the possible ones, strongest first', () => {
    const page = terminal(examinationOf(ill), plain)
    const places = ['learning-rate-too-high', '▲ Overfitting', 'batch-too-small'].map((id) => page.indexOf(id))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('shows no finding twice', () => {
    const page = terminal(examinationOf({ ...ill, diagnosis: ill.diagnosis.slice(0, 2) }), plain)
    expect(page.split('jumps to 2,650')).toHaveLength(2)
  })

  it('names the runs of one folder without the folder, and the first fault of each ill one', () => {
    const given = ['logs/lr/a.log', 'logs/lr/b.log', 'logs/c.log']
    const runs = given.map((name) => ({ ...ill, name }))
    const [, , ...lines] = terminal(examinationOf(...runs), plain).split('\n', 5)
    expect(lines.map((line) => line.slice(0, 13).trim())).toEqual(['✖ lr/a.log', '✖ lr/b.log', '✖ c.log'])
    for (const line of lines) expect(line).toContain('The learning rate is too high')
    const page = terminal(examinationOf(...['a', 'b'].map((name) => ({ ...ill, name: `runs/${name}/log.txt` }))), plain)
    expect(page).toMatch(/^ {2}✖ a +\S/m)
  })

  it('shows the ill first where not all runs fit', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ ...(i === 39 ? ill : healthy), name: `run-${i}` }))
    const page = terminal(examinationOf(...many), plain)
    expect(page.split('\n')[2]).toContain('run-39')
    expect(page).toContain('10 more runs')
    expect(page).toContain('32 more runs are not shown in full')
  })

  it('colours only when told to', () => {
    expect(terminal(examinationOf(ill), plain)).not.toContain('\u001b')
    expect(terminal(examinationOf(ill), { ...plain, color: true })).toContain('\u001b[31m')
  })

  it('says every page the same with and without colour', () => {
    const codes = /\u001b\[\d+m/g
    for (const [, examination] of pages)
      expect(terminal(examination, { ...plain, color: true }).replace(codes, '')).toBe(terminal(examination, plain))
  })

  it('keeps every line within any window, whatever the names', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(text, text, fc.integer({ min: -5, max: 200 }), fc.boolean(), (name, claim, columns, unicode) => {
        const run = { ...hostile, name, summary: claim, findings: ill.findings.map((one) => ({ ...one, claim })) }
        const page = terminal(
          examinationOf({ ...run, facts: [{ name, value: claim, quote: claim, where: name }] }, ill),
          {
            ...plain,
            columns,
            unicode,
          },
        )
        const most = columns > 0 ? Math.max(40, Math.min(92, columns)) : 92
        for (const line of page.split('\n')) {
          expect(width(line), line).toBeLessThanOrEqual(most)
          expect(line).not.toMatch(/ $/)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('lets no control, no hidden direction and no endless text through', () => {
    const page = terminal(examinationOf(hostile, hostileModel, hostileTrials), plain)
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(page).not.toContain('owned')
    expect(page.length).toBeLessThan(30_000)
  })
})
