import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../locales/message.ts'
import { examinationOf, healthy, hostile, ill, undecided } from './examinations.fixture.ts'
import { hostileModel, illModel, illRegression, soundModel } from './inspected.fixture.ts'
import { plain } from './markdown/escape.ts'
import { markdown } from './markdown.ts'
import { cutShort, hostileTrials, kept, tried, whole } from './trials.fixture.ts'

describe('plain', () => {
  it('lets names of metrics stand as they are', () => {
    expect(plain('val_loss')).toBe('val_loss')
    expect(plain('train/loss at 1e-3')).toBe('train/loss at 1e-3')
  })

  it.each([
    ['<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
    ['a|b', 'a\\|b'],
    ['`rm -rf`', '\\`rm -rf\\`'],
    ['**bold** _it_', '\\*\\*bold\\*\\* \\_it\\_'],
    ['[x](y)', '\\[x\\](y)'],
    ['@everyone, #12', '&#64;everyone, &#35;12'],
    ['https://evil.example www.evil.example', 'https&#58;//evil.example www&#46;evil.example'],
    ['# title', '\\# title'],
    ['1. list', '1\\. list'],
    ['- list', '\\- list'],
    ['$x$', '\\$x\\$'],
    ['{{ 7 * 7 }}', '&#123;{ 7 \\* 7 }}'],
    ['a\nb', 'a b'],
  ])('makes %o harmless', (given, wanted) => {
    expect(plain(given)).toBe(wanted)
  })

  it('never leaves a sign alive', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const safe = plain(text)
        expect(safe).not.toMatch(/[<>\n\r]/)
        expect(safe.replace(/\\[\s\S]/g, '')).not.toMatch(/[`*|[\]~$]/)
      }),
    )
  })
})

describe('markdown', () => {
  it.each(LANGUAGES)('tells an ill run in %s', (language) => {
    const text = markdown(examinationOf(ill), { language })
    expect(text).toContain(`### ✖ ${plain(ill.summary)}`)
    expect(text).toContain('2,650')
    expect(text).toContain('| train/loss | train |')
    expect(text.length).toBeLessThan(6000)
    expect(text.endsWith('\n')).toBe(true)
  })

  it('is short where all is well', () => {
    const text = markdown(examinationOf(healthy), { language: 'en' })
    expect(text).toContain('Good night.')
    expect(text.split('\n').length).toBeLessThan(16)
  })

  it.each(LANGUAGES)('tells trials in %s: the proof, the change, its code, the rest folded', (language) => {
    const text = markdown(examinationOf(tried(whole, language)), { language })
    expect(text).toContain('SGD: lr 0.8 -&gt; 0.08')
    expect(text).toContain('```python\ntorch.optim.SGD(..., lr=0.08)  # was 0.8')
    expect(text).toMatch(/\| learning_rate x0\.1 \| ✓ /)
    expect(text.indexOf('#### ✓') < 0).toBe(true)
    expect(text.indexOf('lr 0.8')).toBeLessThan(text.indexOf('| train/loss'))
    expect(text.length).toBeLessThan(8000)
    for (const one of [kept, cutShort])
      expect(markdown(examinationOf(tried(one, language)), { language })).not.toMatch(/undefined|NaN\b(?! or)|```/)
  })

  it('lets nothing of hostile trials live', () => {
    const text = markdown(examinationOf(hostileTrials), { language: 'en' })
    expect(text).not.toContain('<script')
    expect(text.length).toBeLessThan(30_000)
  })

  it('counts several runs first', () => {
    const text = markdown(examinationOf(ill, healthy, undecided), { language: 'en' })
    expect(text.startsWith('## 3 runs: 1 ill, 1 undecided, 1 healthy')).toBe(true)
  })

  it('says that there is nothing', () => {
    expect(markdown(examinationOf(), { language: 'en' })).toContain('There is no run')
  })

  it('brings nothing to life that a file holds', () => {
    const text = markdown(examinationOf(hostile), { language: 'en' })
    expect(text).not.toContain('<script')
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u001b]/)
    const tables = text.split('\n').filter((line) => line.startsWith('|'))
    for (const line of tables) expect(line.replaceAll('\\|', '').match(/\|/g)).toHaveLength(7)
    expect(text.length).toBeLessThan(20_000)
  })

  it.each(LANGUAGES)('tells a model and its predictions in %s', (language) => {
    const text = markdown(examinationOf({ ...illModel, diagnosis: [] }), { language })
    for (const row of ['| test | 0.767 |', '| Chinstrap | 8 | 0 | **5** |', '| flipper_length_mm | 0.328 | 0.215 |'])
      expect(text.replaceAll(/(?<=\d),(?=\d)/g, '.')).toContain(row)
    expect(text).toMatch(/\| hidden\.0 \| Linear \| 64×3 \| 256 \| relu \| 0[.,]234 \|/)
    expect(text).not.toMatch(/NaN|undefined|null/)
    expect(text.length).toBeLessThan(9000)
  })

  it('tells what a regression leaves over', () => {
    const text = markdown(examinationOf({ ...illRegression, diagnosis: [] }), { language: 'en' })
    expect(text).toContain('The usual error (RMSE) is 0.75, 69.5% of the standard deviation of the targets.')
    expect(text).not.toMatch(/NaN|undefined|null/)
  })

  it('folds all but the scores of a model', () => {
    const text = markdown(examinationOf(soundModel), { language: 'en' })
    const open = text.replace(/<details>[\s\S]*?<\/details>/g, '')
    expect(open).toContain('| accuracy | train |')
    expect(open).not.toContain('Chinstrap')
  })

  it('lets no name of a model act', () => {
    const text = markdown(examinationOf(hostileModel), { language: 'en' })
    expect(text.replace(/<\/?(details|summary|sub)>/g, '')).not.toMatch(/[<>]/)
    expect(text).not.toMatch(/[\p{Cf}]/u)
  })
})
