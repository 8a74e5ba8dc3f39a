// Real files of real trainings in ../shared/samples: those with curves give their numbers, all others are answered in a line.

import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { gather } from '../../src/gather/gather.ts'
import { has, speaker } from '../../src/locales/speak.ts'
import type { RunRecord } from '../../src/record/run.ts'

const say = speaker('en')
const samples = fileURLToPath(new URL('../../../shared/samples', import.meta.url))
const here = describe.skipIf(!existsSync(samples) && process.env.WHYLOSS_REQUIRE !== 'all')

/** `split metric axis xN: first -> last @ coordinates`, at most seven digits. */
function told(record: RunRecord): string[] {
  return record.series.map(({ split, metric, axis, step, epoch, value }) => {
    const at = (column: Float64Array) => (Number.isNaN(column[0]) ? '' : ` ${column[0]}..${column.at(-1)}`)
    const ends = `${short(value[0])} -> ${short(value.at(-1))}`
    return `${split} ${metric} ${axis} x${value.length}: ${ends} @${at(step)}${epoch === step ? '' : ` /${at(epoch)}`}`
  })
}

function short(value: number | undefined): number {
  return Number(value!.toPrecision(5))
}

/** What is expected of the first run, of all its curves or some; and the number of runs. */
const CURVES: Readonly<
  Record<string, { readonly runs?: number; readonly format: string; readonly holds: readonly string[] }>
> = {
  'catboost/catboost_training.json': {
    format: 'catboost-json',
    holds: ['train rmse step x800: 0.39449 -> 0.26753 @ 0..799 /', 'val rmse step x800: 0.39524 -> 0.26893 @ 0..799 /'],
  },
  'catboost/test_error.tsv': { format: 'csv', holds: ['val rmse step x800: 0.39524 -> 0.26893 @ 0..799 /'] },
  'catboost/learn_error.tsv': { format: 'csv', holds: ['train rmse step x800: 0.39449 -> 0.26753 @ 0..799 /'] },
  'detectron2/metrics.json': {
    runs: 5,
    format: 'jsonl',
    holds: [
      'train learning-rate step x8: 0.000019981 -> 0.00015984 @ 19..159 /',
      'train loss step x8: 190.63 -> 133.52 @ 19..159 /',
    ],
  },
  'detectron2/metrics_earlier.json': {
    runs: 5,
    format: 'jsonl',
    holds: ['train loss step x8: 190.63 -> 133.52 @ 19..159 /'],
  },
  'generic_csv/loss_history_1e9uzdsd.csv': {
    format: 'csv',
    holds: ['train loss epoch x5: 1.7412 -> 0.85162 @ / 0..4', 'val loss epoch x5: 1.1486 -> 0.84404 @ / 0..4'],
  },
  'generic_csv/loss_history_2zid8u42.csv': { format: 'csv', holds: ['train loss epoch x5: 0 -> 0 @ / 0..4'] },
  'hf_trainer/imdb_distilbert/trainer_state.json': {
    format: 'trainer-state',
    holds: [
      'train loss step x5: 0.45184 -> 0.29899 @ 500..2500 / 0.2..1',
      'val loss step x1: 0.28998 -> 0.28998 @ 2500..2500 / 1..1',
    ],
  },
  'keras_csv/blob_healthy.csv': {
    format: 'csv',
    holds: ['val loss epoch x199: 1.0531 -> 0.37974 @ /', 'train loss epoch x199: 0.93461 -> 0.40908 @ /'],
  },
  'keras_csv/blob_stuck.csv': { format: 'csv', holds: ['train loss epoch x127: 1.5853 -> 1.0614 @ /'] },
  'keras_csv/circle_slow.csv': { format: 'csv', holds: ['train accuracy epoch x115: 0.48571 -> 0.74429 @ /'] },
  'keras_csv/plateau_at_chance_mnist.csv': { format: 'csv', holds: ['val loss epoch x100: 2.3017 -> 2.3019 @ /'] },
  'keras_csv/training_log_mnist_healthy.csv': {
    format: 'csv',
    holds: [
      'train learning-rate epoch x30: 0.001 -> 0.00025 @ / 0..29',
      'val loss epoch x30: 3.6416 -> 0.0091583 @ / 0..29',
    ],
  },
  'keras_csv/xor_gradient_vanish_1row.csv': { format: 'csv', holds: ['train loss epoch x1: 7.6666 -> 7.6666 @ /'] },
  'lightning_csv/lightning_logs/version_1/metrics.csv': {
    format: 'csv',
    holds: [
      'train r2 step x268: 0.44995 -> 0.64543 @ 49..13399 / 0..199',
      'val loss epoch x200: 0.71094 -> 0.62035 @ 66..13399 / 0..199',
      'train loss epoch x200: 0.60539 -> 0.40817 @ 66..13399 / 0..199',
      'test loss step x1: 0.62035 -> 0.62035 @ 13400..13400 / 200..200',
    ],
  },
  'lightning_csv/logs/default/version_3/metrics.csv': {
    format: 'csv',
    holds: [
      'train mae step x2500: 544.85 -> 0.054782 @ 4..12499 / 0..49',
      'val loss epoch x50: 3.2754 -> 0.02872 @ 249..12499 / 0..49',
    ],
  },
  'lightning_csv/waste/lightning_logs/version_0/metrics.csv': {
    format: 'csv',
    holds: ['test loss step x1: 0.15669 -> 0.15669 @ 0..0 / 0..0'],
  },
  'ultralytics/exp/results.csv': {
    format: 'csv',
    holds: [
      'train loss epoch x3: 0.12431 -> 0.11714 @ / 0..2',
      'val precision epoch x3: 0.0014191 -> 0.003945 @ / 0..2',
      'val loss epoch x3: 0.12071 -> 0.11286 @ / 0..2',
    ],
  },
  'ultralytics/exp3/results.csv': { format: 'csv', holds: ['val map epoch x3: 0 -> 0 @ / 0..2'] },
  'tfevents/tf1/lr.events.out.tfevents.1617219418.DESKTOP-P4VETCH': {
    format: 'tensorboard',
    holds: ['train loss step x10: 0.062879 -> 0.080443 @ 0..9 /', 'test accuracy step x10: 0.916 -> 0.9138 @ 0..9 /'],
  },
  'tfevents/tf1/rbm.events.out.tfevents.1617217478.DESKTOP-P4VETCH': {
    format: 'tensorboard',
    holds: ['train loss step x10: 0.214 -> 0.13203 @ /'],
  },
  'tfevents/tf2_tensor_text/events.tfevents.example': {
    format: 'tensorboard',
    holds: ['train loss step x10: 205.09 -> 0.15057 @ 0..9 /'],
  },
  'tfevents/yolov5_100ep': {
    format: 'tensorboard',
    holds: ['train loss step x37: 0.027555 -> 0.021745 @ 63..99 /', 'val map step x37: 0.98187 -> 0.98346 @ 63..99 /'],
  },
  'tfevents/keras_tf21/20200216-200930': {
    format: 'tensorboard',
    holds: ['train loss epoch x10: 0.43036 -> 0.09078 @ / 0..9', 'val loss epoch x10: 0.30647 -> 0.17789 @ / 0..9'],
  },
  'tfevents/keras_tf21/20200308-105307': {
    format: 'tensorboard',
    holds: ['train loss epoch x6: 0.029058 -> 0.0072555 @ / 0..5', 'val loss epoch x6: 0.88719 -> 1.5496 @ / 0..5'],
  },
  'tfevents/keras_tf21_reg/20200314-195618': {
    format: 'tensorboard',
    holds: ['train loss epoch x263: 0.44668 -> 0.44668 @ / 0..262'],
  },
  'tfevents/keras_tf21_reg/20200315-094259': {
    format: 'tensorboard',
    holds: ['train loss epoch x201: 0.24348 -> 0.42762 @ / 0..200'],
  },
}

/** What has no curve in it, by the message that says so. */
const ANSWERS: Readonly<Record<string, string>> = {
  'catboost/time_left.tsv': 'error.no-curve',
  'datasets/auto-mpg.csv': 'error.table',
  'datasets/cifar2_test.tfrecords': 'error.binary',
  'datasets/pima-indians-diabetes.csv': 'error.table',
  'lfs_pointer/test_results.csv': 'error.lfs-pointer',
  'lfs_pointer/training_args.bin': 'error.lfs-pointer',
  'lfs_pointer/trainer_state.json': 'error.lfs-pointer',
  'mlflow/mlruns.db': 'error.binary',
  'models/keras/mnist_digit_classifier.h5': 'error.binary',
  'models/keras/mnist_digit_classifier.keras': 'error.binary',
  'models/savedmodel/demo/1/saved_model.pb': 'error.binary',
  'models/tfjs/tfjs_model/model.json': 'error.no-curve',
  'models/torch_zip/scheduler.pt': 'error.binary',
  'optuna/3.2.0.a.db': 'error.binary',
  'optuna/journal_4.0.0.dev.log': 'error.no-curve',
  'predictions/ood_liar.csv': 'error.table',
  'tfevents/tf1/rbm_truncated.events.out.tfevents.1622041159.mmm-VirtualBox': 'error.no-points',
  'tfevents/yolov5/exp5': 'error.no-runs',
  'ultralytics/mask_100ep/opt.yaml': 'error.no-curve',
  'wandb/wandb_core_2026/run-20260321_005620-16zu3zzc/run-16zu3zzc.wandb': 'error.binary',
}

function pathOf(name: string): string {
  return join(samples, name)
}

here('files of ../shared/samples', () => {
  it.each(Object.entries(CURVES))('%s', async (name, { runs = 1, format, holds }) => {
    const { records, refused } = await gather([pathOf(name)])
    expect(refused).toEqual([])
    expect(records).toHaveLength(runs)
    expect(records[0]!.sources.map((source) => source.format)).toContain(format)
    expect(told(records[0]!)).toEqual(expect.arrayContaining([...holds]))
  })

  it.each(Object.entries(ANSWERS))('%s is answered', async (name, id) => {
    const { records, refused } = await gather([pathOf(name)])
    expect(records).toEqual([])
    expect(refused.map((one) => one.id)).toEqual([id])
  })

  it('the 7 seeds of a combined log are 7 runs, their last lines printed twice', async () => {
    const { records } = await gather([pathOf('llm_console/nanogpt_batch_combined_stdout.txt')])
    expect(records.map(({ series }) => series.map(({ value }) => value.length))).toEqual(Array(7).fill([28]))
    expect(records.every(({ series }) => series[0]!.value.at(-1)! < 3.28)).toBe(true)
  })

  it('every file gives runs or a line that says why not', async () => {
    const files = existsSync(samples)
      ? readdirSync(samples, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
      : []
    for (const file of files) {
      const path = join(file.parentPath, file.name)
      const { records, refused } = await gather([path])
      const name = relative(samples, path)
      expect([name, records.length > 0 !== refused.length > 0]).toEqual([name, true])
      for (const { id, values } of refused)
        expect([name, has(id) && say(id, values).includes(file.name)]).toEqual([name, true])
    }
  })
})
