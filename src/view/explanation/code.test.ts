import { describe, expect, it } from 'vitest'
import { codeIn } from './code.ts'

describe('the code of a remedy', () => {
  it.each([
    ['pytorch', 'PyTorch'],
    ['lightning', 'PyTorch'],
    ['hf-trainer', 'PyTorch'],
    ['keras', 'Keras'],
    ['tensorflow', 'Keras'],
    ['tensorflow-js', 'TensorFlow.js'],
  ])('is given to %s as %s', (framework, wanted) => {
    expect(codeIn(framework, 'lower-rate')?.framework).toBe(wanted)
  })

  it('is none in a framework that has none', () => {
    expect(codeIn('xgboost', 'lower-rate')).toBeUndefined()
    expect(codeIn('', 'lower-rate')).toBeUndefined()
    expect(codeIn('pytorch', 'no-such-remedy')).toBeUndefined()
  })
})
