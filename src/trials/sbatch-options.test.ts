import { expect, it } from 'vitest'
import { sbatchOptions } from './sbatch-options.ts'

it.each<[string, readonly string[], number, number]>([
  ['', [], 1, 0],
  ['--partition=gpu --gres=gpu:2', ['--partition=gpu', '--gres=gpu:2'], 1, 2],
  ['-p gpu -c 8 --mem=16G', ['-p', 'gpu', '--mem=16G'], 8, 0],
  ['-c4 -A lab', ['-A', 'lab'], 4, 0],
  ['--cpus-per-task 2 -G a100:3', ['-G', 'a100:3'], 2, 3],
  ['--gres=lscratch:10,gpu:a100:4(S:0-1)', ['--gres=lscratch:10,gpu:a100:4(S:0-1)'], 1, 4],
  ['--gres=gpu', ['--gres=gpu'], 1, 1],
  [`--comment="two words" --constraint='a&b'`, ['--comment=two words', '--constraint=a&b'], 1, 0],
])('%s', (text, words, cpus, gpus) => {
  expect(sbatchOptions(text)).toEqual({ words, cpus, gpus })
})

it.each(['--array=0-3', '-t 5', '--time=5', '-J name', '--wrap=ls'])('%s is ours to set', (text) => {
  expect(() => sbatchOptions(`-p main ${text}`)).toThrow(/cli\.error\.slurm\.option/)
})
