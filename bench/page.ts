// How long the page keeps a person waiting: opening, zooming and panning very long curves in Chromium.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { examiner } from '../src/diagnosis/examine.ts'
import type { RunRecord } from '../src/record/run.ts'
import type { Series } from '../src/record/series.ts'
import { pageData } from '../src/view/html/data.ts'
import { html } from '../src/view/html/html.ts'
import { pack } from '../src/view/html/pack.ts'
import { shortSize } from '../src/view/size.ts'
import { launch } from '../test/chromium.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** A noisy falling curve with one spike of one step; values as a logger in single precision writes them. */
function curve(name: string, metric: string, rows: number, seed: number): Series {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const value = Float64Array.from({ length: rows }, (_, row) =>
    Math.fround(2 * Math.exp((-3 * row) / rows) + 0.1 * random()),
  )
  value[Math.floor(rows * 0.6)] = 2650
  const step = Float64Array.from({ length: rows }, (_, row) => row)
  const epoch = new Float64Array(rows).fill(Number.NaN)
  return { name, metric, split: 'train', axis: 'step', mean: 'batch', step, epoch, value }
}

function recordOf(tags: number, rows: number): RunRecord {
  const series = Array.from({ length: tags }, (_, i) =>
    i === 0 ? curve('train/loss', 'loss', rows, 1) : curve(`layer${i}/norm`, `layer${i}/norm`, rows, i + 1),
  )
  return { name: `${tags} x ${rows}`, sources: [], series, facts: [], events: [], tables: {}, notes: [] }
}

function write(record: RunRecord, file: string): void {
  const spoken = examiner([record], 'bench')
  const { curves, columns } = pack([record])
  const examinations = { en: spoken('en'), zh: spoken('zh'), ru: spoken('ru') }
  const rest = { language: 'en', markdown: { en: '', zh: '', ru: '' }, made: '2026-01-01T00:00:00Z' } as const
  const page = pageData({ examinations, curves, ...rest })
  writeFileSync(file, html(readFileSync(join(root, 'dist/page.html'), 'utf8'), page, columns))
}

/** Milliseconds of the longest task since the last call. */
async function longest(page: Page): Promise<number> {
  await page.waitForTimeout(300)
  return page.evaluate(() => {
    const seen = (window as unknown as { tasks: number[] }).tasks.splice(0)
    return Math.round(Math.max(0, ...seen))
  })
}

/** A page that notes how long its long tasks take. */
async function watched(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.addInitScript(() => {
    const tasks: number[] = []
    ;(window as unknown as { tasks: number[] }).tasks = tasks
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration))).observe({
      type: 'longtask',
    })
  })
  return page
}

/** Three zooms by dragging across the first plot, each within what the one before left. */
async function zoom(page: Page): Promise<void> {
  const box = (await page.locator('.u-over').first().boundingBox())!
  for (const [from, to] of [
    [0.2, 0.8],
    [0.3, 0.6],
    [0.1, 0.9],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * to, box.y + 60, { steps: 8 })
    await page.mouse.up()
  }
}

async function pan(page: Page): Promise<void> {
  await page.locator('.timeline .plot-canvas').first().focus()
  for (let i = 0; i < 10; i++) await page.keyboard.press(i % 2 ? 'Shift+ArrowLeft' : 'Shift+ArrowRight')
}

async function measure(file: string): Promise<string[]> {
  const browser = await launch()
  try {
    const page = await watched(browser)
    const started = Date.now()
    await page.goto(`file://${file}`)
    await page.waitForSelector('.timeline canvas', { timeout: 60_000 })
    const shown = Date.now() - started
    await page.waitForTimeout(1500)
    // in the order in which they were done: the first that a person sees, and the slowest of those near the window
    const [first, slowest] = await page.evaluate(() => {
      const times = performance.getEntriesByName('whyloss-first')
      const done = [...times].sort((a, b) => a.startTime + a.duration - b.startTime - b.duration)
      return [Math.round(done[0]!.duration), Math.round(Math.max(...done.map((one) => one.duration)))] as const
    })
    const opening = await longest(page)
    await zoom(page)
    const zooming = await longest(page)
    await pan(page)
    const panning = await longest(page)
    const times = [shown, first, slowest, opening, zooming, panning].map((one) => `${one} ms`)
    return [shortSize(statSync(file).size), ...times]
  } finally {
    await browser.close()
  }
}

/** Prints a table; a task shorter than 50 ms is none that a browser reports, and stands as 0. */
export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'whyloss-bench-'))
  const heads = ['run', 'file', 'on screen', 'first curve', 'slowest curve', 'task: open', 'task: zoom', 'task: pan']
  console.log(`  ${heads.map((head) => head.padEnd(16)).join('')}`)
  try {
    for (const [tags, rows] of [
      [1, 1_000],
      [1, 1_000_000],
      [60, 100_000],
      [1, 10_000_000],
    ] as const) {
      const file = join(folder, 'page.html')
      write(recordOf(tags, rows), file)
      const cells = [`${tags} x ${rows.toLocaleString('en')}`, ...(await measure(file))]
      console.log(`  ${cells.map((cell) => cell.padEnd(16)).join('')}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
