// The data exam on a real Spark by Spark Connect: the same findings and the same numbers as on DuckDB, also where a worker dies.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Audit, auditData } from '../../src/data/audit.ts'
import type { DataSet } from '../../src/data/data-set.ts'
import { type DuckDB, type FilledColumn, openDuckDB } from '../../src/data/engine/duckdb.ts'
import type { Engine } from '../../src/data/engine/engine.ts'
import { openSpark } from '../../src/data/engine/spark/connect.ts'
import { rowsAlike } from '../../src/data/exact/rows-alike.ts'
import { type LoadOptions, loadData } from '../../src/data/load.ts'
import { loadSpark } from '../../src/data/load-spark.ts'
import { type Frame, sampleOf } from '../../src/data/sample.ts'
import { examiner } from '../../src/diagnosis/examine.ts'
import { gaussian, uniform } from '../../src/signal/generator.ts'
import { spark, suite } from '../components.ts'
import { ROOT } from '../sources.ts'
import { Cluster, end, freePorts, listener } from '../spark.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-spark-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

const WORDS = ["it's", 'say "no"', 'back\\slash', 'ünï∅', `\${env:HOME}`, 'line\nbreak', '`tick`', 'a|b', ' pad ']
/** Numbers in text as files have them; the last two are none. */
const NUMBERS = ['1_000', ' 1.5 ', '2.25', '-3', '1e3', '.5', '7.', '12', '3.75', '4.125', '1d', '0x1p3']
const FORM = [
  ['id', 'BIGINT', 'id'],
  ['long', 'DOUBLE', 'long'],
  ['tiny', 'DOUBLE', 'tiny'],
  ['price', 'DOUBLE', 'CAST(price AS DECIMAL(18,6))'],
  ['few', 'BIGINT', 'CAST(few AS INTEGER)'],
  ['words', 'VARCHAR', 'words'],
  ["it's a `number`", 'VARCHAR', '"it\'s a `number`"'],
  ['flag', 'BIGINT', 'CAST(flag AS BOOLEAN)'],
  ['moment', 'BIGINT', 'make_timestamp(moment)'],
  ['date', 'BIGINT', 'DATE \'1970-01-01\' + CAST("date" AS INTEGER)'],
  ['special', 'DOUBLE', 'special'],
  ['patient_id', 'VARCHAR', 'patient_id'],
  ['y', 'VARCHAR', 'y'],
] as const

type Value = number | string | null
type Row = readonly Value[]

function made(): { readonly train: readonly Row[]; readonly val: readonly Row[] } {
  const [draw, next] = [gaussian(5), uniform(7)]
  let id = 0
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!
  const mostly = (share: number, value: Value, other: Value) => (next() < share ? other : value)
  const row = (split: number): Row => {
    const label = next() < 0.5 ? 0 : 1
    const x = draw() + label * 2
    return [
      ++id,
      x / 3 + 1e4,
      (x * 1e-9) / 7,
      Number((x * 1000).toFixed(6)),
      mostly(0.05, Math.floor(next() * 50), null),
      pick(WORDS),
      mostly(0.04, mostly(0.05, pick(NUMBERS.slice(0, 10)), pick(NUMBERS.slice(10))), null),
      mostly(0.1, Number(next() < 0.4), null),
      1.7e15 + Math.floor(next() * 1e13) + split * 5e12,
      19_000 + Math.floor(next() * 900),
      mostly(0.02, mostly(0.02, mostly(0.02, draw(), null), Number.POSITIVE_INFINITY), Number.NaN),
      `p${Math.floor(next() * 200) + split * 150}`,
      ['a', "b's"][next() < 0.03 ? 1 - label : label]!,
    ]
  }
  const train = Array.from({ length: 800 }, () => row(0))
  const val = Array.from({ length: 640 }, () => row(1))
  const again = (one: Row): Row => [++id, ...one.slice(1)]
  for (let i = 0; i < 40; i++) {
    val.push(again(train[i * 7]!))
    if (i % 2 === 0) train.push(again(train[i * 11]!))
    if (i % 3 === 0) train.push([...again(train[i * 13]!).slice(0, -1), train[i * 13]!.at(-1) === 'a' ? "b's" : 'a'])
    // equal but for the place of what is missing: a hash that passes over NULL takes each pair for one row
    const [long, tiny] = i % 2 === 0 ? [7, null] : [null, 7]
    train.push([++id, long, tiny, i >> 1, ...train[0]!.slice(4)])
  }
  return { train, val }
}

async function writeParquet(duck: DuckDB, name: string, rows: readonly Row[]): Promise<string> {
  const columns = FORM.map(([column, type], i) => ({ name: column, type, values: rows.map((row) => row[i]) }))
  await duck.fill(`made_${name}`, columns as FilledColumn[])
  const cells = FORM.map(([column, , select]) => `${select} AS ${duck.dialect.quote(column)}`)
  const path = at(`${name}.parquet`)
  await duck.query(
    `COPY (SELECT ${cells.join(', ')} FROM made_${name}) TO ${duck.dialect.constant(path)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
  )
  return path
}

const ASKED: LoadOptions = { unknown: (flag, column) => new Error(`${flag} ${column}`) }

/** What an exam found, without the rows that it shows: which of several groups are shown hangs on the engine's hash. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, one) => {
      if (key === 'examples' || key === 'ranked') return undefined
      // sums in another order differ in their last digits
      return typeof one === 'number' ? (Number.isFinite(one) ? Number(one.toPrecision(10)) : String(one)) : one
    }),
  )
}

function sampledRows(frame: Frame): string[] {
  const cell = ({ values, words }: Frame['columns'][number], row: number) => words[values[row]!] ?? values[row]
  return Array.from({ length: frame.rows }, (_, row) =>
    JSON.stringify([frame.splits[frame.split[row]!], ...frame.columns.map((one) => String(cell(one, row)))]),
  )
}

const found = ({ record }: Audit) => examiner([record], '')('en').runs[0]!.findings.map((one) => [one.id, one.message])

suite('the exam on Spark', [spark], () => {
  let cluster: Cluster
  let duck: DuckDB
  let engine: Engine
  let named: Parameters<typeof loadData>[1]

  beforeAll(async () => {
    cluster = new Cluster(folder, await freePorts(3))
    duck = await openDuckDB()
    const rows = made()
    const paths = [await writeParquet(duck, 'train', rows.train), await writeParquet(duck, 'val', rows.val)]
    named = [
      { split: 'train', paths: [paths[0]!] },
      { split: 'val', paths: [paths[1]!] },
    ]
    await cluster.start()
    engine = await openSpark(cluster.url)
  })
  afterAll(async () => {
    await engine?.close()
    await duck?.close()
    await cluster?.stop()
  })

  describe('and on DuckDB', () => {
    let here: DataSet
    let there: DataSet
    let exams: readonly Audit[]

    beforeAll(async () => {
      here = await loadData(duck, named, ASKED)
      there = await loadSpark(engine, named, ASKED)
      // in the order of Spark's rows, so that the models learn from the same rows in the same order
      exams = [await auditData({ ...here, numbered: false }), await auditData(there)]
    })

    test('has the same columns, numbers and verdicts of models', () => {
      const [one, two] = exams
      expect(engine.name).toMatch(/^Spark \d/)
      expect(there.columns).toEqual(here.columns)
      expect(plain(two!.record.tables)).toEqual(plain(one!.record.tables))
      expect(plain(two!.record.facts)).toEqual(plain(one!.record.facts))
      const { duplicates, conflicts, labels, overlaps } = two!.record.tables
      expect(duplicates!.map((pair) => pair.rows)).toEqual([34, 40, 0])
      expect(conflicts![0]).toMatchObject({ groups: 14 })
      expect(labels!.reduce((sum, label) => sum + label.rows, 0)).toBe(1554)
      expect(overlaps![0]!.shared).toBeGreaterThan(0)
      expect(found(two!)).toEqual(found(one!))
      expect(found(two!).length).toBeGreaterThan(2)
    })

    test('shows rows of groups that are equal indeed', () => {
      for (const { record } of exams)
        for (const { examples } of record.tables.duplicates!)
          for (const rows of examples)
            expect(new Set(rows.map((row) => /long = .*, date/s.exec(row.text)![0])).size).toBe(1)
    })

    test('draws the same rows where the sample is smaller than the data', async () => {
      const [one, two] = [await sampleOf(here, 500), await sampleOf(there, 500)]
      expect(two.parts).toEqual(one.parts.map((part) => ({ ...part })))
      expect(one.parts.every((part) => part.sampled < part.rows && part.sampled > 400)).toBe(true)
      expect(sampledRows(two).sort()).toEqual(sampledRows(one).sort())
      // in the same order every time
      expect(sampledRows(await sampleOf(there, 500))).toEqual(sampledRows(two))
    })

    test('reads a split from a column, and tables whose columns differ', async () => {
      const table = (rows: string) => `SELECT * FROM VALUES ${rows}`
      await engine.query(
        `CREATE OR REPLACE TEMPORARY VIEW one AS ${table("(1, 'a', 'Train'), (2, 'b', 'test')")} AS t(x, y, fold)`,
      )
      await engine.query(`CREATE OR REPLACE TEMPORARY VIEW two AS ${table("('three', 'dev')")} AS t(X, fold)`)
      const both = [{ split: 'all', paths: ['one', 'two'] }] as const
      const data = await loadSpark(engine, both, { ...ASKED, splitColumn: 'fold' })
      expect(data.parts.map((part) => [part.split, part.rows])).toEqual([
        ['train', 1],
        ['val', 1],
        ['test', 1],
      ])
      expect(data.columns.map((one) => [one.name, one.kind])).toEqual([
        ['x', 'category'],
        ['y', 'category'],
      ])
      await expect(loadSpark(engine, both, { ...ASKED, splitColumn: 'none' })).rejects.toThrow('--split none')
    })

    test('is not changed by a worker that dies in the middle', async () => {
      const half = (range: string, text: string) =>
        `SELECT count(*) AS n, sum(CASE WHEN substr(md5(CAST(id AS ${text})), 1, 1) < '8' THEN 1 ELSE 0 END) AS low FROM ${range}`
      const expected = await duck.query(half('range(4000000) AS t(id)', 'VARCHAR'))
      let pending = true
      const asked = engine.query(half('range(0, 4000000, 1, 24)', 'STRING')).finally(() => {
        pending = false
      })
      await wait(700)
      expect(pending).toBe(true)
      cluster.workers[0]!.kill('SIGKILL')
      expect((await asked).columns).toEqual(expected.columns)
      expect(cluster.log('server')).toMatch(/Lost executor|Executor lost|worker lost/i)
      const numbers = async (data: DataSet) => plain(await rowsAlike(data, 0, true))
      expect(await numbers(there)).toEqual(await numbers(here))
    })
  })

  test('says in one line what is not there', async () => {
    const missing = (path: string) => loadSpark(engine, [{ split: 'all', paths: [path] }], ASKED)
    const values = { table: 'no.such table' }
    await expect(missing('no.such table')).rejects.toMatchObject({ id: 'data.error.spark-table', values })
    await expect(missing(at('none.parquet'))).rejects.toMatchObject({ id: 'data.error.spark-table' })
    await expect(engine.query('SELECT\n1 +')).rejects.toMatchObject({
      id: 'data.error.sql',
      values: { engine: 'Spark', message: expect.stringMatching(/^\[PARSE_SYNTAX_ERROR\][^\n]+$/) },
    })
  })

  test('says in one line that no server answers', async () => {
    const [closed] = await freePorts(1)
    const silent = await listener()
    const web = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'))
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
    const ports = [closed, ...[silent, web].map((server) => (server.address() as AddressInfo).port)]
    for (const port of ports) {
      const address = `127.0.0.1:${port}`
      const unreachable = { id: 'data.error.spark-unreachable', values: { address } }
      await expect(openSpark(`sc://${address}/;use_ssl=false;token=secret`, 1000)).rejects.toMatchObject(unreachable)
    }
    await expect(openSpark(`${cluster.url}/;use_ssl=true`)).rejects.toMatchObject({
      id: 'data.error.spark-unreachable',
    })
    silent.close()
    web.close()
  })

  test('is a command with one line for what is wrong', () => {
    const call = (engineName: string, table: string) => {
      const words = ['src/cli/main.ts', 'audit', '--engine', engineName, table, '--lang', 'en']
      const done = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), words, {
        encoding: 'utf8',
        cwd: ROOT,
        timeout: 120_000,
      })
      return { code: done.status, out: done.stdout, err: done.stderr.trimEnd().split('\n') }
    }
    const spoken = (message: string) => ({ code: 2, out: '', err: [expect.stringContaining(message)] })
    expect(call('postgres', 'x')).toEqual(spoken('not postgres'))
    expect(call(cluster.url, 'nowhere.at_all')).toEqual(
      spoken('neither a table nor a Parquet path called nowhere.at_all'),
    )
  })

  test('ends what runs when it is closed', async () => {
    const other = await openSpark(cluster.url)
    const long = expect(other.query(LONG)).rejects.toMatchObject({ id: expect.stringMatching(/^data\.error\./) })
    await wait(1000)
    await other.close()
    await other.close()
    await long
    // the one core that is left is free again
    expect((await engine.query('SELECT count(*) FROM range(0, 100, 1, 2)')).columns).toEqual([[100]])
  })

  test('says in one line that the server died', async () => {
    const broken = expect(engine.query(LONG)).rejects.toMatchObject({ id: 'data.error.spark-broken' })
    await wait(1000)
    await end(cluster.server, 'SIGKILL')
    await broken
    await expect(engine.query('SELECT 1')).rejects.toMatchObject({ id: 'data.error.spark-unreachable' })
  })
})

/** Minutes of work. */
const LONG = 'SELECT sum(length(md5(CAST(id AS STRING)))) FROM range(0, 4000000000, 1, 64)'
