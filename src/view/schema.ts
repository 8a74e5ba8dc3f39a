// The shape of the JSON output in zod; schema/examination.schema.json is made of it. Never loaded by the command.

import { z } from 'zod'
import { axis, cause, count, gap, object, split } from './schema-parts.ts'
import { experiment, trial } from './schema-trials.ts'

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
const values = z.record(z.string(), value)
const end = z
  .union([z.number(), z.enum(['NaN', 'Inf', '-Inf']), z.null()])
  .describe('a word where the value is not finite, null where there is none')

const curve = object({
  kind: z.literal('curve'),
  title: z.string(),
  axis,
  log: z.boolean(),
  lines: z.array(object({ name: z.string(), split, x: z.array(z.number()), y: z.array(gap) })),
  band: z.tuple([z.number(), z.number()]).optional(),
})
const histogram = object({
  kind: z.literal('histogram'),
  title: z.string(),
  edges: z.array(z.number()),
  counts: z.array(z.number()),
})
const table = object({
  kind: z.literal('table'),
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(value)),
})
const matrix = object({
  kind: z.literal('matrix'),
  title: z.string(),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  cells: z.array(z.array(z.number())),
})
const scatter = object({
  kind: z.literal('scatter'),
  title: z.string(),
  x: z.array(z.number()),
  y: z.array(z.number()),
  names: z.tuple([z.string(), z.string()]),
})
const quote = object({ kind: z.literal('quote'), text: z.string(), where: z.string() })
const exhibit = z.discriminatedUnion('kind', [curve, histogram, table, matrix, scatter, quote])

const dataSplit = z.enum(['train', 'val', 'test', 'all'])
const data = object({
  parts: z.array(object({ split: dataSplit, source: z.string(), rows: count, sampled: count })),
  label: z.string().optional(),
  classes: z.array(object({ label: z.string(), rows: z.array(count).describe('by part') })),
  count: count.describe('columns in all'),
  columns: z.array(
    object({
      name: z.string(),
      kind: z.enum(['number', 'integer', 'boolean', 'category', 'text', 'time', 'constant']),
      role: z.enum(['feature', 'label', 'group', 'time', 'weight', 'id']),
      edges: z.array(z.number()).optional(),
      splits: z.array(
        object({
          split: dataSplit,
          count,
          missing: count,
          min: gap,
          max: gap,
          mean: gap,
          spread: gap,
          counts: z.array(count),
          values: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
})

const numbers = z.array(z.number())
const interval = { value: z.number(), low: z.number(), high: z.number() }
const rowRef = object({ split: dataSplit, row: count.optional(), file: z.string().optional(), text: z.string() })
const model = object({
  path: z.string(),
  format: z.string(),
  bytes: count,
  parameters: count,
  ordered: z.boolean().describe('whether the layers stand in the order of the computation'),
  count: count.describe('layers in all'),
  layers: z.array(
    object({
      name: z.string(),
      kind: z.string(),
      shape: z.array(z.number().nullable()).optional(),
      parameters: count.optional(),
      activation: z.string().optional(),
      weights: z.array(
        object({
          tensor: z.string(),
          role: z.string(),
          shape: numbers,
          mean: z.number(),
          spread: z.number(),
          min: z.number(),
          max: z.number(),
          zero: z.number(),
          nonFinite: z.number(),
          edges: numbers,
          counts: numbers,
        }),
      ),
    }),
  ),
})
const predictions = object({
  task: z.enum(['classification', 'multilabel', 'regression']),
  classes: z.array(z.string()),
  parts: z.array(object({ split: dataSplit, source: z.string(), rows: count, left: count })),
  scores: z.array(
    object({ split: dataSplit, measure: z.string(), ...interval, constant: gap.describe('of a constant guess') }),
  ),
  losses: z.array(
    object({
      split: dataSplit,
      measure: z.enum(['log-loss', 'mse']),
      count,
      mean: z.number(),
      histogram: object({ edges: numbers, counts: numbers }),
      worst: z.array(
        object({
          ref: rowRef,
          truth: z.string(),
          predicted: z.string(),
          probability: z.number().optional(),
          loss: z.number(),
        }),
      ),
    }),
  ),
  confusion: z.array(
    object({
      split: dataSplit,
      classes: z.array(z.string()),
      cells: z.array(numbers),
      recall: z.array(gap),
      precision: z.array(gap),
    }),
  ),
  calibration: z.array(
    object({
      split: dataSplit,
      ece: z.number(),
      temperature: z.number(),
      bins: z.array(object({ confidence: z.number(), accuracy: z.number(), rows: count })),
    }),
  ),
  residuals: z.array(object({ split: dataSplit, r2: gap, rmse: z.number(), truth: numbers, predicted: numbers })),
  segments: z.array(
    object({
      split: dataSplit,
      column: z.string(),
      where: z.string(),
      rows: count,
      score: z.number(),
      rest: z.number(),
    }),
  ),
  importance: z.array(
    object({
      split: dataSplit,
      measure: z.string(),
      score: z.number(),
      features: z.array(
        object({
          feature: z.string(),
          drop: z.number(),
          error: z.number(),
          shapley: z.number().optional(),
          lime: z.number().optional(),
        }),
      ),
    }),
  ),
  smallestSet: z.array(
    object({
      split: dataSplit,
      enough: count,
      of: count,
      steps: z.array(object({ feature: z.string(), score: z.number() })),
    }),
  ),
})

const diagnosis = object({
  cause,
  title: z.string().describe('the cause in a few words, in the language asked for'),
  what: z.string(),
  kind: z.enum(['fault', 'benign']),
  probability: z.number().min(0).max(1).describe('of this cause by itself; several may act'),
  certainty: z.enum(['verified', 'strong', 'likely', 'possible']),
  for: z.array(z.string()).describe('ids of findings'),
  against: z.array(z.string()),
  remedies: z.array(
    object({
      id: z.string(),
      advice: z.string(),
      expect: z.string(),
      change: values,
      safe: z.enum(['safe', 'needs-a-value', 'try-and-verify']),
    }),
  ),
  settle: z.array(object({ test: z.string(), needs: z.string(), cost: z.string() })),
  rather: object({ cause, why: z.string() }).optional(),
})

const where = object({
  steps: z.tuple([z.number(), z.number()]).optional(),
  epochs: z.tuple([z.number(), z.number()]).optional(),
  layers: z.array(z.string()).optional(),
  split: split.optional(),
  lines: z.array(z.number()).optional(),
})

const finding = object({
  id: z.string(),
  check: z.string(),
  claim: z.string().describe('the sentence in the language asked for'),
  message: z.string(),
  values,
  where,
  exhibits: z.array(exhibit),
  causes: z.array(cause).describe('causes it points to, strongest first'),
})

const series = object({
  name: z.string(),
  metric: z.string(),
  split,
  axis,
  points: count,
  first: end,
  last: end,
  min: z.number().nullable(),
  max: z.number().nullable(),
  nonFinite: count,
  shape: z.array(gap).max(60),
})

const run = object({
  name: z.string(),
  sources: z.array(object({ path: z.string(), format: z.string(), points: count, sha256: z.string().optional() })),
  verdict: z.enum(['ill', 'healthy', 'undecided']),
  summary: z.string(),
  diagnosis: z.array(diagnosis).describe('most probable first'),
  findings: z.array(finding),
  checks: object({ asked: count, found: count, clear: count, irrelevant: count, unasked: count, broken: count }),
  clear: z.array(object({ check: z.string(), claim: z.string() })),
  irrelevant: z.array(object({ check: z.string(), reason: z.string() })),
  unasked: z.array(object({ check: z.string(), missing: z.array(z.string()), how: z.string() })),
  broken: z.array(object({ check: z.string(), error: z.string() })),
  facts: z.array(object({ name: z.string(), value: z.unknown(), quote: z.string(), where: z.string() })),
  series: z.array(series),
  data: data.optional().describe('of an audit, or of a run whose data were passed too'),
  model: model.optional().describe('of an inspection, or of a run whose model was passed too'),
  predictions: predictions.optional().describe('likewise'),
  notes: z.array(z.string()),
  trials: z.array(trial).describe('in the order in which they ended'),
  experiment: experiment.optional().describe('what the trials were made for and came to'),
})

/** Parses what `whyloss diagnose --json` prints. */
export const examinationSchema = object({ schema: z.literal(1), whyloss: z.string(), runs: z.array(run) })

/** The same as JSON Schema, draft 2020-12: plain data, in a stable order. */
export function jsonSchema(): unknown {
  return {
    $id: 'urn:whyloss:examination:1',
    title: 'whyloss examination, schema 1',
    ...z.toJSONSchema(examinationSchema, { target: 'draft-2020-12' }),
  }
}
