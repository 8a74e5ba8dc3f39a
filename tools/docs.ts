// Writes the pages of docs/ that are made by running whyloss: one for each cause, check and format, in three languages.
// `--check` only compares. The example runs are our own trainings in corpus/runs.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { causes } from '../src/causes/index.ts'
import { checks } from '../src/checks/index.ts'
import { examiner } from '../src/diagnosis/examine.ts'
import { formats } from '../src/formats/index.ts'
import { LANGUAGES, type Language, speaker } from '../src/locales/speak.ts'
import { type Explanation, explain, explained } from '../src/view/explanation/explanation.ts'
import { explanationMarkdown } from '../src/view/explanation/markdown.ts'
import { plain } from '../src/view/markdown/escape.ts'
import { goldenRuns, inputOf, recordsOf } from '../test/golden.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Pages that are written by hand, by the name of their files in docs/. */
const BY_HAND = ['verify']
const NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文', ru: 'Русский' }

/** A run in which it was found, and the sentences that said so. */
interface Example {
  readonly input: string
  readonly claim: Readonly<Record<Language, string>>
}

/**
 * By the page below docs/en: the first golden run in which the check finds something, in which the cause is named
 * first, which is of the format.
 */
async function examples(): Promise<ReadonlyMap<string, Example>> {
  const found = new Map<string, Example>()
  const show = (page: string, example: Example) => found.has(page) || found.set(page, example)
  for (const truth of goldenRuns()) {
    const records = await recordsOf(truth)
    const spoken = examiner(records, '')
    const said = Object.fromEntries(LANGUAGES.map((language) => [language, spoken(language).runs[0]])) as Record<
      Language,
      ReturnType<typeof spoken>['runs'][number] | undefined
    >
    if (!said.en) continue
    const input = relative(root, inputOf(truth))
    const summary = { en: said.en.summary, zh: said.zh!.summary, ru: said.ru!.summary }
    const format = records[0]?.sources[0]?.format
    if (format !== undefined) show(`formats/${format}`, { input, claim: summary })
    said.en.findings.forEach((finding, i) => {
      const claim = { en: finding.claim, zh: said.zh!.findings[i]!.claim, ru: said.ru!.findings[i]!.claim }
      show(`checks/${finding.check}`, { input, claim })
    })
    const first = said.en.diagnosis[0]
    if (first && truth.accept.includes(first.cause)) show(`causes/${first.cause}`, { input, claim: summary })
  }
  return found
}

/** Every page by its path below docs/. */
async function pages(): Promise<ReadonlyMap<string, string>> {
  const seen = await examples()
  const out = new Map<string, string>()
  for (const language of LANGUAGES) {
    for (const name of explained()) {
      const explanation = explain(name, language)!
      const place = `${explanation.kind}s/${explanation.id}`
      out.set(`${language}/${place}.md`, page(explanation, place, language, seen.get(place)))
    }
    out.set(`${language}/README.md`, index(language))
  }
  return out
}

function page(explanation: Explanation, place: string, language: Language, example: Example | undefined): string {
  const say = speaker(language)
  const isFormat = explanation.kind === 'format'
  const addresses = {
    id: (to: string) => `../causes/${to}.md`,
    file: (path: string) => `../../../${path}`,
  }
  const languages = LANGUAGES.map((one) =>
    one === language ? NAMES[one] : `[${NAMES[one]}](../../${one}/${place}.md)`,
  ).join(' · ')
  const shown = example
    ? `\`whyloss diagnose ${example.input}\`\n\n> ${plain(example.claim[language])}`
    : say(isFormat ? 'explain.example.none' : 'explain.examples.none')
  return [
    `<!-- ${say('explain.generated')} -->`,
    `[${say('explain.docs')}](../README.md) · ${languages}`,
    explanationMarkdown(explanation, addresses).trimEnd(),
    `## ${say(isFormat ? 'explain.example' : 'explain.examples')}`,
    `${shown}\n`,
  ].join('\n\n')
}

function index(language: Language): string {
  const say = speaker(language)
  const list = (
    folder: 'causes' | 'checks',
    all: readonly { id: string; group: string }[],
    title: (id: string) => string,
  ) => {
    const groups = [...new Set(all.map((one) => one.group))]
    const parts = groups.map((group) => {
      const lines = all
        .filter((one) => one.group === group)
        .map(({ id }) => `- [${title(id)}](${folder}/${id}.md) \`${id}\``)
      return `### ${say('explain.group', { group })}\n\n${lines.join('\n')}`
    })
    return `## ${say(`explain.${folder}`)}\n\n${parts.join('\n\n')}`
  }
  const languages = LANGUAGES.map((one) => (one === language ? NAMES[one] : `[${NAMES[one]}](../${one}/README.md)`))
  return [
    `<!-- ${say('explain.generated')} -->`,
    `# ${say('explain.docs')}`,
    languages.join(' · '),
    BY_HAND.map((name) => byHand(name, language)).join('\n'),
    list('causes', causes, (id) => say(`cause.${id}` as never)),
    list(
      'checks',
      checks.map((check) => ({ id: check.name, group: check.group })),
      (id) => say(`check.${id}` as never),
    ),
    `## ${say('explain.formats')}\n\n${formats.map(({ title, name }) => `- [${title}](formats/${name}.md) \`${name}\``).join('\n')}\n`,
  ].join('\n\n')
}

/** A link that says what the page is called. */
function byHand(name: string, language: Language): string {
  const file = language === 'en' ? `${name}.md` : `${name}.${language}.md`
  const [, title] = /^# (.+)$/m.exec(readFileSync(join(root, 'docs', file), 'utf8'))!
  return `[${title}](../${file})`
}

function existing(): string[] {
  return LANGUAGES.flatMap((language) => {
    const folder = join(root, 'docs', language)
    if (!existsSync(folder)) return []
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(join(root, 'docs'), join(entry.parentPath, entry.name)))
  })
}

const wanted = await pages()
const stale = existing().filter((path) => !wanted.has(path))
for (const [path, text] of wanted) {
  const full = join(root, 'docs', path)
  if (existsSync(full) && readFileSync(full, 'utf8') === text) continue
  stale.push(path)
  if (process.argv.includes('--check')) continue
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
}
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`These pages are not fresh: ${stale.slice(0, 8).join(', ')}. Run \`npm run docs\`.`)
    process.exitCode = 1
  }
} else for (const path of existing()) if (!wanted.has(path)) rmSync(join(root, 'docs', path))
