// Records made by hand and by chance, for what must hold whatever a record holds.
import fc from 'fast-check'
import type { Fact, FactName } from '../src/record/fact.ts'
import { fact } from '../src/record/fact.ts'
import type { RunEvent, RunRecord } from '../src/record/run.ts'
import type { Series, Split } from '../src/record/series.ts'
import { SPLITS } from '../src/record/series.ts'

export const EMPTY: RunRecord = { name: 'empty', sources: [], series: [], facts: [], events: [], tables: {}, notes: [] }

export function series(metric: string, split: Split, value: readonly number[], more: Partial<Series> = {}): Series {
  const count = Float64Array.from(value, (_, i) => i + 1)
  const none = new Float64Array(value.length).fill(Number.NaN)
  return {
    name: split === 'train' ? metric : `${split}_${metric}`,
    metric,
    split,
    axis: 'epoch',
    mean: 'unknown',
    step: more.axis === 'step' ? count : none,
    epoch: more.axis === 'step' ? none : count,
    value: Float64Array.from(value),
    ...more,
  }
}

const METRICS = [
  'loss',
  'accuracy',
  'auc',
  'mae',
  'error',
  'perplexity',
  'learning-rate',
  'gradient-norm',
  'weight-norm',
  'update-ratio',
  'loss-scale',
  'data-loss',
  'penalty',
  'my own metric',
]

/** Values as logs hold them: ordinary, tiny, huge, constant for a while, negative, not finite. */
const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 10, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, Math.LN2, Math.log(10), 0.1, 16.118, 100, 27.631) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      -1,
      1e300,
      -1e300,
      5e-324,
    ),
  },
)

const curve: fc.Arbitrary<Series> = fc
  .record({
    metric: fc.constantFrom(...METRICS),
    split: fc.constantFrom(...SPLITS),
    axis: fc.constantFrom('epoch' as const, 'step' as const),
    mean: fc.constantFrom(
      'batch' as const,
      'window' as const,
      'running' as const,
      'epoch' as const,
      'unknown' as const,
    ),
    value: fc.oneof(
      fc.array(value, { maxLength: 60 }),
      fc.tuple(value, fc.nat(30)).map(([one, n]) => new Array(n).fill(one)),
    ),
    placed: fc.boolean(),
  })
  .map(({ metric, split, value, placed, ...more }) => {
    const bare = new Float64Array(value.length).fill(Number.NaN)
    return series(metric, split, value, { ...more, ...(placed ? {} : { step: bare, epoch: bare }) })
  })

/** Facts as an asker may state them, true of the run or not. */
const facts: fc.Arbitrary<readonly Fact[]> = fc
  .record(
    {
      optimizer: fc.constantFrom('adam', 'sgd', 'rmsprop'),
      learning_rate: fc.constantFrom(0, 1e-5, 1e-3, 0.1, 10),
      batch_size: fc.constantFrom(1, 32, 10_000),
      epochs: fc.nat(200),
      loss_function: fc.constantFrom('cross-entropy', 'binary-cross-entropy', 'mse', 'mae', 'hinge', 'triplet', 'ctc'),
      from_logits: fc.boolean(),
      task: fc.constantFrom(
        'classification' as const,
        'regression' as const,
        'language-model' as const,
        'multilabel' as const,
      ),
      classes: fc.constantFrom(1, 2, 10, 1000),
      majority_share: fc.double({ min: 0, max: 1, noNaN: true }),
      target_range: fc.constantFrom([-1, 1] as const, [0, 1] as const, [0, 50_000] as const),
      target_spread: fc.constantFrom(0, 0.5, 300),
      input_range: fc.constantFrom([0, 255] as const, [0, 1] as const),
      inputs_normalized: fc.boolean(),
      examples_train: fc.constantFrom(1, 100, 60_000),
      examples_val: fc.constantFrom(1, 100, 10_000),
      output_activation: fc.constantFrom('softmax', 'sigmoid', 'relu', 'linear'),
      output_units: fc.constantFrom(1, 2, 10),
      hidden_activations: fc.constantFrom(['relu'] as const, ['sigmoid', 'sigmoid'] as const, ['linear'] as const),
      dropout: fc.constantFrom(0, 0.5, 0.95),
      weight_decay: fc.constantFrom(0, 1e-4, 1),
      regularization: fc.constantFrom('none', 'l2', 'dropout'),
      precision: fc.constantFrom('fp16' as const, 'fp32' as const),
      shuffled: fc.boolean(),
      resumed: fc.boolean(),
      complaint: fc.constantFrom(['loss-nan'] as const, ['loss-flat'] as const, ['val-below-train'] as const),
    },
    { requiredKeys: [] },
  )
  .map((values) =>
    Object.entries(values).map(([name, one]) => fact(name as FactName, one as never, `${name} ${one}`, 'line 1')),
  )

const events: fc.Arbitrary<readonly RunEvent[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'resume' as const,
      'rate-reduced' as const,
      'scale-skip' as const,
      'traceback' as const,
      'early-stop' as const,
    ),
    text: fc.string({ maxLength: 40 }),
    epoch: fc.option(fc.nat(60), { nil: undefined }),
    step: fc.option(fc.nat(6000), { nil: undefined }),
  }),
  { maxLength: 4 },
)

/** Any record that reading could bring about, likely or not. */
export const anyRecord: fc.Arbitrary<RunRecord> = fc
  .record({ series: fc.array(curve, { maxLength: 6 }), facts, events })
  .map((parts) => ({ ...EMPTY, name: 'by chance', ...parts }))

/** A long healthy run on steps, for what a check may cost. */
export function longRun(steps: number): RunRecord {
  const falling = (floor: number) =>
    Array.from(
      { length: steps },
      (_, i) => floor + 2 / (1 + i / 1000) + 0.05 * Math.sin(i * 12.9898) * Math.cos(i * 78.233),
    )
  const rising = falling(0.1).map((one) => 1 - one / 3)
  const curves = [
    series('loss', 'train', falling(0.3), { axis: 'step', mean: 'batch' }),
    series('loss', 'val', falling(0.35), { axis: 'step' }),
    series('accuracy', 'train', rising, { axis: 'step' }),
    series('accuracy', 'val', rising, { axis: 'step' }),
    series('learning-rate', 'train', new Array(steps).fill(1e-3), { axis: 'step' }),
    series('gradient-norm', 'train', falling(1), { axis: 'step' }),
  ]
  return { ...EMPTY, name: 'long', series: curves }
}
