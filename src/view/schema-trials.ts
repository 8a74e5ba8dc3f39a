// The shape of trials and of the experiment that they are part of, in zod.

import { z } from 'zod'
import { axis, cause, count, gap, object, split } from './schema-parts.ts'

const changes = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .describe('by the names of changes; empty for the training as it is')
export const trial = object({
  id: z.string(),
  arm: z.enum(['baseline', 'control', 'screen', 'confirm', 'rival', 'test']),
  changes,
  seed: z.int().describe('0 is the own seed of the program'),
  cause: cause.optional().describe('what is hoped to be cured'),
  remedy: z.string().optional(),
  ending: z.enum(['finished', 'lost', 'behind', 'late', 'memory', 'crashed', 'ignored', 'silent', 'stopped']),
  why: z.string(),
  value: gap.describe('the yardstick at the end: mean of its last tenth'),
  curve: z.array(z.tuple([z.number(), gap])).describe('share of the training (0 to 1), value'),
  seconds: z.number().describe('of wall-clock time'),
  steps: count,
  processor: z.number().describe('seconds of all its processes together'),
  memory: z.number().describe('largest of its processes, in MB'),
  applied: z.record(z.string(), z.string()).describe('what each change did, in code'),
  refused: z.record(z.string(), z.string()).describe('what could not be changed: ids of reasons'),
  seeded: z.array(z.string()),
})
export const experiment = object({
  command: z.string(),
  yardstick: object({
    name: z.string(),
    metric: z.string(),
    split,
    axis,
    better: z.enum(['up', 'down']),
    own: z.boolean().describe('its own train loss, for want of held-out data'),
    stead: z.literal(true).optional().describe('the loss, in place of a score that shows nothing'),
  }).optional(),
  remedies: z.array(
    object({
      cause,
      remedy: z.string(),
      changes,
      verdict: z.enum(['verified', 'refuted', 'undecided']),
      reason: z.string(),
      effect: z.number().optional().describe('mean of the paired gains, above 0 where the remedy is better'),
      interval: z.tuple([z.number(), z.number()]).optional(),
      level: z.number().optional().describe('of the interval, corrected for the number of remedies'),
      minimum: z.number().optional().describe('the least gain that is worth a change'),
      pairs: z.array(object({ seed: z.int(), without: z.number(), with: z.number() })).optional(),
      against: changes.optional().describe('what it was held against: nothing, or the tuned rate alone'),
      screened: z.tuple([gap, gap]).optional().describe('on the own seed: without and with'),
      title: z.string(),
      advice: z.string(),
      why: z.string(),
      how: z.string().describe('what the change did, in code'),
    }),
  ),
  tests: z.array(
    object({
      test: z.string(),
      between: z.tuple([cause, cause]),
      favours: cause.optional(),
      values: z.record(z.string(), z.union([z.number(), z.string()])),
      says: z.string().describe('what was tried, what it showed, and for which cause that speaks'),
    }),
  ),
  chance: z.number().optional().describe('standard deviation of the yardstick over the seeds of the control arm'),
  baseline: z.number().describe('seconds of one training as it is'),
  seconds: z.number().describe('of all trials one after another'),
  cost: z.number().describe('of all trials, in trainings as they are'),
  grid: z
    .number()
    .describe('what a grid over all remedies of the plan on the same seeds would have cost, in trainings as they are'),
  byHand: z.array(object({ cause, remedy: z.string() })),
  cut: z.enum(['budget', 'interrupted']).optional().describe('why it ended before its end'),
  summary: z.string(),
  framework: z.string(),
  notes: z.array(z.string()),
})
