// What a PyTorch file says of its training: groups of an optimizer, settings of a trainer, counters of Lightning.

import { settingFacts } from '../../formats/settings.ts'
import { type Fact, fact } from '../../record/fact.ts'
import { FACT_KINDS } from '../../record/fact-kinds.ts'
import { fieldOf, fieldsOf, isObject, itemsOf, type Pickled, plainOf } from './pickled.ts'

/** Names under which trainers keep their settings. */
const SETTINGS =
  /^(hyper_?parameters|hparams|args|train_args|training_args|config|cfg|opts?|options|settings|params_dict)$/i

/** Settings that only the optimizer of this name has, in the words of torch.optim. */
const TOLD_BY: readonly (readonly [setting: string, optimizer: string])[] = [
  ['nesterov', 'sgd'],
  ['centered', 'rmsprop'],
  ['rho', 'adadelta'],
  ['lr_decay', 'adagrad'],
  ['momentum_decay', 'nadam'],
  ['etas', 'rprop'],
  ['line_search_fn', 'lbfgs'],
  ['lambd', 'asgd'],
]

/** Facts of the root of a file, the more deliberate source first. `where` names the file. */
export function torchFacts(root: Pickled, where: string): Fact[] {
  const fields = fieldsOf(root)
  const facts: Fact[] = []
  const own = isObject(root) && isTrainingArguments(root) ? [root] : []
  const settings = [...fields].flatMap(([name, value]) => (SETTINGS.test(name) ? [value] : []))
  for (const tree of [...own, ...settings]) facts.push(...settingsOf(tree, where))
  for (const group of optimizersIn(root)) facts.push(...optimizerFacts(group, where))
  facts.push(...lightningFacts(fields, where))
  // the state of a schedule
  const [base] = itemsOf(fields.get('base_lrs'))
  if (typeof base === 'number' && base >= 0) facts.push(fact('learning_rate', base, `base_lrs: ${base}`, where, 'file'))
  return facts
}

/** Whether the root is the arguments of a Hugging Face trainer. */
export function isTrainingArguments(root: Pickled): boolean {
  return isObject(root) && /TrainingArguments|Config$/.test(root.name)
}

function settingsOf(tree: Pickled, where: string): Fact[] {
  const plain = plainOf(tree)
  if (plain === null || typeof plain !== 'object' || Array.isArray(plain)) return []
  const settings = plain as Readonly<Record<string, unknown>>
  // a ratio wins over steps, which are then 0
  const byRatio = Number(settings.warmup_ratio) > 0
  const facts = settingFacts(settings, where).filter(({ name }) => name !== 'warmup_steps' || !byRatio)
  const task = settings.task
  const tasks = FACT_KINDS.task
  if (typeof task === 'string' && Array.isArray(tasks) && tasks.includes(task)) {
    facts.push(fact('task', task as never, `task: ${task}`, where, 'file'))
  }
  for (const precision of ['fp16', 'bf16'] as const) {
    if (settings[precision] === true) facts.push(fact('precision', precision, `${precision}: true`, where, 'file'))
  }
  return facts.map((one) => (one.name === 'optimizer' ? { ...one, value: plainOptimizer(one.value) } : one))
}

/** Trainers name the implementation too: adamw_torch_fused, paged_adamw_8bit. */
function plainOptimizer(name: string): string {
  return /^(?:paged_)?(adamw|adafactor|adagrad|rmsprop|lion|sgd)(?:_|$)/.exec(name)?.[1] ?? name
}

interface Optimizer {
  /** name of its class, where the object itself was stored */
  readonly name?: string
  readonly group: ReadonlyMap<string, Pickled>
}

/** First groups of the optimizers near the root: state dictionaries, lists of them, or pickled objects. */
function optimizersIn(root: Pickled): Optimizer[] {
  const found: Optimizer[] = []
  const visit = (value: Pickled, depth: number): void => {
    const fields = fieldsOf(value)
    const [group] = itemsOf(fields.get('param_groups'))
    if (group !== undefined) {
      found.push({ ...(isObject(value) && { name: value.name }), group: fieldsOf(group) })
    } else if (depth < 2) {
      const named = [...fields].filter(([name]) => /optim/i.test(name)).slice(0, 16)
      for (const [, inner] of named) visit(inner, depth + 1)
      for (const inner of itemsOf(value).slice(0, 8)) visit(inner, depth + 1)
    }
  }
  visit(root, 0)
  return found
}

function optimizerFacts({ name, group }: Optimizer, where: string): Fact[] {
  const facts: Fact[] = []
  const number = (key: string) => {
    const value = group.get(key)
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
  }
  const add = (of: 'learning_rate' | 'momentum' | 'weight_decay', key: string) => {
    const value = number(key)
    if (value !== undefined) facts.push(fact(of, value, `${key}: ${value}`, where, 'file'))
    return value !== undefined
  }
  const decoupled = group.get('decoupled_weight_decay')
  const told = TOLD_BY.find(([setting]) => group.has(setting))
  if (name) facts.push(fact('optimizer', name.toLowerCase(), name, where, 'file'))
  else if (told)
    facts.push(fact('optimizer', told[1], `${told[0]}: ${String(plainOf(group.get(told[0])))}`, where, 'file'))
  else if (typeof decoupled === 'boolean' && group.has('amsgrad')) {
    facts.push(fact('optimizer', decoupled ? 'adamw' : 'adam', `decoupled_weight_decay: ${decoupled}`, where, 'file'))
  }
  // a schedule changes `lr`, often down to 0, and keeps what it began with
  if (!add('learning_rate', 'initial_lr')) add('learning_rate', 'lr')
  add('momentum', 'momentum')
  add('weight_decay', 'weight_decay')
  return facts
}

/**
 * What Lightning since 1.6 counts: epochs that were begun, and batches. Its `epoch` is the last one's number or, in a file
 * that was saved after the end, their count.
 */
function lightningFacts(fields: ReadonlyMap<string, Pickled>, where: string): Fact[] {
  const version = fields.get('pytorch-lightning_version')
  if (typeof version !== 'string') return []
  const facts: Fact[] = [fact('framework', 'lightning', `pytorch-lightning_version: ${version}`, where, 'file')]
  const loop = fieldOf(fields.get('loops'), 'fit_loop')
  const total = (name: string) => fieldOf(fieldOf(fieldOf(loop, name), 'total'), 'ready')
  const epochs = total('epoch_progress')
  const batches = total('epoch_loop.batch_progress')
  if (typeof epochs !== 'number' || !Number.isSafeInteger(epochs) || epochs < 1) return facts
  facts.push(fact('epochs', epochs, `epoch_progress.total.ready: ${epochs}`, where, 'file'))
  const each = typeof batches === 'number' ? batches / epochs : 0
  if (Number.isInteger(each) && each > 0) {
    facts.push(fact('steps_per_epoch', each, `batch_progress.total.ready: ${batches}`, where, 'file'))
  }
  return facts
}
