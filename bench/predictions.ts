// `npm run bench:predictions`: files of predictions examined by the command, beside scikit-learn's plain metrics of the same file.
//
//   --rows N (1e6)   --only two|ten|quantity
//   WHYLOSS_KERAS: a Python with scikit-learn and pandas

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDuckDB } from '../src/data/engine/duckdb.ts'
import { KERAS } from '../test/components.ts'
import { measured } from './measured.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1e6' }, only: { type: 'string' } } })
const ROOT = new URL('..', import.meta.url).pathname
const CLI = join(ROOT, 'dist/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'whyloss-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** SQL of the columns of each kind of file: the truth, what was predicted, and the probability of each class. */
const FILES: Readonly<Record<string, (rows: number) => string>> = {
  two: (rows) =>
    `SELECT y AS y_true, CAST(p > 0.5 AS INT) AS y_pred, round(1 - p, 6) AS p_0, p AS p_1 FROM (SELECT y, round(1 / (1 + exp(-(3 * (random() + random() + random() - 1.5) + 2 * y - 1))), 6) AS p FROM (SELECT CAST(random() < 0.5 AS INT) AS y FROM range(${rows})))`,
  ten: (rows) => {
    const classes = Array.from({ length: 10 }, (_, k) => k)
    const drawn = classes.map((k) => `exp(3 * random() + CASE WHEN y = ${k} THEN 2 ELSE 0 END) AS e${k}`)
    const sum = classes.map((k) => `e${k}`).join(' + ')
    const p = classes.map((k) => `round(e${k} / (${sum}), 6) AS p_${k}`)
    const said = classes.map((k) => `WHEN e${k} = greatest(${classes.map((one) => `e${one}`).join(', ')}) THEN ${k}`)
    return `SELECT y AS y_true, CASE ${said.join(' ')} END AS y_pred, ${p.join(', ')} FROM (SELECT y, ${drawn.join(', ')} FROM (SELECT CAST(floor(random() * 10) AS INT) AS y FROM range(${rows})))`
  },
  quantity: (rows) =>
    `SELECT round(y, 6) AS y_true, round(y + random() - 0.5, 6) AS y_pred FROM (SELECT 5 + 3 * (random() + random() + random()) AS y FROM range(${rows}))`,
}

/** The scores alone that the exam has among others: no interval, no calibration, no losses by row. */
const PLAIN = `
import sys
import numpy as np, pandas as pd
from sklearn import metrics as m
d = pd.read_csv(sys.argv[1])
y, said = d.y_true.to_numpy(), d.y_pred.to_numpy()
p = d.iloc[:, 2:].to_numpy()
if p.shape[1]:
    print(m.accuracy_score(y, said), m.balanced_accuracy_score(y, said), m.f1_score(y, said, average='macro'))
    print(m.log_loss(y, p / p.sum(1, keepdims=True)), m.confusion_matrix(y, said).shape)
else:
    print(m.r2_score(y, said), m.mean_squared_error(y, said) ** 0.5, m.mean_absolute_error(y, said))
`

async function compared(name: string, rows: number): Promise<void> {
  const path = join(folder, `${name}.csv`)
  const engine = await openDuckDB()
  await engine.query('SELECT setseed(0.42)')
  await engine.query(`COPY (${FILES[name]!(rows)}) TO '${path}' (FORMAT csv)`)
  await engine.close()
  const own = await measured(process.execPath, [CLI, 'inspect', '--predictions', path, '--json'])
  const { scores } = JSON.parse(own.out).runs[0].predictions
  const [first] = scores
  const shown = `${first.measure} ${first.value} (${first.low} to ${first.high})`
  console.log(`${name}: ${rows.toExponential(0)} rows, ${(statSync(path).size / 2 ** 20).toFixed(0)} MiB of CSV`)
  console.log(`  whyloss inspect  ${own.seconds.toFixed(1)} s, ${own.gib.toFixed(2)} GiB   ${shown}`)
  const plain = await peer(path)
  console.log(`  scikit-learn     ${plain}`)
  rmSync(path)
}

async function peer(path: string): Promise<string> {
  try {
    execFileSync(KERAS, ['-c', 'import sklearn, pandas'], { stdio: 'ignore' })
  } catch {
    return `is not in ${KERAS} (set WHYLOSS_KERAS)`
  }
  const { seconds, gib, out } = await measured(KERAS, ['-c', PLAIN, path])
  return `${seconds.toFixed(1)} s, ${gib.toFixed(2)} GiB   ${out.trim().replaceAll('\n', ' ')}`
}

for (const name of Object.keys(FILES))
  if (values.only === undefined || values.only === name) await compared(name, Number(values.rows))
