// Renders the gallery anew: pages of golden runs in three languages, two widths, light and dark, and the README's pictures.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { LANGUAGES, type Language } from '../src/locales/message.ts'
import { launch } from '../test/chromium.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Name of the picture, what it shows, and the paths that the command is given. */
const RUNS: readonly { readonly name: string; readonly shows: string; readonly paths: readonly string[] }[] = [
  { name: 'rate-too-high', shows: 'a learning rate that is too high', paths: ['examples/digits-rate-too-high.log'] },
  { name: 'not-finite', shows: 'a loss that turns NaN', paths: ['corpus/runs/torch-digits-numeric-overflow-1'] },
  { name: 'overfitting', shows: 'overfitting', paths: ['corpus/runs/torch-help-texts-overfitting-strong-1'] },
  {
    name: 'model',
    shows: 'a log, its data and its model: test rows that were scaled otherwise',
    paths: [
      'examples/wine-scaled.log',
      ...['--model', 'examples/wine-scaled.onnx', '--label', 'cultivar'],
      ...['train', 'val', 'test'].flatMap((split) => [`--${split}`, `examples/wine-scaled-${split}.csv`]),
    ],
  },
  { name: 'healthy', shows: 'a healthy run', paths: ['corpus/runs/torch-help-texts-healthy-cosine-2'] },
  {
    name: 'several',
    shows: 'several runs at once',
    paths: [
      'corpus/runs/keras-wine-healthy-1',
      'corpus/runs/keras-wine-lr-too-high-strong-1',
      'corpus/runs/torch-digits-unshuffled-data-1',
      'corpus/runs/torch-digits-healthy-1',
    ],
  },
]
const WIDTHS = [1280, 390] as const
const THEMES = ['light', 'dark'] as const
const TALLEST = 12_000
/** of the gallery's pictures: letters stay sharp, and all of them together small enough for a repository */
const QUALITY = 18

const work = mkdtempSync(join(tmpdir(), 'whyloss-gallery-'))

function pageOf(paths: readonly string[], language: Language): string {
  const file = join(work, `${language}.html`)
  const command = ['dist/cli/main.js', 'diagnose', ...paths, '--lang', language, '--out', file]
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`)
  return file
}

/** The whole page as WebP, or its first `height` pixels. */
async function picture(browser: Browser, file: string, width: number, theme: 'light' | 'dark', height?: number) {
  const context = await browser.newContext({ viewport: { width, height: height ?? 900 }, colorScheme: theme })
  const page = await context.newPage()
  await page.goto(`file://${file}`)
  await page.waitForSelector('main h1')
  // the day on which the gallery was made is no news of the page
  await page.evaluate(() => document.querySelector('.made')?.replaceChildren('whyloss'))
  if (height === undefined) {
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.min(TALLEST, whole) })
  }
  await page.waitForTimeout(700)
  const session = await context.newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: height ? 70 : QUALITY })
  await context.close()
  return Buffer.from(data, 'base64')
}

async function main(): Promise<void> {
  const browser = await launch()
  const gallery = join(root, 'docs/gallery')
  rmSync(gallery, { recursive: true, force: true })
  for (const folder of [gallery, join(root, 'docs/images')]) mkdirSync(folder, { recursive: true })
  for (const { name, paths } of RUNS)
    for (const language of LANGUAGES) {
      const file = pageOf(paths, language)
      for (const width of WIDTHS)
        for (const theme of THEMES)
          writeFileSync(
            join(gallery, `${name}-${language}-${width}-${theme}.webp`),
            await picture(browser, file, width, theme),
          )
      if (name === 'rate-too-high')
        writeFileSync(
          join(root, `docs/images/report-${language}.webp`),
          await picture(browser, file, 1280, 'light', 960),
        )
      console.log(`${name} ${language}`)
    }
  await browser.close()
  writeFileSync(join(gallery, 'README.md'), index())
}

function index(): string {
  const sections = RUNS.map(({ name, shows, paths }) => {
    const command = `whyloss diagnose ${paths.join(' ')} --format html`
    const links = LANGUAGES.flatMap((language) =>
      WIDTHS.flatMap((width) =>
        THEMES.map((theme) => `[${language} ${width} ${theme}](${name}-${language}-${width}-${theme}.webp)`),
      ),
    )
    return `## ${shows}\n\n\`${command}\`\n\n${links.join(' · ')}\n\n![${shows}](${name}-en-1280-light.webp)`
  })
  return `<!-- Written by \`npm run gallery\`; do not edit. -->\n\n# Gallery\n\n${sections.join('\n\n')}\n`
}

try {
  await main()
} finally {
  rmSync(work, { recursive: true, force: true })
}
