// Opens pages in a real Chromium, from a file, and watches that they ask for nothing and complain of nothing.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Examination } from '../../src/diagnosis/examination.ts'
import { pageData } from '../../src/view/html/data.ts'
import { html } from '../../src/view/html/html.ts'
import { ROOT } from '../sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-page-'))
let made = 0

/** The page that the built command writes for these paths. */
export function pageOf(...paths: readonly string[]): string {
  const file = join(folder, `${made++}.html`)
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'dist/cli/main.js'), 'diagnose', ...paths, '--lang', 'en', '--out', file],
    { encoding: 'utf8', cwd: ROOT },
  )
  if (status !== 0) throw new Error(`the command ended with ${status}: ${stderr}`)
  return file
}

/** The page of an examination that no file gave. */
export function pageOfExamination(examination: Examination): string {
  const file = join(folder, `${made++}.html`)
  const parts = {
    examinations: { en: examination, zh: examination, ru: examination },
    markdown: { en: 'm', zh: 'm', ru: 'm' },
  }
  const curves = examination.runs.map(() => [])
  const data = pageData({ ...parts, language: 'en', curves, made: '2026-01-01T00:00:00Z' })
  writeFileSync(file, html(readFileSync(join(ROOT, 'dist/page.html'), 'utf8'), data, []))
  return file
}

export interface Opened {
  readonly page: Page
  /** addresses that were asked for besides the file itself, errors, violations of the policy */
  readonly troubles: string[]
  close(): Promise<void>
}

export async function open(browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  context.on('request', (request) => {
    if (request.url().split('#')[0] !== `file://${file}`) troubles.push(request.url())
  })
  await page.goto(`file://${file}`)
  await page.waitForSelector('main h1')
  return { page, troubles, close: () => context.close() }
}

/** Waits until every plot in view is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const near = [...document.querySelectorAll('.plot-canvas')].filter(
      (one) => one.getBoundingClientRect().top < innerHeight,
    )
    return near.every((one) => one.querySelector('canvas'))
  })
}

/** What axe-core objects to on the page as it stands; the page must have been opened with `bypassCSP`. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: join(ROOT, 'node_modules/axe-core/axe.min.js') })
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const result = await axe.run()
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
  })
}
