// `--fact NAME=VALUE`.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { speaker } from '../locales/speak.ts'
import { FACT_NAMES } from '../record/fact-kinds.ts'
import { parseFact } from './fact.ts'
import { Refusal } from './refusal.ts'

const say = speaker('en')

function complaint(given: string): string {
  try {
    parseFact(given)
  } catch (error) {
    if (error instanceof Refusal) return say(error.id, error.values)
    throw error
  }
  throw new Error(`${given} was accepted`)
}

describe('parseFact', () => {
  it.each([
    ['learning_rate=1e-3', 'learning_rate', 0.001],
    ['learning-rate=.01', 'learning_rate', 0.01],
    ['classes=10', 'classes', 10],
    ['parameters=1,234,567', 'parameters', 1_234_567],
    ['majority-share=90%', 'majority_share', 0.9],
    ['dropout=0.5', 'dropout', 0.5],
    ['from_logits=yes', 'from_logits', true],
    ['shuffled=False', 'shuffled', false],
    ['task=language_model', 'task', 'language-model'],
    ['target_range=[-1, 1]', 'target_range', [-1, 1]],
    ['input_range=0..255', 'input_range', [0, 255]],
    ['learning_rates_tried=0.1,0.01', 'learning_rates_tried', [0.1, 0.01]],
    ['hidden_activations=relu, tanh', 'hidden_activations', ['relu', 'tanh']],
    ['loss_function=BCELoss', 'loss_function', 'binary-cross-entropy'],
    ['optimizer=AdamW', 'optimizer', 'adamw'],
    ['dataset=My Own=Data', 'dataset', 'my own=data'],
  ])('%s', (given, name, value) => {
    expect(parseFact(given)).toMatchObject({ name, value, from: 'user', where: '--fact', quote: `--fact ${given}` })
  })

  it.each([
    ['learnin_rate=1', 'learning_rate'],
    ['lr-rate=1', 'learning_rate'],
    ['clases=3', 'classes'],
    ['__proto__=3', 'parameters'],
  ])('%s names the nearest fact', (given, near) => {
    const line = complaint(given)
    expect(line).toContain(given.split('=')[0])
    expect(FACT_NAMES.some((name) => line.endsWith(`the nearest is ${name}.`))).toBe(true)
    if (near !== 'parameters') expect(line).toContain(near)
  })

  it.each([
    'classes',
    'classes=',
    '=3',
    'classes=ten',
    'classes=-1',
    'classes=2.5',
    'learning_rate=NaN',
    'learning_rate=1e999',
    'learning_rate=0x10',
    'dropout=50',
    'from_logits=maybe',
    'task=fishing',
    'target_range=1',
    'target_range=2,1',
    'learning_rates_tried=0.1,fast',
  ])('%s is refused with a line that says what is asked', (given) => {
    expect(complaint(given)).toMatch(/--fact/)
  })

  it('never throws anything but a Refusal, and keeps what it accepts finite', () => {
    const name = fc.constantFrom(...FACT_NAMES)
    fc.assert(
      fc.property(name, fc.string({ unit: 'binary', maxLength: 200 }), (key, words) => {
        try {
          const { value } = parseFact(`${key}=${words}`)
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
    )
  })
})
