import { expect, it } from 'vitest'
import { candidatesOf, type Suspect, usualBeside, withFlagged } from './candidates.ts'
import { parseKnob } from './knobs.ts'

const suspects: readonly Suspect[] = [
  { cause: 'overfitting', probability: 0.3 },
  { cause: 'saturated-activations', probability: 0.2 },
]
const remediesOf = (list: readonly { readonly remedy: string }[]) => list.map(({ remedy }) => remedy)

it('asks the next cause before the second remedy of one that did no good, and what costs nothing first', () => {
  const { tried, byHand } = candidatesOf(suspects, [])
  const order = remediesOf(tried)
  expect(order.slice(0, 2)).toEqual(['early-stop', 'weight-decay-up'])
  expect(order.indexOf('he-init')).toBeLessThan(order.indexOf('dropout-up'))
  expect(remediesOf(byHand)).toContain('smaller-model')
})

it('reaches without PyTorch and Keras what is read off a curve, and what a flag sets', () => {
  const data: readonly Suspect[] = [...suspects, { cause: 'too-little-data', probability: 0.1 }]
  expect(remediesOf(candidatesOf(data, [], false).tried)).toEqual(['early-stop'])
  const knobs = [parseKnob('examples=--rows')!]
  expect(remediesOf(candidatesOf(data, knobs, false).tried)).toEqual(['early-stop', 'more-data'])
  expect(remediesOf(candidatesOf(data, knobs).byHand)).not.toContain('more-data')
})

it('tries what a flag was named for before what is less probable', () => {
  const knobs = ['width=--width', 'lr=--lr'].map((one) => parseKnob(one)!)
  const { tried } = candidatesOf([{ cause: 'unshuffled-data', probability: 0.6 }, ...suspects], knobs)
  expect(remediesOf(withFlagged(tried, knobs)).slice(0, 4)).toEqual([
    'shuffle',
    'early-stop',
    'weight-decay-up',
    'larger-model',
  ])
  expect(remediesOf(withFlagged([], knobs))).toEqual(['larger-model'])
  expect(remediesOf(withFlagged(tried, []))).toEqual(remediesOf(tried))
})

it('of a healthy training asks only whether it should have gone on', () => {
  expect(remediesOf(usualBeside([], true))).toEqual(['train-longer'])
  const { tried } = candidatesOf([{ cause: 'poor-initialization', probability: 0.4 }], [])
  expect(remediesOf(usualBeside(tried, false))).not.toContain('he-init')
  expect(remediesOf(usualBeside(tried, false))).toContain('adam')
})
