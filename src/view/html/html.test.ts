import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Examination } from '../../diagnosis/examination.ts'
import type { PageData } from '../../diagnosis/page.ts'
import { examinationOf, hostile, ill } from '../examinations.fixture.ts'
import { differences, pageData } from './data.ts'
import { html } from './html.ts'

const blank: PageData = {
  ...{
    examination: examinationOf(ill),
    language: 'en',
    spoken: {},
    curves: [],
    trials: [],
    made: '2026-01-01T00:00:00Z',
  },
  markdown: { en: '', zh: '', ru: '' },
}

function put(into: unknown, path: readonly (string | number)[], text: string): void {
  let at = into as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  at[path.at(-1)!] = text
}

describe('the data of a page', () => {
  it('hold the other languages as their differences, which give them back', () => {
    const examination: Examination = examinationOf(ill)
    fc.assert(
      fc.property(fc.func(fc.string()), (speak) => {
        const other = JSON.parse(JSON.stringify(examination, (_, one) => (typeof one === 'string' ? speak(one) : one)))
        const page = pageData({
          examinations: { en: examination, zh: other, ru: examination },
          ...{ language: 'en', markdown: blank.markdown, curves: [], made: blank.made },
        })
        const again = structuredClone(examination)
        for (const [path, text] of page.spoken.zh ?? []) put(again, path, text)
        expect(again).toEqual(other)
        expect(page.spoken.ru).toEqual([])
      }),
    )
  })

  it('name the way to each string', () => {
    expect(differences({ a: ['x', { b: 'y' }] }, { a: ['x', { b: 'z' }] })).toEqual([[['a', 1, 'b'], 'z']])
  })
})

describe('the file of a page', () => {
  const template = '<html><!--data--><script>1</script></html>'

  it('holds no markup that its data brought', () => {
    const text = html(template, { ...blank, examination: examinationOf(hostile) }, [{ id: 'c0', text: 'AAAA' }])
    expect(text.match(/<script/g)).toHaveLength(3)
    const data = /<script type="application\/json" id="page">(.*?)<\/script>/s.exec(text)![1]!
    expect(data).not.toMatch(/[<>&]/)
    expect(JSON.parse(data).examination.runs[0].name).toBe(hostile.name)
  })

  it('takes signs of replacement as they are', () => {
    const page = { ...blank, made: "$& $1 $' $`" }
    expect(html(template, page, [])).toContain("$\\u0026 $1 $' $`")
  })

  it('needs a place in its template', () => {
    expect(() => html('<html></html>', blank, [])).toThrow('no <!--data-->')
  })
})
