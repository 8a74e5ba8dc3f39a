// Predictions through the built command, scored as scikit-learn scores them, from every form that arrays and tables have.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, expect, test } from 'vitest'
import { at, folder } from '../audit.ts'
import { built, KERAS, keras, suite } from '../components.ts'
import { call, inspect, near, scoreOf, seen } from '../inspect.ts'

interface Reference extends Readonly<Record<string, number | unknown>> {
  readonly confusion?: readonly (readonly number[])[]
  readonly classes?: readonly string[]
  readonly ece?: number
}

suite('predictions beside scikit-learn', [built, keras], () => {
  let said: Readonly<Record<string, Reference>>
  beforeAll(() => {
    said = JSON.parse(execFileSync(KERAS, [join(import.meta.dirname, 'predictions.py'), folder], { encoding: 'utf8' }))
  })

  const cases =
    'binary-random binary-few multiclass-random cancer digits wine multilabel multilabel-random regression-random regression-far diabetes forms'
  test.each(cases.split(' '))('%s has the same scores', (name) => {
    const { confusion, classes, ece, ...scores } = said[name]!
    const own = seen(`${name}.csv`)
    expect(own.scores.map((one) => one.measure).sort()).toEqual(Object.keys(scores).sort())
    for (const { measure, value, low, high } of own.scores) {
      near(value, scores[measure] as number)
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
    }
    if (name.startsWith('regression') || name === 'diabetes') {
      near(own.residuals[0]!.rmse, scores.rmse as number)
      near(own.residuals[0]!.r2!, scores.r2 as number)
    }
    if (!confusion) return
    near(own.calibration[0]!.ece, ece!)
    near(own.calibration[0]!.loss, scores['log-loss'] as number)
    near(own.losses[0]!.mean, scores['log-loss'] as number)
    const [matrix] = own.confusion
    expect([...matrix!.classes].sort()).toEqual([...classes!].sort())
    const places = matrix!.classes.map((word) => classes!.indexOf(word))
    expect(matrix!.cells).toEqual(places.map((i) => places.map((k) => confusion[i]![k])))
  })

  const arrays =
    'named float32 unnamed unnamed-three one-hot one-hot-unnamed beside logits columns called called-one-hot'
  test.each(arrays.split(' '))('%s.npz holds what the CSV holds', (name) => {
    const own = seen(`${name}.npz`)
    expect(own.task).toBe('classification')
    near(scoreOf(own, 'accuracy'), said.forms!.accuracy as number)
    if (name.startsWith('called')) expect(own.calibration).toEqual([])
    else near(scoreOf(own, 'log-loss'), said.forms!['log-loss'] as number)
  })

  test.each(['probs', 'out'])('%s.npy is a prediction without a truth', (name) => {
    const run = inspect('--predictions', `${name}.npy`)
    expect(run.predictions).toMatchObject({ task: 'classification', parts: [{ rows: 400, left: 400 }], scores: [] })
    expect(run.notes.some((one) => one.includes('no column of the truth'))).toBe(true)
  })

  test('arrays of other lengths, and arrays that are no predictions, are refused in a line', () => {
    for (const [name, line] of [
      ['lengths', /399|400/],
      ['evaluations', /timesteps/],
    ] as const) {
      const { code, err, out } = call('--predictions', `${name}.npz`)
      expect([code, out]).toEqual([2, ''])
      expect(err.trim().split('\n')).toHaveLength(1)
      expect(err).toMatch(line)
    }
  })

  test('the CSV as Parquet, JSON lines, TSV, with fractions for classes and with lists of numbers is the same', async () => {
    const instance = await DuckDBInstance.create()
    const duck = await instance.connect()
    const from = `SELECT * FROM read_csv('${at('forms.csv')}')`
    await duck.run(`COPY (${from}) TO '${at('forms.parquet')}' (FORMAT parquet)`)
    await duck.run(`COPY (${from}) TO '${at('forms.jsonl')}' (FORMAT json)`)
    await duck.run(`COPY (${from}) TO '${at('forms.json')}' (FORMAT json, ARRAY true)`)
    await duck.run(`COPY (${from}) TO '${at('forms.tsv')}' (FORMAT csv, DELIMITER '\t')`)
    await duck.run(`COPY (${from}) TO '${at('packed.csv.gz')}' (FORMAT csv, COMPRESSION gzip)`)
    await duck.run(
      `COPY (SELECT y_true, [p_0, p_1, p_2] AS probs FROM (${from})) TO '${at('lists.parquet')}' (FORMAT parquet)`,
    )
    await duck.run(
      `COPY (SELECT CAST(y_true AS FLOAT) AS target, CAST(y_pred AS SMALLINT) AS output, CAST(p_0 AS DECIMAL(18, 12)) AS p_0, p_1, CAST(p_2 AS FLOAT) AS p_2 FROM (${from})) TO '${at('types.parquet')}' (FORMAT parquet)`,
    )
    duck.closeSync()
    instance.closeSync()
    const files = [
      'forms.parquet',
      'forms.jsonl',
      'forms.json',
      'forms.tsv',
      'packed.csv.gz',
      'lists.parquet',
      'lists.jsonl',
      'floats.csv',
      'types.parquet',
    ]
    for (const file of files) {
      const own = seen(file)
      expect(own.classes, file).toEqual(['0', '1', '2'])
      near(scoreOf(own, 'accuracy'), said.forms!.accuracy as number)
      near(scoreOf(own, 'log-loss'), said.forms!['log-loss'] as number)
    }
  })
})
