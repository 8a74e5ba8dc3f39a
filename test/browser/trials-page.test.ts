// Trials on the page in Chromium: what is proven stands first, every picture says what it shows, and the rest unfolds.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import { examinationOf } from '../../src/view/examinations.fixture.ts'
import { cutShort, diverged, hostileTrials, kept, tried, uncertain, whole } from '../../src/view/trials.fixture.ts'
import { launch } from '../chromium.ts'
import { built, chromium, suite } from '../components.ts'
import { open, pageOfExamination, violations } from './page.ts'

const RUNS = {
  proven: tried(whole),
  kept: tried(kept),
  cut: tried(cutShort),
  diverged: tried(diverged),
  uncertain: tried(uncertain),
}
const ALL = { ...RUNS, hostile: hostileTrials }
const LANGUAGES = ['en', 'zh', 'ru'] as const

suite('the page of trials', [chromium, built], () => {
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
  const titles = (page: Page) => page.locator('main h2').allInnerTexts()

  test('stand first where a remedy was proven, and after the causes where none was', () =>
    visit(RUNS.proven, async (page) => {
      const [first] = await titles(page)
      expect(first).toBe('Trials')
      expect(await page.locator('.cause h3 .proven').innerText()).toBe('✓ verified')
      await visit(RUNS.kept, async (other) => {
        const all = await titles(other)
        expect(all.indexOf('Trials')).toBeGreaterThan(all.indexOf('Causes'))
      })
    }))

  test('show every seed without the remedy and with it, in words too', () =>
    visit(RUNS.proven, async (page) => {
      expect(await page.locator('.trials circle.hollow').count()).toBe(5)
      expect(await page.locator('.trials path.thick').count()).toBe(2)
      const labels = await page
        .locator('.trials svg[role=img]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
      expect(labels[0]).toContain('without the remedy from')
      expect(labels[1]).toContain('seed 3: 2.44 without, 0.297 with it')
      expect(labels[1]).toContain('85.9%')
    }))

  test('give the code of the cure, to be copied', () =>
    visit(
      RUNS.proven,
      async (page) => {
        expect(await page.locator('.patch .how').innerText()).toBe('SGD: lr 0.8 -> 0.08')
        const code = await page.locator('.patch pre').innerText()
        expect(code).toContain('torch.optim.SGD(..., lr=')
        await page.getByRole('button', { name: 'Copy', exact: true }).click()
        await page.getByRole('button', { name: 'Copied.' }).waitFor()
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ))

  test('fold all but the first trials, on the screen only', () =>
    visit(RUNS.proven, async (page) => {
      const shown = page.locator('.trial-rows tbody tr:visible')
      expect(await shown.count()).toBe(12)
      await page.emulateMedia({ media: 'print' })
      expect(await shown.count()).toBe(20)
      await page.emulateMedia({ media: 'screen' })
      await page.getByRole('button', { name: '8 more trials' }).click()
      expect(await shown.count()).toBe(20)
    }))

  test('tick where a training was lost, and say its scale', () =>
    visit(RUNS.diverged, async (page) => {
      expect(await page.locator('.trials line.lost').count()).toBe(5)
      expect(await page.locator('.trials').innerText()).toContain('counts as the worst value')
      expect(await page.locator('.trials svg').first().textContent()).toContain('val_loss, log scale')
    }))

  test.each(Object.keys(ALL) as (keyof typeof ALL)[])('fit into every width: %s', (name) =>
    visit(ALL[name], async (page) => {
      for (const width of [1280, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
    }),
  )

  test.each(LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((scheme) => [language, scheme] as const)))(
    'axe-core finds nothing in %s, %s',
    async (language, colorScheme) => {
      for (const run of Object.values(RUNS))
        await visit(
          run,
          async (page) => {
            await page.click(`button[lang=${language}]`)
            expect(await page.innerText('.trials')).not.toMatch(/NaN(?! from)|undefined|null|\[object/)
            expect(await violations(page)).toEqual([])
            await page.setViewportSize({ width: 390, height: 900 })
            expect(await violations(page)).toEqual([])
          },
          { colorScheme, bypassCSP: true },
        )
    },
  )

  test('stay light', () => {
    const size = (run: ExaminedRun) => readFileSync(pageOfExamination(examinationOf(run)), 'utf8').length
    expect(size(RUNS.proven)).toBeLessThan(340 * 1024)
  })
})
