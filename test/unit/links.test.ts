// Every link within the documents leads to a file of the project, and its anchor to a heading there.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../sources.ts'

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md')),
].sort()

const broken = (name: string, text = readFileSync(join(ROOT, name), 'utf8')): string[] =>
  linksIn(text).filter((link) => !leadsSomewhere(link, name, text))

describe('links', () => {
  test('are looked for in all documents', () => {
    expect(documents.length).toBeGreaterThan(300)
    expect(documents).toContain('docs/en/causes/overfitting.md')
    expect(documents).toContain('CONTRIBUTING.md')
  })

  test.each(documents)('of %s lead somewhere', (name) => {
    expect(broken(name)).toEqual([])
  })

  test('that lead nowhere are found; code and addresses outside are none', () => {
    const text = [
      '# One & two `x`',
      '[a](#one--two-x) [b](#three) [c](CONTRIBUTING.md#manners) [d](CONTRIBUTING.md#no) [e](no.md)',
      '![f](https://example.org/x.svg) [g]: no/such.png',
      '<a href="nowhere.md">h</a> `[i](in-code.md)`',
      '```\n[j](in-a-block.md)\n```',
      '[g]: also-no.md',
    ].join('\n')
    expect(broken('README.md', text)).toEqual(['#three', 'CONTRIBUTING.md#no', 'no.md', 'nowhere.md', 'also-no.md'])
  })
})

/** Addresses of links and images in Markdown and in its HTML, without those that leave the project. */
function linksIn(text: string): string[] {
  const prose = withoutCode(text)
  const found = [
    ...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g),
    ...prose.matchAll(/\b(?:href|src|srcset)="([^"]+)"/g),
    ...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm),
  ]
  return found.map((match) => match[1]!).filter((link) => !/^(?:[a-z]+:|\/\/)/i.test(link))
}

function withoutCode(text: string): string {
  return text.replace(/^(```+|~~~+)[^\n]*\n[\s\S]*?^\1[^\S\n]*$/gm, '').replace(/`[^`\n]*`/g, '')
}

function leadsSomewhere(link: string, name: string, own: string): boolean {
  const [path = '', anchor] = decodeURI(link).split('#')
  const target = path === '' ? name : posix.normalize(posix.join(dirname(name), path))
  if (target.startsWith('..') || !existsSync(join(ROOT, target))) return false
  if (anchor === undefined) return true
  if (!target.endsWith('.md') || statSync(join(ROOT, target)).isDirectory()) return false
  return anchorsIn(path === '' ? own : readFileSync(join(ROOT, target), 'utf8')).has(anchor)
}

/** The anchors of a document as GitHub makes them from its headings, and those that its HTML names. */
function anchorsIn(text: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  const prose = text.replace(/^(```+|~~~+)[^\n]*\n[\s\S]*?^\1[^\S\n]*$/gm, '')
  for (const [, heading] of prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    let free = slug
    for (let again = 1; anchors.has(free); again++) free = `${slug}-${again}`
    anchors.add(free)
  }
  for (const [, id] of prose.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(id!)
  return anchors
}
