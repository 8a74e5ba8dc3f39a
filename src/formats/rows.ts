// What the columns of a history are: which tell the step or the epoch, which hold metrics, and which are neither.

import { directionOf, type Meaning, meaningOf } from '../record/lexicon.ts'
import type { Split } from '../record/series.ts'

/** `index` is an unnamed column that counts rows. */
export type Role = 'epoch' | 'step' | 'index' | 'metric' | 'none'

const EPOCHS = `epoch epochs epoch_num epoch_number epoch_no current_epoch cur_epoch epoch_id epoch_idx n_epoch ep 轮次 эпоха`
/** the more a name says that it counts all steps, the earlier it stands */
const STEPS = `global_step globalstep trainer/global_step current_steps current_step num_updates n_updates total_timesteps
  timesteps_total timesteps training_iteration iteration iterations iter iters n_iter num_iter step steps train_step train_iter
  update updates round boosting_round batch batch_idx minibatch tokens samples`
const NEITHER = `percentage total_steps max_steps total_epochs max_epochs timestamp date datetime time elapsed elapsed_time
  remaining_time eta pid runtime hostname node_ip trial_id experiment_id wall_time seed run id passed remaining`
const EPOCH_NAMES = new Set(EPOCHS.split(' '))
const STEP_RANK = new Map(STEPS.split(/\s+/).map((name, rank) => [name, rank]))
const NONE = new Set(NEITHER.split(/\s+/))
const UNNAMED = /^(?:|index|unnamed:? ?\d+|level_0)$/

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^_+/, '')
    .replace(/[\s-]+/g, '_')
}

/** The rank of a name as a count of steps (less is surer), or -1. A folder before the name is no hindrance. */
function stepRank(name: string): number {
  const whole = plain(name)
  return STEP_RANK.get(whole) ?? STEP_RANK.get(whole.slice(whole.lastIndexOf('/') + 1)) ?? -1
}

/** The roles of the columns of a table; at most one epoch, one step. */
export function rolesOf(names: readonly string[]): Role[] {
  const roles = names.map(roleOf)
  const steps = names.map(stepRank)
  const best = Math.min(...steps.filter((rank) => rank >= 0))
  const step = steps.indexOf(best)
  const epoch = roles.indexOf('epoch')
  return roles.map((role, column) => {
    if (role === 'step') return column === step ? 'step' : 'none'
    if (role === 'epoch') return column === epoch ? 'epoch' : 'none'
    return role === 'index' && (column > 0 || step >= 0 || epoch >= 0) ? 'none' : role
  })
}

/**
 * What a name means, the folder of a tag aside where that alone makes it no metric: TensorFlow's scope `cost/` says
 * nothing of `cost/cross_entropy`.
 */
export function meaningOfTag(name: string): Meaning {
  const whole = meaningOf(name)
  const at = name.lastIndexOf('/')
  if (whole.metric !== 'ignore' || at < 0) return whole
  const own = meaningOf(name.slice(at + 1))
  return own.known && own.metric !== 'ignore' && directionOf(own.metric) !== 'none'
    ? { ...own, ...(whole.split && { split: whole.split }) }
    : whole
}

/** The role of one name by itself. */
export function roleOf(name: string): Role {
  const whole = plain(name)
  const last = whole.slice(whole.lastIndexOf('/') + 1)
  if (UNNAMED.test(whole)) return 'index'
  if (EPOCH_NAMES.has(last)) return 'epoch'
  if (stepRank(name) >= 0) return 'step'
  if (NONE.has(last) || meaningOfTag(name).metric === 'ignore' || /__(?:min|max)$/.test(whole)) return 'none'
  return 'metric'
}

/** Losses and scores that a history is recognised by; a table of data has columns named `precision` or `r2` at times. */
export function isTelling(name: string): boolean {
  const { metric, known } = meaningOf(name)
  return known && roleOf(name) === 'metric' && directionOf(metric) !== 'none'
}

/**
 * Whether columns of these names are the history of a training: a loss or score of a split or beside a step or epoch, or
 * several of them where nearly nothing else is.
 */
export function isHistory(names: readonly string[]): boolean {
  const telling = names.filter(isTelling)
  if (telling.length === 0) return false
  const roles = rolesOf(names)
  if (roles.includes('epoch') || roles.includes('step')) return true
  const losses = telling.filter((name) => ['loss', 'loss-part'].includes(meaningOf(name).metric))
  const split = telling.some((name) => meaningOf(name).split !== undefined)
  const metrics = roles.filter((role) => role === 'metric').length
  return losses.length > 0 ? 2 * telling.length >= metrics : split && telling.length >= 2 && telling.length === metrics
}

/** Keras' own layout: bare names for training, `val_` before those of validation; its training values are means of the epoch. */
export function isKerasHistory(names: readonly string[]): boolean {
  return names.includes('loss') && names.includes('val_loss')
}

/**
 * The split of a score whose own name tells none, where its table does: Ultralytics' `metrics/...` beside `val/...`, and
 * fastai's bare scores beside `train_loss` and `valid_loss`, are of the validation.
 */
export function impliedSplit(name: string, names: readonly string[]): Split | undefined {
  const { metric, split } = meaningOf(name)
  if (split !== undefined || directionOf(metric) === 'none') return undefined
  if (/^metrics\//.test(name)) return names.some((one) => /^val\//.test(one)) ? 'val' : undefined
  if (metric === 'loss' || metric === 'loss-part') return undefined
  const splits = new Set(names.filter(isLoss).map((one) => meaningOf(one).split))
  const twin = names.some((one) => meaningOf(one).metric === metric && meaningOf(one).split !== undefined)
  return splits.has('train') && splits.has('val') && !splits.has(undefined) && !twin ? 'val' : undefined
}

function isLoss(name: string): boolean {
  return meaningOf(name).metric === 'loss'
}
