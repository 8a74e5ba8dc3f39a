// Flags of the user's script as a way to make a change.

import { describe, expect, test } from 'vitest'
import { run } from '../checks/run.fixture.ts'
import { parseKnob, turned } from './knobs.ts'

const nothing = run().record
const words = ['python', 'train.py', '--lr', '0.5', '--bs=64']
const lr = parseKnob('lr=--lr')!
const bs = parseKnob('batch_size=--bs')!

describe('a knob', () => {
  test.each([
    ['lr=--lr', { change: 'learning_rate', flag: '--lr' }],
    ['batch-size=-b', { change: 'batch_size', flag: '-b' }],
    ['width=--hidden=64', { change: 'width', flag: '--hidden', value: '64' }],
    ['lr', undefined],
    ['=--lr', undefined],
    ['lr=lr', undefined],
  ])('%s', (text, knob) => expect(parseKnob(text)).toEqual(knob))
})

describe('a command', () => {
  test('has its flag set, by a factor of what stands there', () => {
    const made = turned(words, [lr, bs], { learning_rate: 'x0.1', batch_size: 'x0.25' }, nothing)
    expect(made!.words).toEqual(['python', 'train.py', '--lr', '0.05', '--bs=16'])
    expect(made!.flags).toEqual({ learning_rate: 'x0.1', batch_size: 'x0.25' })
    expect(made!.rest).toEqual({})
  })

  test('keeps for the inside of the process what no flag makes', () => {
    const made = turned(words, [lr], { learning_rate: 'x0.1', initializer: 'he' }, nothing)
    expect(made!.rest).toEqual({ initializer: 'he' })
  })

  test('gets the flag where it has none: by the knob, or by what was seen', () => {
    const bare = ['python', 'train.py']
    expect(turned(bare, [parseKnob('lr=--lr=0.2')!], { learning_rate: 'x10' }, nothing)!.words.slice(2)).toEqual([
      '--lr',
      '2',
    ])
    const seen = run().fact('learning_rate', 0.01).record
    expect(turned(bare, [lr], { learning_rate: 'x10' }, seen)!.words.slice(2)).toEqual(['--lr', '0.1'])
  })

  test('cannot be turned by a factor of what nobody knows', () => {
    expect(turned(['python', 'train.py'], [lr], { learning_rate: 'x10' }, nothing)).toBeUndefined()
  })

  test('counts in whole numbers, at least one', () => {
    expect(turned(['a', '--bs', '3'], [bs], { batch_size: 'x0.25' }, nothing)!.words).toEqual(['a', '--bs', '1'])
  })
})
