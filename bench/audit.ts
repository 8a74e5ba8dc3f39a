// `npm run bench:audit`: the data exam beside DuckDB's own SUMMARIZE, beside three tools of Python, and near copies by size.
//
//   --rows N (1e7)   --only big|peers|near
//   WHYLOSS_PEERS, WHYLOSS_PEERS_DEEPCHECKS: Pythons with the tools of bench/audit_peers.py

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDuckDB } from '../src/data/engine/duckdb.ts'
import type { Matrix } from '../src/data/learn/encode.ts'
import { nearVectors } from '../src/data/measure/near-vectors.ts'
import { gaussian, uniform } from '../src/signal/generator.ts'
import { measured } from './measured.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1e7' }, only: { type: 'string' } } })
const PEERS = process.env.WHYLOSS_PEERS ?? join(homedir(), '.cache/whyloss/peers/bin/python')
const DEEPCHECKS = process.env.WHYLOSS_PEERS_DEEPCHECKS ?? join(homedir(), '.cache/whyloss/peers-deepchecks/bin/python')
const ROOT = new URL('..', import.meta.url).pathname
const CLI = join(ROOT, 'dist/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'whyloss-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const asked = (name: string) => values.only === undefined || values.only === name
const seconds = (since: number) => (performance.now() - since) / 1000

/** Fifteen measures, two counts, two categories and a label that three of the measures make. */
async function table(rows: number, path: string, seed: number): Promise<void> {
  const engine = await openDuckDB()
  const measures = Array.from({ length: 15 }, (_, i) => `(random() + random() + random() - 1.5) * 2 AS x${i}`)
  await engine.query(`SELECT setseed(${seed})`)
  await engine.query(
    `COPY (SELECT *, CAST(x0 + x1 - x2 > 0 AS INT) AS y FROM (SELECT ${measures.join(', ')}, CAST(random() * 1000 AS INT) AS k0, CAST(random() * 50 AS INT) AS k1, 'c' || CAST(random() * 20 AS INT) AS c0, 'w' || CAST(random() * 500 AS INT) AS c1 FROM range(${rows}))) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`,
  )
  await engine.close()
}

async function big(): Promise<void> {
  const rows = Number(values.rows)
  const path = join(folder, 'big.parquet')
  await table(rows, path, 0.42)
  const engine = await openDuckDB()
  const began = performance.now()
  await engine.query(`SUMMARIZE SELECT * FROM read_parquet('${path}')`)
  const own = seconds(began)
  await engine.close()
  const exam = await measured(process.execPath, [CLI, 'audit', path, '--label', 'y', '--json'])
  console.log(`${rows.toExponential(0)} rows x 20 columns, one Parquet file`)
  console.log(`  SUMMARIZE        ${own.toFixed(1)} s`)
  console.log(
    `  whyloss audit    ${exam.seconds.toFixed(1)} s, ${exam.gib.toFixed(2)} GiB at most; ${(exam.seconds / own).toFixed(2)} times SUMMARIZE`,
  )
  rmSync(path)
}

/** Precision among as many as were planted, and recall among all that are named. */
function hit(named: readonly number[], planted: ReadonlySet<number>): string {
  const top = named.slice(0, planted.size).filter((row) => planted.has(row)).length / planted.size
  const all = named.filter((row) => planted.has(row)).length / planted.size
  return `wrong labels: precision at the planted count ${top.toFixed(3)}, recall ${all.toFixed(3)}`
}

/** Paths of 1e5 rows whose every twentieth label is turned round, and of 2e4 held-out rows. */
async function noisy(rows: number): Promise<{ train: string; val: string }> {
  const [clean, train, val] = ['clean', 'train', 'val'].map((name) => join(folder, `${name}.parquet`)) as [
    string,
    string,
    string,
  ]
  await table(rows, clean, 0.1)
  await table(rows / 5, val, 0.2)
  const engine = await openDuckDB()
  await engine.query(
    `COPY (SELECT * EXCLUDE (y, file_row_number), CASE WHEN file_row_number % 20 = 7 THEN 1 - y ELSE y END AS y FROM read_parquet('${clean}', file_row_number = true) ORDER BY file_row_number) TO '${train}' (FORMAT parquet)`,
  )
  await engine.close()
  return { train, val }
}

async function peers(): Promise<void> {
  const rows = 100_000
  const { train, val } = await noisy(rows)
  const planted = new Set(Array.from({ length: rows / 20 }, (_, i) => i * 20 + 7))
  const home = join(folder, 'home')
  console.log('\n1e5 rows x 20 columns, 5 % of the labels wrong (and 2e4 held-out rows where a tool takes them)')
  const exam = (...more: string[]) =>
    measured(process.execPath, [CLI, 'audit', '--train', train, '--label', 'y', '--json', ...more])
  const alone = await exam('--write', home)
  const quick = await exam('--quick')
  const quickBoth = await exam('--quick', '--val', val)
  const both = await exam('--val', val)
  const list = readFileSync(join(home, 'suspicious-rows.csv'), 'utf8').split('\n')
  const doubted = list.filter((line) => line.includes(',label,')).map((line) => Number(line.split(',')[2]) - 1)
  console.log(`  whyloss audit, train             ${alone.seconds.toFixed(1)} s   ${hit(doubted, planted)}`)
  console.log(`  whyloss audit, train and val     ${both.seconds.toFixed(1)} s`)
  console.log(`  whyloss audit --quick, train     ${quick.seconds.toFixed(1)} s`)
  console.log(`  ... --quick, train and val       ${quickBoth.seconds.toFixed(1)} s`)
  console.log(peer('datalab', PEERS, [train], alone.seconds, planted))
  console.log(peer('deepchecks', DEEPCHECKS, [train, val], quickBoth.seconds, planted))
  console.log(peer('ydata', PEERS, [train], quick.seconds, planted))
}

function peer(
  tool: string,
  python: string,
  paths: readonly string[],
  ours: number,
  planted: ReadonlySet<number>,
): string {
  if (!existsSync(python)) return `  ${tool}: ${python} is not there (see bench/audit_peers.py)`
  const done = spawnSync(python, [join(ROOT, 'bench/audit_peers.py'), tool, ...paths], { encoding: 'utf8' })
  const line = done.stdout.trim().split('\n').at(-1) ?? ''
  if (done.status !== 0 || !line.startsWith('{')) return `  ${tool}: ${done.stderr.trim().split('\n').at(-1)}`
  const found = JSON.parse(line) as { seconds: number; labels?: number[] }
  const labels = found.labels ? `   ${hit(found.labels, planted)}` : ''
  const times = `${(found.seconds / ours).toFixed(1)} times as long`
  return `  ${tool.padEnd(32)} ${found.seconds.toFixed(1)} s   ${times}${labels}`
}

/** Twenty measures; one row in a hundred is a near copy of another. */
function matrix(rows: number): Matrix {
  const columns = 20
  const [draw, next] = [gaussian(rows), uniform(rows)]
  const data = new Float32Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const from = row % 100 === 99 ? Math.floor(next() * row) : -1
    for (let c = 0; c < columns; c++)
      data[row * columns + c] = from < 0 ? draw() : data[from * columns + c]! + 0.02 * draw()
  }
  return { rows, columns, data, from: Array.from({ length: columns }, (_, c) => `x${c}`) }
}

function near(): void {
  console.log('\nnear copies among rows of 20 measures, 1 % planted')
  let before: number | undefined
  for (const rows of [1e4, 1e5, 1e6]) {
    const own = matrix(rows)
    const began = performance.now()
    const pairs = nearVectors(
      own,
      Int32Array.from({ length: rows }, (_, i) => i),
      1,
    )
    const took = seconds(began)
    const found = new Set(pairs.map((one) => one.b)).size
    const grown =
      before === undefined
        ? ''
        : `   ${(took / before).toFixed(1)} times as long; n log n allows ${((10 * Math.log(rows)) / Math.log(rows / 10)).toFixed(1)}`
    console.log(
      `  ${rows.toExponential(0)}   ${took.toFixed(2)} s   ${((100 * found) / (rows / 100)).toFixed(0)} % of the copies${grown}`,
    )
    before = took
  }
}

if (asked('big')) await big()
if (asked('peers')) await peers()
if (asked('near')) near()
