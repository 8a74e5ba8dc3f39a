// The small pieces that all parts of the schema are made of.

import { z } from 'zod'

/** Objects may grow fields within schema 1; readers must pass over what they do not know. */
export const object = z.looseObject
export const split = z.enum(['train', 'val', 'test'])
export const axis = z.enum(['epoch', 'step'])
export const count = z.int().nonnegative()
export const cause = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .describe('id of the catalogue, e.g. learning-rate-too-high')
export const gap = z.number().nullable().describe('null where the value is NaN or Inf')
