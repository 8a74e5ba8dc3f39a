// What a notebook displays: the verdict, curves and causes, with nothing alive in it that a record brought.

import { describe, expect, it } from 'vitest'
import { run } from '../../checks/run.fixture.ts'
import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { Language } from '../../locales/speak.ts'
import type { RunRecord } from '../../record/run.ts'
import { examinationOf, healthy, hostile, ill, undecided } from '../examinations.fixture.ts'
import { drawingOf } from './line.ts'
import { bundle } from './notebook.ts'

const record = run().curve('loss', [3, 2, 1]).curve('val_loss', [3, 2.5, 2]).record

function shown(runs: readonly ExaminedRun[], records: readonly RunRecord[] = [], language: Language = 'en', page = '') {
  return bundle({ examination: examinationOf(...runs), records, language, page, plain: 'plain' })['text/html']
}

describe('the bundle', () => {
  it('holds the verdict, the curves, the causes, and the page in a frame that can reach nothing', () => {
    const html = shown([ill], [record], 'en', '<p title="a&b">page</p>')
    expect(html).toMatch(/^<div class="whyloss" lang="en">/)
    expect(html).toContain(ill.diagnosis[0]!.title)
    expect(html).toContain(ill.diagnosis[0]!.remedies[0]!.advice.slice(0, 12))
    expect(html.match(/<path /g)).toHaveLength(3)
    expect(html).toContain('sandbox="allow-scripts allow-downloads"')
    expect(html).toContain('srcdoc="<p title=&quot;a&amp;b&quot;>page</p>"')
  })

  it('says each claim once, and of a healthy run good night', () => {
    const claim = ill.findings[0]!.claim
    expect(shown([ill]).split(claim.slice(0, 20)).length - 1).toBeLessThanOrEqual(1)
    expect(shown([healthy])).toContain('Good night.')
    expect(shown([undecided], [], 'zh')).toContain('完整报告')
  })

  it('of several runs names each, and shows the last', () => {
    const named = Array.from({ length: 6 }, (_, i) => ({ ...healthy, name: `run ${i}` }))
    const html = shown(named)
    expect(html).not.toContain('run 1<')
    expect(html).toContain('run 5<')
    expect(html).toContain('2 more runs')
  })

  it('leaves a page out that would swell the notebook', () => {
    expect(shown([ill], [], 'en', 'x'.repeat(4 << 20))).not.toContain('<iframe')
  })

  it('holds no markup that a record brought', () => {
    const name = '"><img src=x onerror=alert(1)>$x$'
    const html = shown([{ ...hostile, name }, hostile], [run().curve(`${name}_loss`, [2, 1]).record])
    expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>|\$/)
    expect(html.replace(/<style>.*?<\/style>/s, '')).not.toMatch(
      /<(?!\/?(?:div|p|span|b|section|dl|dt|dd|details|summary|iframe|figure|figcaption|svg|g|path)\b)/,
    )
  })
})

describe('the drawing', () => {
  it('keeps extremes and gaps, and says where its scale is logarithmic', () => {
    const value = [2, Number.NaN, 1000, 1]
    const drawing = drawingOf(run().curve('loss', value).record)!
    expect(drawing.log).toBe(true)
    expect(drawing.y).toEqual([1, 1000])
    expect(drawing.lines[0]!.stretches.map((one) => one.length)).toEqual([1, 2])
    expect(drawing.lines[0]!.gaps).toEqual([1 / 3])
    const long = Array.from({ length: 5000 }, (_, i) => (i === 2500 ? 9 : 1))
    expect(drawingOf(run().curve('loss', long).record)!.y).toEqual([1, 9])
  })

  it('is none where nothing is finite or there is but one value, and flat where nothing moves', () => {
    expect(drawingOf(run().curve('loss', [Number.NaN, Number.NaN]).record)).toBeUndefined()
    expect(drawingOf(run().curve('loss', [1]).record)).toBeUndefined()
    expect(drawingOf(run().curve('loss', [2, 2]).record)!.lines[0]!.end).toBe(0.5)
    expect(drawingOf(run().curve('accuracy', [0.1, 0.9]).record)!.lines).toHaveLength(1)
  })
})
