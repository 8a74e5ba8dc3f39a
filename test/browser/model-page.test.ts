// A model and its predictions on the page in Chromium: the sheet whose loss and accuracy part, the splits, and who cannot see them.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import { examinationOf } from '../../src/view/examinations.fixture.ts'
import { hostileModel, illModel, illRegression, soundModel } from '../../src/view/inspected.fixture.ts'
import { launch } from '../chromium.ts'
import { built, chromium, suite } from '../components.ts'
import { open, pageOfExamination, violations } from './page.ts'

const RUNS = { soundModel, illModel, illRegression, hostileModel }
const LANGUAGES = ['en', 'zh', 'ru'] as const

suite('the page of a model', [chromium, built], () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  const visit = async (run: ExaminedRun, body: (page: Page) => Promise<void>, options = {}) => {
    const opened = await open(browser, pageOfExamination(examinationOf(run)), options)
    try {
      await body(opened.page)
      expect(opened.troubles).toEqual([])
    } finally {
      await opened.close()
    }
  }

  test('moves the loss at once and the accuracy only when another class wins', () =>
    visit(soundModel, async (page) => {
      const before = await sums(page)
      // the second row is right by 0.869: less of it costs loss, yet the class still wins
      await slide(page, 2, 'Adelie', 0.6)
      const lessSure = await sums(page)
      expect(lessSure.loss).toBeCloseTo(before.loss + Math.log(0.869 / 0.6) / 4, 2)
      expect(lessSure.accuracy).toBe(before.accuracy)
      await slide(page, 2, 'Adelie', 0.4)
      const lost = await sums(page)
      expect(lost.loss).toBeGreaterThan(lessSure.loss)
      expect(before.accuracy).toBe('2 of 4 right')
      expect(lost.accuracy).toBe('1 of 4 right')
      expect(await page.locator('.live tbody tr:nth-child(2) .said').innerText()).toMatch(/✖\s+Chinstrap/)
      await page.click('[data-live=reset]')
      expect(await sums(page)).toEqual(before)
    }))

  test('is moved by keys, and the other classes make room', () =>
    visit(soundModel, async (page) => {
      const slider = page.getByLabel('Row 3, probability of Adelie')
      await slider.focus()
      for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight')
      await expect.poll(() => sums(page).then((one) => one.accuracy)).toBe('3 of 4 right')
      const row = await page.locator('.live tbody tr:nth-child(3) .probability').allInnerTexts()
      expect(row.map(Number).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 2)
      expect(await slider.getAttribute('aria-valuetext')).toBe(row[0])
    }))

  test('a temperature changes the loss, and no prediction', () =>
    visit(soundModel, async (page) => {
      const before = await sums(page)
      const said = () => page.locator('.live .said').allInnerTexts()
      const classes = await said()
      await page.getByRole('button', { name: 'the best for test: 2.93' }).click()
      const after = await sums(page)
      expect(after.loss).toBeLessThan(before.loss)
      expect(after.accuracy).toBe(before.accuracy)
      expect(await said()).toEqual(classes)
      // what was moved at that temperature stays where it was put
      await slide(page, 4, 'Chinstrap', 0.7)
      expect(await page.locator('.live tbody tr:nth-child(4) .probability').nth(1).innerText()).toBe('0.700')
      expect((await sums(page)).accuracy).toBe('3 of 4 right')
    }))

  test('shows the rows of the split that is chosen', () =>
    visit(soundModel, async (page) => {
      expect(await page.getByRole('heading', { name: 'Worst rows of test' }).count()).toBe(1)
      await page.getByRole('button', { name: 'train', exact: true }).click()
      expect(await page.getByRole('heading', { name: 'Worst rows of train' }).count()).toBe(1)
      expect(await page.getByRole('button', { name: 'train', exact: true }).getAttribute('aria-pressed')).toBe('true')
    }))

  test('hides what can only be moved from paper, and keeps the numbers', () =>
    visit(illModel, async (page) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('input[type=range]:visible').count()).toBe(0)
      expect(await page.locator('.probability:visible').count()).toBe(12)
    }))

  test.each(Object.keys(RUNS) as (keyof typeof RUNS)[])('fits into every width: %s', (name) =>
    visit(RUNS[name], async (page) => {
      for (const width of [1280, 768, 390]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
    }),
  )

  test.each(LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((scheme) => [language, scheme] as const)))(
    'axe-core finds nothing in %s, %s',
    async (language, colorScheme) => {
      for (const run of [illModel, illRegression].map((one) => ({ ...one, broken: [] })))
        await visit(
          run,
          async (page) => {
            await page.click(`button[lang=${language}]`)
            expect(await page.innerText('main')).not.toMatch(/\bNaN\b(?! or)|undefined|null|\[object/)
            expect(await violations(page)).toEqual([])
            await page.setViewportSize({ width: 390, height: 900 })
            expect(await violations(page)).toEqual([])
          },
          { colorScheme, bypassCSP: true },
        )
    },
  )

  test('stays light', () => {
    expect(readFileSync(pageOfExamination(examinationOf(illModel, illRegression)), 'utf8').length).toBeLessThan(
      320 * 1024,
    )
  })
})

async function sums(page: Page): Promise<{ readonly loss: number; readonly accuracy: string }> {
  const one = (key: string) => page.locator(`[data-live=${key}]`).innerText()
  return { loss: Number(await one('loss')), accuracy: await one('accuracy') }
}

async function slide(page: Page, row: number, name: string, to: number): Promise<void> {
  await page.getByLabel(`Row ${row}, probability of ${name}`).fill(String(to))
}
