// Reads a text line by line as the text format does, and shows the facts as plain values.

import { factFinder } from '../../src/formats/facts/facts.ts'
import { factReaders } from '../../src/formats/facts/readers/index.ts'
import type { Entry } from '../../src/record/entry.ts'

export function entriesOf(text: string): Entry[] {
  const entries: Entry[] = []
  const finder = factFinder((entry) => entries.push(entry))
  text.split('\n').forEach((line, index) => {
    finder.line(line, index + 1)
  })
  finder.end()
  return entries
}

/** The facts of a text by name; the last reading of each, as a check would be given it. */
export function told(text: string): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const entry of entriesOf(text)) if (entry.kind === 'fact') facts[entry.fact.name] = entry.fact.value
  return facts
}

/** Readers that would find something in the text although none of their cues is in it: there must be none. */
export function uncued(text: string): string[] {
  return factReaders
    .filter((reader) => reader.cues && !reader.cues.some((cue) => text.toLowerCase().includes(cue)))
    .filter((reader) => reader.read({ text, number: 1 }).length > 0)
    .map((reader) => reader.name)
}
