// Fits calibration.json: how a cause's score becomes a probability, on runs whose truth is known (held-out ones apart).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { calibrated, probability } from '../src/diagnosis/calibrate.ts'
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

async function samples(truth: Truth): Promise<Sample[]> {
  const inputs: (readonly RunRecord[])[] = [await recordsOf(truth)]
  if (truth.input === 'log.txt') inputs.push(await recordsOfText(readFileSync(inputOf(truth), 'utf8')))
  return inputs.flatMap((records) => records.flatMap((record) => ofRecord(record, truth)))
}

function ofRecord(record: RunRecord, truth: Truth): Sample[] {
  return weigh(ask(record))
    .filter((one) => one.support > 0 && one.score > LEAST)
    .slice(0, PER_RUN)
    .map((one) => ({ score: one.score, right: truth.accept.includes(one.cause), heldOut: truth.heldOut }))
}

/** Logistic regression of `right` on the score, by Newton steps, with a weak pull towards the identity. */
function regress(list: readonly Sample[]): { offset: number; slope: number } {
  const pull = 2
  let [offset, slope] = [0, 1]
  for (let round = 0; round < 50; round += 1) {
    let [g0, g1, h00, h01, h11] = [pull * offset, pull * (slope - 1), pull, 0, pull]
    for (const { score, right } of list) {
      const p = 1 / (1 + Math.exp(-(offset + slope * score)))
      const w = p * (1 - p)
      g0 += p - Number(right)
      g1 += (p - Number(right)) * score
      h00 += w
      h01 += w * score
      h11 += w * score * score
    }
    const det = h00 * h11 - h01 * h01
    offset -= (h11 * g0 - h01 * g1) / det
    slope -= (h00 * g1 - h01 * g0) / det
  }
  return { offset, slope }
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
const { offset, slope } = regress(own)
const knots = [-6, 6]
const logits = knots.map((score) => Math.round((offset + slope * score) * 1000) / 1000)
table('calibration in force, all runs', all, probability)
table('fitted anew', own, (score) => 1 / (1 + Math.exp(-calibrated(score, knots, logits))))
table(
  'fitted anew, held-out runs',
  all.filter((one) => one.heldOut),
  (score) => 1 / (1 + Math.exp(-calibrated(score, knots, logits))),
)
console.log(
  `offset ${offset.toFixed(3)}, slope ${slope.toFixed(3)}, ${own.length} samples of ${goldenRuns().filter((one) => !one.heldOut).length} runs`,
)
if (process.argv.includes('--write')) {
  const path = join(fileURLToPath(new URL('..', import.meta.url)), 'src/diagnosis/calibration.json')
  writeFileSync(
    path,
    `${JSON.stringify({ source: 'npm run calibrate -- --write', runs: goldenRuns().filter((one) => !one.heldOut).length, score: knots, logit: logits }, null, 2)}\n`,
  )
}
