// Every kind of exhibit as a picture in words: what it says and which rounded numbers it holds, of real trainings.
import { expect, describe as group, test } from 'vitest'
import { describe } from '../../app/exhibits/describe.ts'
import { numbersOf } from '../../app/exhibits/numbers.ts'
import { wordsOf } from '../../app/words.ts'
import type { Exhibit, Value } from '../../src/checks/finding.ts'
import type { Examination } from '../../src/diagnosis/examination.ts'
import { examiner } from '../../src/diagnosis/examine.ts'
import { gather } from '../../src/gather/gather.ts'
import { LANGUAGES, type Language } from '../../src/locales/message.ts'
import type { RunRecord } from '../../src/record/run.ts'

const EXAMPLE = 'examples/digits-rate-too-high.log'
/** Runs whose findings show curves: one curve with and without a band, two splits together, a curve that ends in NaN. */
const RUNS = {
  'rate-too-high': EXAMPLE,
  overfitting: 'corpus/runs/torch-help-texts-overfitting-strong-1',
  'not-finite': 'corpus/runs/torch-digits-numeric-overflow-1',
}
const ROWS = 8

async function read(path: string): Promise<RunRecord> {
  const { records } = await gather([path], {})
  return records[0]!
}

function curvesOf(examination: Examination): readonly Exhibit[] {
  const all = examination.runs.flatMap((run) => run.findings.flatMap((finding) => finding.exhibits))
  return all.filter((exhibit) => exhibit.kind === 'curve')
}

/** The words and the numbers, as a person would read them aloud. */
function picture(exhibit: Exhibit, language: Language): string {
  const words = wordsOf(language)
  const { columns, rows } = numbersOf(exhibit, words)
  const cell = (value: Value) => (typeof value === 'number' ? words.number(value) : String(value ?? '–'))
  const table = [columns, ...rows.slice(0, ROWS).map((row) => row.map(cell))].map((row) => row.join('  '))
  return [...describe(exhibit, words), ...table, rows.length > ROWS ? `… ${rows.length}` : ''].join('\n').trimEnd()
}

function pictures(exhibits: Readonly<Record<Language, readonly Exhibit[]>>): string {
  const parts = LANGUAGES.flatMap((language) =>
    exhibits[language].map((one) => `[${language}] ${picture(one, language)}`),
  )
  return `${parts.join('\n\n')}\n`
}

/** Exhibits that no check shows yet, of the values of a real training. */
async function others(): Promise<readonly Exhibit[]> {
  const { series, facts } = await read(EXAMPLE)
  const [loss, valLoss, accuracy] = ['loss', 'val_loss', 'accuracy'].map((name) => [
    ...series.find((one) => one.name === name)!.value,
  ]) as [number[], number[], number[]]
  const edges = [1, 1.5, 2, 2.5]
  const counts = edges.slice(1).map((edge, i) => loss.filter((one) => one >= edges[i]! && one < edge).length)
  const named = { loss, val_loss: valLoss, accuracy }
  const names = Object.keys(named)
  const cells = Object.values(named).map((a) => Object.values(named).map((b) => correlation(a, b)))
  const rows = Object.entries(named).map(([name, values]) => [name, values[0]!, values.at(-1)!, values.length])
  const fact = facts.find((one) => one.name === 'learning_rate')!
  return [
    { kind: 'histogram', title: 'loss', edges, counts },
    { kind: 'table', title: 'curves', columns: ['name', 'first', 'last', 'values'], rows },
    { kind: 'matrix', title: 'correlation', rows: names, columns: names, cells },
    { kind: 'scatter', title: 'accuracy and loss', x: loss, y: accuracy, names: ['loss', 'accuracy'] },
    { kind: 'quote', text: fact.quote, where: fact.where },
  ]
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const [ma, mb] = [mean(a), mean(b)]
  const covariance = (c: readonly number[], mc: number, d: readonly number[], md: number) =>
    c.reduce((sum, one, i) => sum + (one - mc) * (d[i]! - md), 0)
  return covariance(a, ma, b, mb) / Math.sqrt(covariance(a, ma, a, ma) * covariance(b, mb, b, mb))
}

group('an exhibit in words', () => {
  test.each(Object.entries(RUNS))('shows the curves of %s', async (name, path) => {
    const spoken = examiner([await read(path)], '0')
    const exhibits = { en: curvesOf(spoken('en')), zh: curvesOf(spoken('zh')), ru: curvesOf(spoken('ru')) }
    expect(exhibits.en.length).toBeGreaterThan(0)
    await expect(pictures(exhibits)).toMatchFileSnapshot(`../golden/exhibits/curve-${name}.txt`)
  })

  test.each(['histogram', 'table', 'matrix', 'scatter', 'quote'])('shows a %s', async (kind) => {
    const own = (await others()).filter((one) => one.kind === kind)
    const exhibits = { en: own, zh: own, ru: own }
    await expect(pictures(exhibits)).toMatchFileSnapshot(`../golden/exhibits/${kind}.txt`)
  })

  test('of a kind that is not known yet is said to be one', () => {
    const newer = { kind: 'hologram', title: 'loss' } as unknown as Exhibit
    for (const language of LANGUAGES) expect(describe(newer, wordsOf(language))[0]).toContain('whyloss')
  })
})
