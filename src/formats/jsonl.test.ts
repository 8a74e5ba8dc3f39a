// The reader of JSON lines, in the layouts of several trainers.

import { describe, expect, it } from 'vitest'
import { bytesOf, entriesOf, headFor, holdsContract, pointsOf } from './contract.fixture.ts'
import jsonl from './jsonl.ts'

const DETECTRON =
  '{"iteration": 19, "lr": 2e-05, "total_loss": 190.5, "eta_seconds": 9.5}\n{"bbox/AP": 12.5, "iteration": 19}\n'
const MMDET =
  '{"env_info": "linux", "seed": 1}\n' +
  '{"mode": "train", "epoch": 1, "iter": 50, "lr": [0.02], "loss": 1.5}\n' +
  '{"mode": "val", "epoch": 1, "iter": 20, "bbox_mAP": 0.125}\n'
const MMENGINE =
  '{"lr": 0.01, "loss": 2, "epoch": 1, "iter": 400, "step": 400}\n' + '{"coco/bbox_mAP": 0.25, "step": 1}\n'
const FACTORY =
  '{"current_steps": 5, "total_steps": 100, "loss": 1.5, "eval_loss": null, "percentage": 5.0, "elapsed_time": "0:02:12"}\n'
const RAY =
  '{"training_iteration": 1, "info": {"learner": {"total_loss": NaN}}, "config": {"lr": 0.001}, "time_this_iter_s": 3}\n'
const LONG = '{"name": "val/loss", "step": 3, "value": 0.5}\n{"name": "val/loss", "step": 4, "value": "Infinity"}\n'

function read(text: string): string[] {
  return pointsOf(entriesOf(jsonl, bytesOf(text), 'metrics.json'))
}

describe('jsonl', () => {
  it('reads detectron2, evaluations on lines of their own', () => {
    expect(read(DETECTRON)).toEqual(['lr step 19 0.00002', 'total_loss step 19 190.5', 'bbox/AP step 19 12.5'])
  })

  it('reads mmdetection: the mode is the split, and an evaluation lies at its epoch', () => {
    expect(read(MMDET)).toEqual([
      'train:lr step 50 epoch 1 0.02',
      'train:loss step 50 epoch 1 1.5',
      'val:bbox_mAP epoch 1 0.125',
    ])
  })

  it('reads mmengine, whose evaluations call their epoch a step', () => {
    expect(read(MMENGINE).at(-1)).toBe('coco/bbox_mAP step 400 epoch 1 0.25')
  })

  it('reads LLaMA-Factory; null is not logged', () => {
    expect(read(FACTORY)).toEqual(['loss step 5 1.5'])
  })

  it('reads Ray with its nested rows, bare NaN and settings', () => {
    const entries = entriesOf(jsonl, bytesOf(RAY), 'result.json')
    expect(pointsOf(entries)).toEqual(['info/learner/total_loss step 1 NaN'])
    expect(entries[0]).toMatchObject({ kind: 'fact', fact: { name: 'learning_rate', value: 0.001 } })
  })

  it('reads one metric a row', () => {
    expect(read(LONG)).toEqual(['val/loss step 3 0.5', 'val/loss step 4 Infinity'])
  })

  it('tells lines that are no JSON, but not a last line that is still being written', () => {
    const text = `${FACTORY}what is this\n${FACTORY}{"current_st`
    const entries = entriesOf(jsonl, bytesOf(text), 'log.jsonl')
    expect(pointsOf(entries)).toHaveLength(2)
    expect(entries.filter((entry) => entry.kind === 'note')).toHaveLength(1)
  })

  it('leaves journals of other things alone', () => {
    const journal = '{"op_code": 0, "worker_id": "a", "study_name": "s", "directions": [1]}\n'
    expect(jsonl.recognises(headFor(bytesOf(journal), 'journal.log'))).toBe(false)
    expect(jsonl.recognises(headFor(bytesOf('{"text": "a", "label": 1}\n'), 'data.jsonl'))).toBe(false)
  })
})

holdsContract(jsonl, {
  'metrics.json': bytesOf(DETECTRON),
  'mmdet.log.json': bytesOf(MMDET),
  'scalars.json': bytesOf(MMENGINE),
  'trainer_log.jsonl': bytesOf(FACTORY),
  'result.json': bytesOf(RAY),
  'long.jsonl': bytesOf(LONG),
})
