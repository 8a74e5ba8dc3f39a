// Scores the built command on our own corpus, and on real cases with the scorer of ../shared: `npm run score -- [-v]
// [--own] [--only NAME]`.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Examination } from '../src/diagnosis/examination.ts'
import { goldenRuns, inputOf, type Truth } from '../test/golden.ts'
import { type Judgement, judge } from './judge.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const COMMAND = join(root, 'dist/cli/main.js')
const SCORER = join(root, '../shared/tools/score-cases.mjs')
const CASES = join(root, '../shared/cases')
const JOBS = 2
const PATIENCE = 30_000

interface Scored extends Judgement {
  readonly truth: Truth
}

/** What the command answers; with the question above the log, or the log alone. */
async function ask(truth: Truth, question: boolean): Promise<Scored> {
  const log = truth.input === 'log.txt'
  const args = [COMMAND, 'diagnose', log ? '-' : inputOf(truth), '--json']
  const input = !log ? '' : `${question ? `${truth.question}\n\n` : ''}${readFileSync(inputOf(truth), 'utf8')}`
  const out = await output(args, input)
  // a refused input is no crash of the scorer: nothing was read, nothing named
  const examination: Examination = out === '' ? { schema: 1, whyloss: '', runs: [] } : JSON.parse(out)
  return { truth, ...judge(examination, truth) }
}

function output(args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: PATIENCE })
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stdin.on('error', () => {})
    child.on('error', reject)
    // what does not end by itself has answered nothing
    child.on('close', (code) => resolve(code === null ? '' : out))
    child.stdin.end(input)
  })
}

async function askAll(truths: readonly Truth[], question: boolean): Promise<Scored[]> {
  const results: Scored[] = []
  const queue = [...truths]
  const worker = async () => {
    for (let truth = queue.shift(); truth; truth = queue.shift()) results.push(await ask(truth, question))
  }
  await Promise.all(Array.from({ length: JOBS }, worker))
  return results
}

const COLUMNS = ['runs', 'read', 'first', 'in three', 'sure', 'sure, wrong', 'illness seen', 'false alarms']

function row(name: string, list: readonly Scored[]): string[] {
  const ill = list.filter((one) => !one.benign)
  const benign = list.filter((one) => one.benign)
  const share = (part: readonly Scored[], of: readonly Scored[]) =>
    of.length === 0
      ? '–'
      : list.length < 10
        ? `${part.length}/${of.length}`
        : `${Math.round((100 * part.length) / of.length)} %`
  const where = (test: (one: Scored) => boolean, of = list) => share(of.filter(test), of)
  return [
    name,
    String(list.length),
    where((one) => one.read),
    where((one) => one.first),
    where((one) => one.inThree),
    where((one) => one.sure),
    where((one) => one.sureAndWrong),
    where((one) => one.ill, ill),
    where((one) => one.ill, benign),
  ]
}

function table(title: string, rows: readonly (readonly string[])[]): void {
  const all = [[title, ...COLUMNS], ...rows]
  const widths = all[0]!.map((_, i) => Math.max(...all.map((line) => line[i]!.length)))
  for (const line of all)
    console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
  console.log()
}

function groups(list: readonly Scored[], key: (one: Scored) => string): string[][] {
  const names = [...new Set(list.map(key))].sort()
  return names.map((name) =>
    row(
      name,
      list.filter((one) => key(one) === name),
    ),
  )
}

function report(withQuestion: readonly Scored[], logAlone: readonly Scored[], verbose: boolean): void {
  const split = (list: readonly Scored[], heldOut: boolean) => list.filter((one) => one.truth.heldOut === heldOut)
  table('our own corpus', [
    row('with the question', split(withQuestion, false)),
    row('the log alone', split(logAlone, false)),
    row('held out, with the question', split(withQuestion, true)),
    row('held out, the log alone', split(logAlone, true)),
  ])
  table(
    'framework',
    groups(split(withQuestion, false), (one) => one.truth.framework),
  )
  table(
    'fault',
    groups(split(withQuestion, false), (one) => one.truth.fault ?? 'none (healthy)'),
  )
  if (!verbose) return
  for (const one of [...withQuestion].sort((a, b) => (a.truth.name < b.truth.name ? -1 : 1))) {
    const mark = !one.read ? '!' : one.benign && one.ill ? 'A' : one.first ? '1' : one.inThree ? '3' : '-'
    const held = one.truth.heldOut ? ' (held out)' : ''
    console.log(
      `${mark} ${one.truth.name}${held} ${one.truth.accept.join('|')} <- ${one.verdict}: ${one.named.slice(0, 3).join(', ')}`,
    )
  }
  console.log()
}

/** The one line of ../shared's scorer, with the stated facts and with the log alone. */
function realCases(): void {
  for (const [name, more] of [
    ['with what the askers stated', []],
    ['the log alone', ['--no-facts']],
  ] as const) {
    const args = [SCORER, CASES, '--cli', `node ${COMMAND}`, ...more]
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root })
    console.log(`real cases, ${name}: ${stdout.trim().split('\n').at(-1)}`)
  }
}

const { values } = parseArgs({
  options: {
    /** a line a run */
    verbose: { type: 'boolean', short: 'v', default: false },
    /** only our own corpus, not the real cases */
    own: { type: 'boolean', default: false },
    /** only the runs whose name contains this */
    only: { type: 'string' },
  },
})
const truths = goldenRuns().filter((truth) => values.only === undefined || truth.name.includes(values.only))
if (truths.length === 0) console.log('our own corpus: no run in corpus/runs')
else report(await askAll(truths, true), await askAll(truths, false), values.verbose)
if (values.own || values.only !== undefined) process.exit()
if (existsSync(SCORER)) realCases()
else console.log('real cases: ../shared is not there')
