// The page in Chromium: what a person does with it, and what it must never do.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examinationOf, exhibited, hostile } from '../../src/view/examinations.fixture.ts'
import { launch } from '../chromium.ts'
import { built, chromium, suite } from '../components.ts'
import { ROOT } from '../sources.ts'
import { drawn, type Opened, open, pageOf, pageOfExamination, violations } from './page.ts'

const EXAMPLE = 'examples/digits-rate-too-high.log'
const LANGUAGES = ['en', 'zh', 'ru'] as const

suite('the page', [chromium, built], () => {
  let browser: Browser
  let file: string
  beforeAll(async () => {
    browser = await launch()
    file = pageOf(EXAMPLE)
  })
  afterAll(() => browser?.close())

  const visit = async (at: string, body: (opened: Opened) => Promise<void>, options = {}) => {
    const opened = await open(browser, at, options)
    try {
      await body(opened)
      expect(opened.troubles).toEqual([])
    } finally {
      await opened.close()
    }
  }
  const printed = (language: string, format: string) =>
    spawnSync(
      process.execPath,
      [join(ROOT, 'dist/cli/main.js'), 'diagnose', EXAMPLE, '--format', format, '--lang', language],
      { encoding: 'utf8', cwd: ROOT },
    ).stdout

  test('says in its head what is so, and asks for nothing', () =>
    visit(file, async ({ page }) => {
      await drawn(page)
      expect(await page.textContent('h1')).toContain('Most likely: The learning rate is too high')
      expect(await page.title()).toContain('digits-rate-too-high')
      expect(await page.locator('canvas').count()).toBeGreaterThan(1)
    }))

  test('is small, and allows no script but its own', () => {
    const text = readFileSync(file, 'utf8')
    expect(text.length).toBeLessThan(400 * 1024)
    expect(text).toMatch(
      /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/,
    )
  })

  describe.each(LANGUAGES)('in %s', (language) => {
    test('speaks that language everywhere, and copies what the command prints', () =>
      visit(
        file,
        async ({ page }) => {
          await page.click(`button[lang=${language}]`)
          expect(await page.getAttribute('html', 'lang')).toBe(language)
          const text = await page.innerText('#app')
          if (language !== 'en') expect(text).not.toMatch(/learning rate is too high|could be asked|Copy as/)
          const read = () => page.evaluate(() => navigator.clipboard.readText())
          await page.click('[data-copy=md]')
          await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent)
          expect(await read()).toBe(printed(language, 'md'))
          await page.click('[data-copy=json]')
          await page.waitForTimeout(50)
          expect(JSON.parse(await read())).toEqual(JSON.parse(printed(language, 'json')))
        },
        { permissions: ['clipboard-read', 'clipboard-write'] },
      ))

    test.each(['light', 'dark'] as const)('axe-core finds nothing in the %s', (colorScheme) =>
      visit(
        file,
        async ({ page }) => {
          await page.click(`button[lang=${language}]`)
          await drawn(page)
          expect(await violations(page)).toEqual([])
        },
        // axe is put in by the test, which the page itself would not allow
        { colorScheme, bypassCSP: true },
      ),
    )
  })

  test('zooms by drag, all plots together, and back by a double click', () =>
    visit(file, async ({ page }) => {
      await drawn(page)
      const before = await words(page)
      const plot = page.locator('.u-over').first()
      await drag(page, 0.2, 0.5)
      await expect.poll(() => words(page)).not.toEqual(before)
      const both = await page.evaluate(() => document.querySelectorAll('.timeline .u-over').length)
      expect(both).toBe(2)
      await plot.dblclick()
      await expect.poll(() => words(page)).toEqual(before)
    }))

  test('zooms, moves and reads by keys', () =>
    visit(file, async ({ page }) => {
      await drawn(page)
      const before = await words(page)
      const plot = page.locator('.timeline .plot-canvas').first()
      await plot.focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.locator('.timeline .reading').first().textContent()).toMatch(/^epoch 8/)
      await page.keyboard.press('+')
      await expect.poll(() => words(page)).not.toEqual(before)
      const zoomed = await words(page)
      await page.keyboard.press('Shift+ArrowRight')
      await expect.poll(() => words(page)).not.toEqual(zoomed)
      await page.keyboard.press('0')
      await expect.poll(() => words(page)).toEqual(before)
    }))

  test('can be reached everywhere by the keyboard alone', () =>
    visit(file, async ({ page }) => {
      await drawn(page)
      const all = await page.evaluate(() => {
        const shown = [...document.querySelectorAll<HTMLElement>('a, button, summary, input, [tabindex="0"]')]
        return shown.filter((one) => one.offsetParent !== null || one.classList.contains('skip')).length
      })
      const reached = new Set<string>()
      for (let i = 0; i < all + 2; i++) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(() => {
          const every = [...document.querySelectorAll('*')]
          return document.activeElement === document.body
            ? ''
            : String(every.indexOf(document.activeElement as Element))
        })
        if (at !== '') reached.add(at)
      }
      expect(reached.size).toBe(all)
    }))

  test('is printed whole, on several pages, in light colours', () =>
    visit(
      file,
      async ({ page }) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
        const pdf = await page.pdf({ format: 'A4' })
        const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
        expect(pages).toBeGreaterThan(1)
        // what lay out of sight is drawn before anybody can print it
        await expect
          .poll(() =>
            page.evaluate(
              () => [...document.querySelectorAll('.plot-canvas')].filter((one) => !one.querySelector('canvas')).length,
            ),
          )
          .toBe(0)
        expect(await page.isVisible('.tools')).toBe(false)
      },
      { colorScheme: 'dark' },
    ))

  test.each([1280, 390])('fits into %i pixels, also with names of ten thousand letters', (width) =>
    visit(
      pageOfExamination(examinationOf(hostile)),
      async ({ page }) => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide).toBeLessThanOrEqual(width)
      },
      { viewport: { width, height: 800 } },
    ),
  )

  test('shows hostile names as text', () =>
    visit(
      pageOfExamination(examinationOf({ ...hostile, name: '{{7*7}}<img src=x onerror=alert(1)>\u202e' })),
      async ({ page }) => {
        expect(await page.textContent('.verdict p.name')).toBe('{{7*7}}<img src=x onerror=alert(1)>\u202e')
        expect(await page.locator('main img, main script').count()).toBe(0)
      },
    ))

  test.each([1280, 390])(
    'shows every kind of exhibit in %i pixels, each with its sentence once and its words',
    (width) =>
      visit(
        pageOfExamination(examinationOf(exhibited)),
        async ({ page }) => {
          await drawn(page)
          for (const kind of ['curve', 'histogram', 'table', 'matrix', 'scatter', 'quote'])
            expect(await page.locator(`.exhibit-${kind}`).count(), kind).toBe(1)
          expect(await page.locator('figure [data-words]').count()).toBe(5)
          const claim = exhibited.findings[0]!.claim
          expect((await page.innerText('main')).split(claim).length - 1).toBe(1)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
          expect(await violations(page)).toEqual([])
        },
        { viewport: { width, height: 900 }, bypassCSP: true },
      ),
  )

  test('leads from the overview to a run, its neighbours and back', () =>
    visit(pageOf(EXAMPLE, 'corpus/runs/keras-cancer-confidence-strong-2/log.csv'), async ({ page }) => {
      expect(await page.textContent('h1')).toContain('2 runs')
      await page.click('tbody tr:nth-child(2) a')
      await page.waitForSelector('.verdict')
      expect(await page.evaluate(() => location.hash)).toBe('#run-2')
      await drawn(page)
      await page.click('.between a:last-child')
      await expect.poll(() => page.textContent('.verdict p.name')).toContain('digits')
      await page.goBack()
      await expect.poll(() => page.textContent('.verdict p.name')).toContain('cancer')
      await page.click('.between a:first-child')
      await expect.poll(() => page.textContent('h1')).toContain('2 runs')
    }))
})

/** What the axis shows now, as the page says it. */
async function words(page: Page): Promise<string | null> {
  return page.textContent('[data-window]')
}

async function drag(page: Page, from: number, to: number): Promise<void> {
  const box = (await page.locator('.u-over').first().boundingBox())!
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * from, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * to, y, { steps: 5 })
  await page.mouse.up()
}
