// The Hugging Face trainer's trainer_state.json: all that it logged, in one list.

import { message } from '../locales/speak.ts'
import type { Emit } from '../record/entry.ts'
import { fact } from '../record/fact.ts'
import { type Fields, fieldRows } from './fields.ts'
import { defineFormat, type Head, type Reader } from './format.ts'
import { jsonRecords } from './json-records.ts'
import { settingFact } from './settings.ts'
import type { JsonScalar } from './wire/json.ts'

export default defineFormat({
  name: 'trainer-state',
  title: 'Hugging Face trainer_state.json',
  recognises: (head) => /^\ufeff?\s*\{/.test(head.text) && /"log_history"\s*:\s*\[/.test(head.text),
  open,
})

function open(emit: Emit, head: Head): Reader {
  const rows = fieldRows(emit)
  const where = head.name || 'trainer_state.json'
  const root = new Map<string, JsonScalar>()
  const walk = jsonRecords({
    row(fields, { path }) {
      // the last row holds means over the whole run: no point of any curve
      if (path.at(-1) !== 'log_history' || fields.has('train_runtime')) return
      rows(fields, { meanOf })
    },
    columns() {},
    scalar(path, value) {
      if (path.length === 1) root.set(path[0]!, value)
      const setting = path.length === 1 ? settingFact(path[0]!, value, where) : undefined
      if (setting) emit({ kind: 'fact', fact: setting })
    },
  })
  return {
    push: walk.push,
    end() {
      if (walk.end()) emit({ kind: 'note', note: message('note.torn') })
      emitSummary(emit, root, where)
    },
  }
}

/** The trainer prints the mean over the steps since it last logged. */
function meanOf(name: string): 'window' | undefined {
  return name === 'loss' ? 'window' : undefined
}

function emitSummary(emit: Emit, root: Fields, where: string): void {
  const steps = root.get('max_steps')
  const epochs = root.get('num_train_epochs')
  if (typeof steps === 'number' && typeof epochs === 'number' && steps > 0 && epochs > 0) {
    const quote = `max_steps: ${steps}, num_train_epochs: ${epochs}`
    emit({ kind: 'fact', fact: fact('steps_per_epoch', Math.round(steps / epochs), quote, where, 'file') })
  }
  if (root.has('log_history') || root.has('global_step')) {
    emit({ kind: 'fact', fact: fact('framework', 'transformers', 'trainer_state.json', where, 'file') })
  }
  const best = root.get('best_model_checkpoint')
  if (typeof best !== 'string') return
  const metric = root.get('best_metric')
  const step = root.get('best_global_step') ?? Number(/checkpoint-(\d+)$/.exec(best)?.[1])
  emit({
    kind: 'event',
    event: {
      kind: 'checkpoint',
      text: best.slice(0, 200),
      value: typeof metric === 'number' ? metric : undefined,
      step: typeof step === 'number' && Number.isFinite(step) ? step : undefined,
    },
  })
}
