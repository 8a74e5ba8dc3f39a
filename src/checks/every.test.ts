// What holds for every check on any record: it answers, the same twice, in numbers that survive JSON and words that exist.

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { causes } from '../causes/index.ts'
import { en } from '../locales/en/index.ts'
import { has, speaker } from '../locales/speak.ts'
import { type EvidenceName, isOfModel } from '../record/evidence.ts'
import type { FactName, FactValues } from '../record/fact.ts'
import type { RunRecord } from '../record/run.ts'
import { anyTables, everythingSeen, SAMPLED_METRICS } from './anything.fixture.ts'
import { anyDataTables, everythingOfData } from './anything-data.fixture.ts'
import { anyModelTables, everythingOfModel } from './anything-model.fixture.ts'
import type { Check } from './check.ts'
import type { Answer, Exhibit, Finding, Values } from './finding.ts'
import { checks } from './index.ts'
import { curve, epochsOf, type RunBuilder, run } from './run.fixture.ts'

const KNOWN = new Set<string>(causes.map((cause) => cause.id))
const POINTS = 400
const speak = speaker('en')

const NAMES = ['loss', 'val_loss', 'test_loss', 'accuracy', 'val_accuracy', 'lr', 'grad_norm', 'val_recall', 'penalty']

/** Values as logs hold them, and those that break arithmetic. */
const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0, max: 8, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, Math.LN2, Math.log(10), 0.1, 16.1181, 100) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 1e30, -1e30, 5e-324),
  },
)

const values = fc.oneof(
  fc.array(value, { maxLength: 40 }),
  // Curves that stand, fall or climb, so that the findings are reached and not the first way out.
  fc
    .record({
      points: fc.integer({ min: 2, max: 40 }),
      from: fc.double({ min: 0.01, max: 5, noNaN: true }),
      to: fc.oneof(fc.double({ min: 0, max: 5, noNaN: true }), fc.constantFrom(0, 0.1, 1, Math.LN2, 1e9, -3)),
      noise: fc.constantFrom(0, 0.01, 0.3),
      seed: fc.nat(99),
      last: fc.option(value, { nil: undefined }),
    })
    .map(({ points, from, to, noise, seed, last }) => {
      const bent = curve(points, from, to, { noise, seed, tau: points / 8 })
      return last === undefined ? bent : [...bent.slice(0, -1), last]
    }),
)

/** Values of every fact that there is; a new one must be added here. */
const facts: { readonly [Name in FactName]: readonly FactValues[Name][] } = {
  optimizer: ['adam', 'SGD', 'something else'],
  learning_rate: [0, 1e-9, 1e-3, 50],
  learning_rates_tried: [[], [0.1, 0.01]],
  batch_size: [1, 64, 100_000],
  examples_train: [1, 300, 60_000],
  examples_val: [1, 40, 10_000],
  steps_per_epoch: [1, 12],
  epochs: [1, 20],
  loss_function: ['cross-entropy', 'binary-cross-entropy', 'mse', 'mae', 'triplet', 'unheard-of'],
  from_logits: [true, false],
  task: ['classification', 'regression', 'language-model', 'generative'],
  framework: ['keras', 'pytorch', 'lightgbm'],
  classes: [0, 1, 2, 10, 50_257],
  output_units: [1, 10],
  output_activation: ['softmax', 'sigmoid', 'relu', 'linear', 'tanh'],
  hidden_activations: [[], ['relu'], ['sigmoid', 'tanh'], ['linear']],
  majority_share: [0, 0.1, 0.9, 1],
  target_range: [
    [-1, 1],
    [0, 0],
    [0, 5e5],
  ],
  target_spread: [0, 0.4, 2000],
  input_range: [
    [0, 1],
    [0, 255],
  ],
  inputs_normalized: [true, false],
  dropout: [0, 0.5, 0.9],
  weight_decay: [0, 1e-4, 1],
  parameters: [1, 5e6],
  precision: ['fp16', 'fp32'],
  momentum: [0, 0.9],
  model: ['resnet', 'llama', 'vae', 'gpt'],
  dataset: ['mnist', ''],
  examples_test: [1, 500],
  regularization: ['none', 'l2', 'dropout'],
  augmentation: [true, false],
  pretrained: [true, false],
  frozen_layers: [true, false],
  gradient_clip: [0, 1],
  warmup_steps: [0, 100],
  schedule: ['cosine', 'none'],
  initializer: ['zeros', 'he', 'random_normal'],
  shuffled: [true, false],
  stratified: [true, false],
  resumed: [true, false],
  class_weights: [true, false],
  batch_norm: [true, false],
  complaint: [[], ['val-below-train']],
}

const factsOf = fc.record(
  Object.fromEntries(Object.entries(facts).map(([name, list]) => [name, fc.constantFrom(...(list as unknown[]))])),
  { requiredKeys: [] },
)

const LAYERS = fc.constantFrom(undefined, 'fc1', 'fc2', 'out')

const anyRecord: fc.Arbitrary<RunRecord> = fc
  .record({
    curves: fc.array(
      fc.record({ name: fc.constantFrom(...NAMES), values, steps: fc.boolean(), each: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 6 },
    ),
    facts: factsOf,
    resumed: fc.boolean(),
    skips: fc.constantFrom(0, 1, 15),
    tables: fc.option(anyTables, { nil: {} }),
    data: fc.option(anyDataTables, { nil: {} }),
    model: fc.option(anyModelTables, { nil: {} }),
    sampled: fc.array(fc.record({ metric: fc.constantFrom(...SAMPLED_METRICS), layer: LAYERS, values }), {
      maxLength: 6,
    }),
  })
  .map(({ curves, facts, resumed, skips, tables, data, model, sampled }) => {
    let built: RunBuilder = run({ ...run().record, tables: { ...data, ...model, ...tables } })
    for (const { metric, layer, values } of sampled)
      built = built.curve(metric, values, { metric, axis: 'step', ...(layer && { layer }) })
    for (const { name, values, steps, each } of curves) {
      const epochs = epochsOf(Math.ceil(values.length / each), each).slice(0, values.length)
      built = built.curve(name, values, steps ? { axis: 'step', ...(each > 2 ? { epochs } : {}) } : {})
    }
    for (const [name, one] of Object.entries(facts)) built = built.fact(name as FactName, one as never)
    if (resumed) built = built.event({ kind: 'resume', text: 'resumed', epoch: 3 })
    for (let i = 0; i < skips; i += 1) built = built.event({ kind: 'scale-skip', text: 'skip', value: 2 ** (12 - i) })
    return built.record
  })

/** A model and what it predicts, of which no training is known. */
const anyInspection: fc.Arbitrary<RunRecord> = fc
  .record({ model: anyModelTables, data: fc.option(anyDataTables, { nil: {} }), facts: factsOf })
  .map(({ model, data, facts }) => {
    let built: RunBuilder = run({ ...run().record, tables: { ...data, ...model } })
    for (const [name, one] of Object.entries(facts)) built = built.fact(name as FactName, one as never)
    return built.record
  })
const anyAsked = (check: Check) => (check.needs.some(isOfModel) ? fc.oneof(anyRecord, anyInspection) : anyRecord)

describe.each(checks.map((check) => [check.name, check] as const))('%s', (_, check) => {
  it('answers any record: never broken, twice the same, in JSON and in words', () => {
    fc.assert(
      fc.property(anyAsked(check), (record) => {
        const answer = check.ask(record)
        expect(check.ask(record)).toEqual(answer)
        expect(faultsOf(check, answer)).toEqual([])
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
      }),
      { numRuns: 150 },
    )
  })

  it('is asked of a record with everything, and unasked when any one need is taken away', () => {
    const full = check.ask(EVERYTHING)
    expect(full.state === 'unasked' ? full.missing : []).toEqual([])
    for (const need of check.needs.filter((one) => one !== 'run'))
      expect(check.ask(without(EVERYTHING, need))).toMatchObject({ state: 'unasked', missing: [need] })
  })

  it('has words for being clear and for what it needs', () => {
    expect(has(`clear.${check.name}`)).toBe(true)
    expect(check.needs.filter((need) => need !== 'run' && !has(`how.${need}`))).toEqual([])
  })
})

describe('the words of the checks', () => {
  const groups = ['reading', 'data', 'model', 'optimization', 'evaluation']
  const text = groups
    .flatMap((group) =>
      readdirSync(new URL(`./${group}/`, import.meta.url))
        .filter((name) => !name.endsWith('.test.ts'))
        .map((name) => readFileSync(new URL(`./${group}/${name}`, import.meta.url), 'utf8')),
    )
    .concat(readFileSync(new URL('./predicted.ts', import.meta.url), 'utf8'))
    .join('\n')

  it('exist for every reason to be irrelevant', () => {
    const reasons = [...text.matchAll(/irrelevant\(\s*'([^']+)'/g)].map((match) => match[1])
    expect(reasons.length).toBeGreaterThan(40)
    expect(reasons.filter((reason) => !has(`irrelevant.${reason}`))).toEqual([])
  })

  it('are all said by some check: no claim is left over', () => {
    const said = (id: string) => text.includes(`'${id}'`) || text.includes(`\`${id.replace(/-[a-z]+$/, '-')}\${`)
    const claims = Object.keys(en).filter((id) => id.startsWith('claim.'))
    expect(claims.length).toBeGreaterThan(70)
    expect(claims.filter((id) => !said(id.slice('claim.'.length)))).toEqual([])
  })

  it('are all shown by some check: no title is left over', () => {
    const titles = Object.keys(en).filter((id) => id.startsWith('exhibit.'))
    expect(titles.length).toBeGreaterThan(5)
    expect(
      titles.filter(
        (id) => !text.includes(`curveExhibit('${id.slice('exhibit.'.length)}'`) && !text.includes(`'${id}'`),
      ),
    ).toEqual([])
  })

  it('are all of checks that exist', () => {
    const names = new Set<string>(checks.map((check) => check.name))
    const clear = Object.keys(en).filter((id) => id.startsWith('clear.'))
    expect(clear.filter((id) => !names.has(id.slice('clear.'.length)))).toEqual([])
  })
})

it('a check obeys a limit that the user changed', () => {
  const check = checks.find((one) => one.name === 'accuracy-gap') as Check
  const { record } = run().curve('accuracy', [0.7, 0.9, 0.95]).curve('val_accuracy', [0.7, 0.84, 0.86])
  expect(check.ask(record).state).toBe('found')
  expect(check.ask(record, { gap: 0.2 }).state).toBe('clear')
})

/** A record that lacks nothing: every kind of curve, every fact, an event and a layer. */
const EVERYTHING: RunRecord = Object.entries(facts).reduce(
  (built, [name, list]) => built.fact(name as FactName, list[1] as never),
  everythingOfModel(everythingOfData(everythingSeen()))
    .curve('loss', curve(40, 2.3, 0.4), { axis: 'step', epochs: epochsOf(4, 10) })
    .curve('val_loss', curve(4, 2.3, 0.5))
    .curve('accuracy', curve(12, 0.2, 0.9))
    .curve('val_accuracy', curve(12, 0.2, 0.85))
    .curve('val_recall', curve(12, 0.2, 0.8))
    .curve('lr', [...Array(20).fill(0.1), ...Array(20).fill(0.01)], { axis: 'step' })
    .curve('grad_norm', curve(40, 4, 1), { axis: 'step' })
    .curve('penalty', curve(12, 0.2, 0.1))
    .event({ kind: 'scale-skip', text: 'skip', value: 4096 }),
).record

const NO_SCORES = ['loss', 'accuracy', 'learning-rate', 'penalty', ...SAMPLED_METRICS]

/** The record without one kind of evidence. */
function without(record: RunRecord, need: EvidenceName): RunRecord {
  if (need === 'events') return { ...record, events: [] }
  if (need in record.tables) return { ...record, tables: { ...record.tables, [need]: undefined } }
  const words = (mark: string) => need.replace(/Fact$/, '').replace(/[A-Z]/g, (letter) => mark + letter.toLowerCase())
  const fact = words('_')
  if (need.endsWith('Fact')) return { ...record, facts: record.facts.filter((one) => one.name !== fact) }
  const gone = (metric: string) => (need === 'metrics' ? !NO_SCORES.includes(metric) : metric === words('-'))
  return { ...record, series: record.series.filter((one) => !gone(one.metric)) }
}

/** What is wrong with an answer, in words. */
function faultsOf(check: Check, answer: Answer): string[] {
  if (answer.state === 'broken') return [`broken: ${answer.error}`]
  if (answer.state === 'clear') return [...unsaid(`clear.${check.name}`, answer.values), ...unknown(answer.against)]
  if (answer.state === 'irrelevant') return unsaid(`irrelevant.${answer.reason}`, {})
  if (answer.state === 'unasked') return answer.missing.includes('run') ? [] : unsaid(answer.how, {})
  return answer.findings.length === 0 ? ['found without a finding'] : answer.findings.flatMap(faultsOfFinding)
}

function faultsOfFinding(finding: Finding): string[] {
  const places = [...(finding.where.steps ?? []), ...(finding.where.epochs ?? [])]
  return [
    ...unsaid(finding.message, finding.values),
    ...unknown(finding.points),
    ...places.filter((place) => !Number.isFinite(place)).map((place) => `${finding.id} is at ${place}`),
    ...(finding.ground === '' ? [`${finding.id} rests on nothing`] : []),
    ...finding.exhibits.flatMap(faultsOfExhibit),
  ]
}

function faultsOfExhibit(exhibit: Exhibit): string[] {
  if (exhibit.kind === 'quote') return []
  if (exhibit.kind !== 'curve') return unsaid(exhibit.title, {})
  const wrong = exhibit.lines
    .filter(({ x, y }) => x.length > POINTS || x.length !== y.length || !x.every(Number.isFinite))
    .map(({ name, x, y }) => `${exhibit.title}: ${name} has ${x.length} and ${y.length} points`)
  return [...unsaid(exhibit.title, {}), ...wrong]
}

function unknown(weights: Readonly<Record<string, number | undefined>>): string[] {
  return Object.entries(weights)
    .filter(([cause, weight]) => !KNOWN.has(cause) || !Number.isFinite(weight))
    .map(([cause, weight]) => `weight of ${cause}: ${weight}`)
}

/** Numbers in values are finite or null; the sentence exists and can be said. */
function unsaid(id: string, values: Values): string[] {
  if (!has(id)) return [`no message is called ${id}`]
  const odd = Object.entries(values).filter(
    ([, one]) => one === undefined || (typeof one === 'number' && !Number.isFinite(one)),
  )
  if (speak(id, values).length === 0) odd.push(['', 'nothing is said'])
  return odd.map(([name, one]) => `${id}: ${name} is ${one}`)
}
