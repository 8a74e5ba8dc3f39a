// Settings of a training as configuration files and trainers spell them, turned into facts.

import { type Fact, type FactName, type FactSource, fact } from '../record/fact.ts'

const NUMBERS: Readonly<Record<string, FactName>> = Object.fromEntries(
  (
    [
      ['learning_rate', 'learning_rate lr lr0 base_lr init_lr initial_lr max_lr learningrate'],
      ['batch_size', 'batch_size batch bs train_batch_size per_device_train_batch_size micro_batch_size batchsize'],
      ['epochs', 'epochs num_epochs n_epochs nb_epochs nb_epoch max_epochs num_train_epochs'],
      ['weight_decay', 'weight_decay wd'],
      ['momentum', 'momentum'],
      ['dropout', 'dropout dropout_rate dropout_prob'],
      ['warmup_steps', 'warmup_steps num_warmup_steps warmup_iters'],
      ['gradient_clip', 'max_grad_norm clip_grad grad_clip gradient_clip_val clip_grad_norm gradient_clip'],
      ['classes', 'num_classes n_classes nb_classes'],
    ] as const
  ).flatMap(([name, keys]) => keys.split(' ').map((key) => [key, name] as const)),
)
const WORDS: Readonly<Record<string, FactName>> = {
  optimizer: 'optimizer',
  optim: 'optimizer',
  opt: 'optimizer',
  lr_scheduler_type: 'schedule',
  scheduler: 'schedule',
  schedule: 'schedule',
}

/**
 * The fact that the setting `key: value` states, or undefined. Only finite numbers, booleans and short words count; the
 * last part of a path of keys is enough (`train/optimizer/lr`).
 */
export function settingFact(key: string, value: unknown, where: string, from: FactSource = 'file'): Fact | undefined {
  const last = key.slice(key.lastIndexOf('/') + 1)
  const plain = last
    .toLowerCase()
    .replace(/[-. ]/g, '_')
    .replace(/^_+|_+$/g, '')
  const quote = `${last}: ${String(value).slice(0, 80)}`
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  const numeric = Object.hasOwn(NUMBERS, plain) ? NUMBERS[plain] : undefined
  if (numeric && typeof number === 'number' && Number.isFinite(number) && number >= 0) {
    return fact(numeric, number as never, quote, where, from)
  }
  const word = Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined
  if (word && typeof value === 'string' && /^[A-Za-z][\w .-]{0,40}$/.test(value)) {
    return fact(word, value.toLowerCase() as never, quote, where, from)
  }
  if (plain === 'pretrained' && typeof value === 'boolean') return fact('pretrained', value, quote, where, from)
  return undefined
}

/** The facts in a tree of settings, at most six levels deep and 500 of them. */
export function settingFacts(tree: unknown, where: string, from: FactSource = 'file'): Fact[] {
  const facts: Fact[] = []
  const visit = (value: unknown, key: string, depth: number): void => {
    if (facts.length >= 500 || depth > 6) return
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value).slice(0, 1000)) {
        visit(inner, key === '' ? name : `${key}/${name}`, depth + 1)
      }
      return
    }
    const found = settingFact(key, value, where, from)
    if (found) facts.push(found)
  }
  visit(tree, '', 0)
  return facts
}
