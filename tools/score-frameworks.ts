// How well each fault is named in each framework: `npm run score:frameworks -- [--only NAME] [--without FRAMEWORK] [--hold LIMITS]`.
import { parseArgs } from 'node:util'
import { type DeepTruth, deepRuns } from '../test/deep.ts'
import type { Judgement } from './judge.ts'
import { judged, share, table } from './score-runs.ts'

interface Scored extends Judgement {
  readonly truth: DeepTruth
}

/** Faults of PyTorch's programs that bear another name in those of the other frameworks. */
const SAME: Readonly<Record<string, string>> = {
  pixels: 'raw-inputs',
  'pixels-sgd': 'raw-inputs-sgd',
  'other-model': 'no-step',
  'no-graph': 'no-step',
  'logits-into-nll': 'no-softmax',
}

function faultOf(truth: DeepTruth): string {
  const name = truth.fault ?? (truth.hard ? 'healthy, odd' : 'healthy')
  return SAME[name] ?? name
}

/** What is asked of an ill run: mild faults are not. */
function asked(one: Scored): boolean {
  return one.truth.verdict === 'ill' && one.truth.strength !== 'mild'
}

/** Right first / in three / runs of the faults; of healthy runs, not called ill / runs. */
function cell(list: readonly Scored[]): string {
  const ill = list.filter(asked)
  if (ill.length > 0)
    return [ill.filter((one) => one.first), ill.filter((one) => one.inThree), ill].map(count).join('/')
  const healthy = list.filter((one) => one.truth.verdict === 'healthy')
  return healthy.length > 0 ? `${count(healthy.filter((one) => !one.ill))}/${count(healthy)}` : '–'
}

function count(list: readonly unknown[]): string {
  return String(list.length)
}

/** A row for each fault that at least two frameworks share. */
function faultTable(list: readonly Scored[], frameworks: readonly string[]): void {
  const faults = [...new Set(list.map((one) => faultOf(one.truth)))].sort()
  const rows = faults.map((fault) => [
    fault,
    ...frameworks.map((framework) =>
      cell(list.filter((one) => one.truth.framework === framework && faultOf(one.truth) === fault)),
    ),
  ])
  const shared = rows.filter((row) => row.slice(1).filter((one) => one !== '–').length > 1)
  table([['fault: first/in three/runs', ...frameworks], ...shared])
}

/** What a framework comes to; ill runs that are held out stand apart. */
function sums(list: readonly Scored[]) {
  const tuned = list.filter((one) => asked(one) && !one.truth.heldOut)
  const held = list.filter((one) => asked(one) && one.truth.heldOut)
  return {
    tuned,
    held,
    healthy: list.filter((one) => one.truth.verdict === 'healthy'),
    judged: list.filter((one) => asked(one) || one.truth.verdict === 'healthy'),
  }
}

function frameworkRow(name: string, list: readonly Scored[]): string[] {
  const { tuned, held, healthy, judged: all } = sums(list)
  const part = (of: readonly Scored[], test: (one: Scored) => boolean) => share(of.filter(test).length, of.length)
  return [
    name,
    count(tuned),
    part(tuned, (one) => one.first),
    part(tuned, (one) => one.inThree),
    count(held),
    part(held, (one) => one.first),
    part(held, (one) => one.inThree),
    count(healthy),
    part(healthy, (one) => one.ill),
    part(all, (one) => one.sureAndWrong),
  ]
}

const LIMITS = ['min-first', 'min-in-three', 'max-alarms', 'max-sure-wrong'] as const

/** Says of each framework what it is below or above; limits are shares, 0..1. */
function broken(list: readonly Scored[], limit: (name: (typeof LIMITS)[number]) => number | undefined): string[] {
  const { tuned, healthy, judged: all } = sums(list)
  const part = (of: readonly Scored[], test: (one: Scored) => boolean) => of.filter(test).length / of.length
  const found: string[] = []
  const hold = (name: (typeof LIMITS)[number], value: number) => {
    const bound = limit(name)
    // a framework without such runs is not asked
    if (bound === undefined || Number.isNaN(value)) return
    if (name.startsWith('min') ? value < bound : value > bound) found.push(`${name} ${bound}: ${value.toFixed(3)}`)
  }
  hold(
    'min-first',
    part(tuned, (one) => one.first),
  )
  hold(
    'min-in-three',
    part(tuned, (one) => one.inThree),
  )
  hold(
    'max-alarms',
    part(healthy, (one) => one.ill),
  )
  hold(
    'max-sure-wrong',
    part(all, (one) => one.sureAndWrong),
  )
  return found
}

const HEAD = [
  'framework',
  'ill',
  'first',
  'in three',
  'held out',
  'first',
  'in three',
  'healthy',
  'called ill',
  'sure, wrong',
]

const { values } = parseArgs({
  options: {
    /** only the runs whose name contains this */
    only: { type: 'string', default: '' },
    /** leave out this framework; may be told several times */
    without: { type: 'string', multiple: true, default: [] },
    /** exit with 1 where a framework is beyond a limit; of ill runs those that are not held out */
    hold: { type: 'boolean', default: false },
    'min-first': { type: 'string' },
    'min-in-three': { type: 'string' },
    'max-alarms': { type: 'string' },
    'max-sure-wrong': { type: 'string' },
  },
})
const scored: Scored[] = []
for (const truth of deepRuns().filter(
  (one) => one.name.includes(values.only) && !values.without.includes(one.framework),
))
  scored.push({ truth, ...(await judged(truth)) })
const frameworks = [...new Set(scored.map((one) => one.truth.framework))].sort()
const of = (name: string) => scored.filter((one) => one.truth.framework === name)
if (scored.length === 0) console.log('the corpus with depth: no run in corpus/deep/runs')
else {
  faultTable(scored, frameworks)
  table([HEAD, ...frameworks.map((name) => frameworkRow(name, of(name))), frameworkRow('all', scored)])
  const lost = frameworks.flatMap((name) =>
    broken(of(name), (limit) => (values[limit] === undefined ? undefined : Number(values[limit]))).map(
      (line) => `${name}, ${line}`,
    ),
  )
  if (values.hold) console.log(lost.length === 0 ? 'held' : `not held:\n${lost.join('\n')}`)
  if (values.hold && lost.length > 0) process.exitCode = 1
}
