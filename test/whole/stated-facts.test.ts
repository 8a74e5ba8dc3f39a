// The facts that askers of real questions stated are read alike in English, Chinese and Russian.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { factFinder } from '../../src/formats/facts/facts.ts'
import type { Entry } from '../../src/record/entry.ts'
import { shared as sharedFolder, suite } from '../components.ts'

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const rewritten: Readonly<
  Record<string, readonly { readonly zh: readonly string[]; readonly ru: readonly string[] }[]>
> = JSON.parse(readFileSync(new URL('./stated-facts.json', import.meta.url), 'utf8'))

function read(lines: readonly string[]): Entry[] {
  const entries: Entry[] = []
  const finder = factFinder((entry) => entries.push(entry))
  lines.forEach((line, index) => {
    finder.line(line, index + 1)
  })
  finder.end()
  return entries
}

/** `name value` of every fact, sorted: quotes and lines differ between the languages. */
function told(lines: readonly string[]): string[] {
  return read(lines)
    .flatMap((entry) => (entry.kind === 'fact' ? [`${entry.fact.name} ${JSON.stringify(entry.fact.value)}`] : []))
    .sort()
}

suite('stated facts of ../shared/cases', [sharedFolder], () => {
  const cases: { id: string; stated: string[] }[] = readFileSync(`${shared}/cases/cases.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

  it('has at least thirty lists rewritten, each of which says something', () => {
    expect(Object.keys(rewritten).length).toBeGreaterThanOrEqual(30)
    for (const { id, stated } of cases.filter((one) => one.id in rewritten)) expect(told(stated), id).not.toEqual([])
  })

  it.each(Object.keys(rewritten))('case %s says the same in Chinese and in Russian', (id) => {
    const stated = cases.find((one) => one.id === id)!.stated
    for (const { zh, ru } of rewritten[id]!) {
      expect(told(zh)).toEqual(told(stated))
      expect(told(ru)).toEqual(told(stated))
    }
  })
})
