// The pasted question of seed E gives its asker's facts and nothing of the answer, the related posts or the page.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { factFinder } from '../../src/formats/facts/facts.ts'
import type { Entry } from '../../src/record/entry.ts'
import { shared as sharedFolder, suite } from '../components.ts'

const seeds = fileURLToPath(new URL('../../../shared/seeds', import.meta.url))

function read(seed: string): Entry[] {
  const entries: Entry[] = []
  const finder = factFinder((entry) => entries.push(entry))
  readFileSync(`${seeds}/${seed}.txt`, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      finder.line(line, index + 1)
    })
  finder.end()
  return entries
}

suite('facts of ../shared/seeds', [sharedFolder], () => {
  it('E: all that the asker states, each with its words and line', () => {
    const facts = read('E').flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []))
    const values = Object.fromEntries(facts.map((fact) => [fact.name, fact.value]))
    expect(values).toEqual({
      learning_rate: 0.001,
      target_range: [-1, 1],
      task: 'regression',
      examples_train: 19200,
      examples_val: 4800,
      parameters: 252219,
      output_units: 1,
      regularization: 'dropout',
      model: 'cnn',
      complaint: ['val-below-train'],
    })
    const text = readFileSync(`${seeds}/E.txt`, 'utf8').replace(/\s+/g, ' ')
    for (const fact of facts) {
      expect(text, fact.name).toContain(fact.quote)
      expect(fact.where, fact.name).toMatch(/^line [135]$/)
    }
  })

  it('E: the 22 layers of the table that lost its line breaks', () => {
    const layers = read('E').flatMap((entry) => (entry.kind === 'rows' && entry.table === 'layers' ? entry.rows : []))
    expect(layers).toHaveLength(22)
    expect(layers.reduce((sum, layer) => sum + (layer.parameters ?? 0), 0)).toBe(252219)
    expect(layers[3]).toEqual({ name: 'convolution2d_1', kind: 'Convolution2D', shape: [31, 98, 24], parameters: 1824 })
    expect(layers[4]!.kind).toBe('SpatialDropout2D')
    expect(layers.at(-1)).toEqual({ name: 'dense_4', kind: 'Dense', shape: [1], parameters: 11 })
  })

  it('A, C and D are articles: their advice and their sample code are no settings', () => {
    for (const seed of ['A', 'C', 'D'])
      for (const entry of read(seed))
        expect(entry, seed).toMatchObject({ kind: 'fact', fact: { name: 'complaint', where: 'line 1' } })
  })

  it('B: only the tags and the question speak', () => {
    const names = read('B').flatMap((entry) => (entry.kind === 'fact' ? [entry.fact.name] : []))
    for (const name of names) expect(['framework', 'model', 'complaint']).toContain(name)
  })
})
