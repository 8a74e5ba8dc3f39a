// Fits calibration.json: how a cause's score becomes a probability, on runs whose truth is known (held-out ones apart).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CauseId, causeOf } from '../src/causes/index.ts'
import { calibrated, LIKELY, probability, STRONG } from '../src/diagnosis/calibrate.ts'
import { ask } from '../src/diagnosis/examine.ts'
import { weigh } from '../src/diagnosis/weigh.ts'
import type { RunRecord } from '../src/record/run.ts'
import { goldenRuns, inputOf, recordsOf, recordsOfText, type Truth } from '../test/golden.ts'

interface Sample {
  readonly score: number
  readonly right: boolean
  readonly heldOut: boolean
}

/** The strongest few causes of a run are what a reader acts on; far ones would only teach that most causes are absent. */
const PER_RUN = 4
const LEAST = -3
const ROUNDS = 4000
const RATE = 0.5
/** Strength of the pull towards the identity, in samples. */
const PULL = 5

async function samples(truth: Truth): Promise<Sample[]> {
  const inputs: (readonly RunRecord[])[] = [await recordsOf(truth)]
  if (truth.input === 'log.txt') inputs.push(await recordsOfText(readFileSync(inputOf(truth), 'utf8')))
  return inputs.flatMap((records) => records.flatMap((record) => ofRecord(record, truth)))
}

/**
 * What a run can teach: a fault is right if the truth accepts it, a family by its head. A benign explanation of a run that
 * is ill as well is neither right nor wrong, for the truth names only what was done to the run.
 */
function ofRecord(record: RunRecord, truth: Truth): Sample[] {
  return weigh(ask(record))
    .filter((one) => one.support > 0 && one.score > LEAST && judged(one.cause, truth))
    .slice(0, PER_RUN)
    .map((one) => ({ score: one.score, right: accepted(one.cause, truth), heldOut: truth.heldOut }))
}

function judged(id: CauseId, truth: Truth): boolean {
  const { kind, family } = causeOf(id)
  if (family !== undefined && family !== id) return false
  return kind === 'fault' || id === 'healthy' || truth.accept.includes(id)
}

function accepted(id: CauseId, truth: Truth): boolean {
  const { family } = causeOf(id)
  return truth.accept.some((one) => one === id || (family !== undefined && causeOf(one as CauseId).family === family))
}

interface Fit {
  readonly offset: number
  /** slopes below and above score 0 */
  readonly below: number
  readonly above: number
}

/** Logistic regression of `right` on the score with one slope on each side of 0, by gradient steps, pulled weakly to identity. */
function regress(list: readonly Sample[]): Fit {
  const weights = [0, 1, 1]
  const identity = [0, 1, 1]
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((weight, i) => PULL * (weight - identity[i]!))
    for (const { score, right } of list) {
      const features = [1, Math.min(0, score), Math.max(0, score)]
      const logit = features.reduce((sum, feature, i) => sum + feature * weights[i]!, 0)
      const error = 1 / (1 + Math.exp(-logit)) - Number(right)
      features.forEach((feature, i) => {
        gradient[i]! += error * feature
      })
    }
    gradient.forEach((slope, i) => {
      weights[i]! -= (RATE * slope) / list.length
    })
  }
  return { offset: weights[0]!, below: weights[1]!, above: weights[2]! }
}

function table(title: string, list: readonly Sample[], of: (score: number) => number): void {
  console.log(title)
  for (const [low, high] of [
    [0, 0.15],
    [0.15, 0.5],
    [0.5, 0.85],
    [0.85, 1.01],
  ] as const) {
    const band = list.filter(({ score }) => of(score) >= low && of(score) < high)
    const right = band.filter((one) => one.right).length
    console.log(
      `  ${low} to ${Math.min(1, high)}: ${band.length} named, ${band.length ? Math.round((100 * right) / band.length) : 0} % right`,
    )
  }
}

const all = (await Promise.all(goldenRuns().map(samples))).flat()
const own = all.filter((one) => !one.heldOut)
const fitted = regress(own)
const knots = [-6, 0, 6]

/** The fitted curve taken by a share; the rest is the identity, for the truth names one fault and others may act too. */
function blended(share: number): number[] {
  const at = [fitted.offset - 6 * fitted.below, fitted.offset, fitted.offset + 6 * fitted.above]
  return at.map((logit, i) => Math.round(1000 * (share * logit + (1 - share) * knots[i]!)) / 1000)
}

/** Whether the words of certainty hold: of what is called strong or likely, at least that part is right. */
function holds(logits: readonly number[]): boolean {
  const of = (score: number) => 1 / (1 + Math.exp(-calibrated(score, knots, logits)))
  return [LIKELY, STRONG].every((least, i) => {
    const band = own.filter(({ score }) => of(score) >= least && (i === 1 || of(score) < STRONG))
    return band.filter((one) => one.right).length >= least * band.length
  })
}

const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
const logits = blended(shares.find((share) => holds(blended(share))) ?? 1)
const anew = (score: number) => 1 / (1 + Math.exp(-calibrated(score, knots, logits)))
const runs = goldenRuns().filter((one) => !one.heldOut).length
table('calibration in force, all runs', all, probability)
table('fitted anew', own, anew)
table(
  'fitted anew, held-out runs',
  all.filter((one) => one.heldOut),
  anew,
)
console.log(`${own.length} samples of ${runs} runs; knots ${knots.join(', ')} -> ${logits.join(', ')}`)
if (process.argv.includes('--write')) {
  const path = join(fileURLToPath(new URL('..', import.meta.url)), 'src/diagnosis/calibration.json')
  const list = (values: readonly number[]) => `[${values.join(', ')}]`
  const lines = [
    '"source": "npm run calibrate -- --write"',
    `"runs": ${runs}`,
    `"score": ${list(knots)}`,
    `"logit": ${list(logits)}`,
  ]
  writeFileSync(path, `{\n${lines.map((line) => `  ${line}`).join(',\n')}\n}\n`)
}
