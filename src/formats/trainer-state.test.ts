// The reader of trainer_state.json.

import { describe, expect, it } from 'vitest'
import { bytesOf, entriesOf, holdsContract, pointsOf } from './contract.fixture.ts'
import trainerState from './trainer-state.ts'

const STATE = JSON.stringify(
  {
    best_metric: 0.5,
    best_model_checkpoint: 'out/checkpoint-20',
    epoch: 2,
    global_step: 20,
    log_history: [
      { epoch: 0.5, grad_norm: 1.5, learning_rate: 0.0001, loss: 2.5, step: 5 },
      { epoch: 1, eval_loss: 0.75, eval_runtime: 3.5, step: 10 },
      { epoch: 1.5, grad_norm: 'NAN_HERE', learning_rate: 0.00005, loss: 0, step: 15 },
      { epoch: 2, eval_loss: 0.5, eval_runtime: 3.25, step: 20 },
      { epoch: 2, train_loss: 1.25, train_runtime: 60, step: 20 },
    ],
    max_steps: 20,
    num_train_epochs: 2,
    train_batch_size: 8,
  },
  null,
  2,
).replace('"NAN_HERE"', 'NaN')

describe('trainer-state', () => {
  const entries = entriesOf(trainerState, bytesOf(STATE), 'trainer_state.json')

  it('reads the history with bare NaN; the last row, a mean over the run, is no point', () => {
    expect(pointsOf(entries)).toEqual([
      'grad_norm step 5 epoch 0.5 1.5',
      'learning_rate step 5 epoch 0.5 0.0001',
      'loss step 5 epoch 0.5 2.5',
      'eval_loss step 10 epoch 1 0.75',
      'grad_norm step 15 epoch 1.5 NaN',
      'learning_rate step 15 epoch 1.5 0.00005',
      'loss step 15 epoch 1.5 0',
      'eval_loss step 20 epoch 2 0.5',
    ])
  })

  it('tells the settings and the best checkpoint', () => {
    const facts = entries.flatMap((entry) => (entry.kind === 'fact' ? [[entry.fact.name, entry.fact.value]] : []))
    expect(facts).toEqual([
      ['epochs', 2],
      ['batch_size', 8],
      ['steps_per_epoch', 10],
      ['framework', 'transformers'],
    ])
    expect(entries.at(-1)).toMatchObject({ event: { kind: 'checkpoint', step: 20, value: 0.5 } })
  })
})

holdsContract(trainerState, { 'trainer_state.json': bytesOf(STATE) })
