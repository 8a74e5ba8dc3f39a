import { expect, it } from 'vitest'
import type { ReportedExperiment, ReportedRemedy } from '../../diagnosis/report-trials.ts'
import type { Changes } from '../../record/trials.ts'
import { codesFor } from './patch.ts'

const text = (framework: string, remedy: string, how: string, changes: Changes) =>
  codesFor({ framework } as ReportedExperiment, { remedy, how, changes } as ReportedRemedy).map((one) => one.text)

it.each<[string, string, string, Changes, string]>([
  ['pytorch', 'lower-rate', 'SGD: lr 5 -> 0.05', { learning_rate: 'x0.01' }, 'torch.optim.SGD(..., lr=0.05)  # was 5'],
  [
    'pytorch',
    'smaller-batch',
    'batch_size 512 -> 64',
    { batch_size: 'x0.25' },
    'DataLoader(..., batch_size=64)  # was 512',
  ],
  [
    'keras',
    'lower-rate',
    'Adam: learning_rate=0.003',
    { learning_rate: 'x0.01' },
    'keras.optimizers.Adam(..., learning_rate=0.003)',
  ],
  ['keras', 'smaller-batch', 'batch_size=64', { batch_size: 'x0.25' }, 'model.fit(..., batch_size=64)'],
])('in %s %s is the call with the value that was proven', (framework, remedy, how, changes, expected) => {
  expect(text(framework, remedy, how, changes)).toEqual([expected])
})

it('sets a value before the code of a remedy that is more than it, and leaves other code alone', () => {
  const [own] = text('pytorch', 'he-init', 'kaiming_normal_ in 3 layers', { initializer: 'he' })
  expect(own).toContain('kaiming_normal_')
  const both = text('pytorch', 'he-init', 'kaiming_normal_ in 3 layers; Adam: lr 0.1 -> 1', {
    initializer: 'he',
    learning_rate: 'x10',
  })
  expect(both).toEqual([`torch.optim.Adam(..., lr=1)  # was 0.1\n\n${own}`])
})

it('where the framework is unknown there is the code of each', () => {
  expect(text('', 'lower-rate', 'SGD: lr 5 -> 0.05', { learning_rate: 'x0.01' }).length).toBeGreaterThan(1)
  expect(text('jax', 'lower-rate', '', { learning_rate: 'x0.01' })).toEqual([])
})
