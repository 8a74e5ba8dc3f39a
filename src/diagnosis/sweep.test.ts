// Many runs of one kind, made by seed: healthy ones are never ill, and plain faults are named whatever their numbers.

import { describe, expect, it } from 'vitest'
import { curve, type RunBuilder, run, shaken, straight } from '../checks/run.fixture.ts'
import { uniform } from '../signal/generator.ts'
import type { ExaminedRun } from './examination.ts'
import { examine } from './examine.ts'

/** What varies from run to run: all of it from the seed. */
interface Drawn {
  readonly seed: number
  readonly epochs: number
  readonly classes: number
  /** what guessing costs */
  readonly level: number
  readonly noise: number
  between(low: number, high: number): number
}

function drawn(seed: number): Drawn {
  const next = uniform(seed)
  const between = (low: number, high: number) => low + (high - low) * next()
  const classes = [2, 3, 10, 37, 100][Math.floor(next() * 5)] ?? 10
  const noise = Math.exp(between(Math.log(0.002), Math.log(0.05)))
  return { seed, epochs: Math.floor(between(15, 60)), classes, level: Math.log(classes), noise, between }
}

function sweep(runs: number, build: (one: Drawn) => RunBuilder): readonly ExaminedRun[] {
  const records = Array.from({ length: runs }, (_, i) => build(drawn(i + 1)).record)
  return examine(records, { language: 'en', version: '0' }).runs
}

const verdicts = (runs: readonly ExaminedRun[]) => [...new Set(runs.map((one) => one.verdict))]
const first = (runs: readonly ExaminedRun[]) => [...new Set(runs.map((one) => one.diagnosis[0]?.cause))]

describe('healthy runs are not ill', () => {
  /** Falls to its level within the first tenth to eighth of the run. */
  const converged = ({ epochs, level, noise, seed, between }: Drawn) =>
    curve(epochs, level, between(0.08, 0.4) * level, { tau: epochs / between(8, 12), noise, seed })

  it('a converged classification with its validation a little above', () => {
    const runs = sweep(40, (one) => {
      const loss = converged(one)
      const gap = one.between(1, 1.2)
      return run()
        .fact('classes', one.classes)
        .curve('loss', loss)
        .curve(
          'val_loss',
          shaken(
            loss.map((value, i) => value * (1 + ((gap - 1) * i) / loss.length)),
            { noise: 1.5 * one.noise, seed: one.seed + 500 },
          ),
        )
    })
    expect(verdicts(runs)).not.toContain('ill')
    expect(runs.filter((one) => one.verdict === 'healthy').length).toBeGreaterThan(30)
  })

  it('a converged regression of any scale', () => {
    const runs = sweep(30, (one) => {
      const scale = Math.exp(one.between(-2, 4))
      const loss = converged(one).map((value) => value * scale)
      return run()
        .fact('loss_function', 'mse')
        .curve('loss', loss)
        .curve('val_loss', shaken(loss, { noise: one.noise, seed: one.seed + 600 }))
    })
    expect(verdicts(runs)).not.toContain('ill')
  })

  it('shaking step losses that fall', () => {
    const runs = sweep(30, (one) =>
      run()
        .fact('classes', one.classes)
        .curve(
          'loss',
          curve(4 * one.epochs, one.level, 0.3 * one.level, {
            tau: one.epochs / 2,
            noise: 0.02 + one.noise,
            seed: one.seed,
          }),
          { axis: 'step' },
        ),
    )
    expect(verdicts(runs)).not.toContain('ill')
  })
})

describe('plain faults are named', () => {
  it('overfitting', () => {
    const runs = sweep(25, ({ epochs, classes, level, noise, seed, between }) => {
      const third = Math.floor(epochs / 3)
      return run()
        .fact('classes', classes)
        .curve('loss', curve(epochs, level, 0.01 * level, { noise, seed }))
        .curve('val_loss', [
          ...curve(third, level, 0.55 * level, { tau: third / 4, noise, seed: seed + 1 }),
          ...straight(epochs - third, 0.6 * level, between(1, 2) * level, { noise, seed: seed + 2 }),
        ])
    })
    expect(verdicts(runs)).toEqual(['ill'])
    expect(first(runs)).toEqual(['overfitting'])
  })

  it('a loss that swings without end', () => {
    const runs = sweep(25, ({ epochs, level, seed, between }) => {
      const swing = shaken(Array(epochs).fill(0.6 * level), { noise: between(0.3, 0.4), seed })
      return run().curve(
        'loss',
        swing.map((value) => Math.max(value, 0.2 * level)),
      )
    })
    expect(verdicts(runs)).toEqual(['ill'])
    expect(first(runs)).toEqual(['learning-rate-too-high'])
  })

  it('a jump back to guessing', () => {
    const runs = sweep(25, ({ epochs, classes, level, noise, seed }) => {
      const most = Math.floor((2 * epochs) / 3)
      return run()
        .fact('classes', classes)
        .curve('loss', [
          ...curve(most, level, 0.3 * level, { noise, seed }),
          ...straight(epochs - most, 1.001 * level, level, { noise: 0.002, seed: seed + 1 }),
        ])
    })
    expect(verdicts(runs)).toEqual(['ill'])
    expect(first(runs)).toEqual(['learning-rate-too-high'])
  })

  it('a crawl', () => {
    const runs = sweep(25, ({ epochs, classes, level, seed, between }) =>
      run()
        .fact('classes', classes)
        .curve('loss', straight(epochs, level, between(0.85, 0.95) * level, { noise: 0.0008, seed }))
        .curve('accuracy', straight(epochs, 1 / classes, 1 / classes + 0.1)),
    )
    expect(verdicts(runs)).toEqual(['ill'])
    expect(first(runs)).toEqual(['learning-rate-too-low'])
  })

  it('something, where the loss stands at guessing or ends in NaN, though the cause stays open', () => {
    const guessing = sweep(20, ({ epochs, classes, level, seed }) =>
      run()
        .fact('classes', classes)
        .fact('loss_function', 'cross-entropy')
        .curve('loss', straight(epochs, level, level, { noise: 0.001, seed })),
    )
    const lost = sweep(20, ({ epochs, level, noise, seed }) =>
      run().curve('loss', [...curve(epochs, level, 0.4 * level, { noise, seed }), Number.NaN, Number.NaN]),
    )
    expect([...verdicts(guessing), ...verdicts(lost)]).toEqual(['ill', 'ill'])
  })

  it.fails('validation far above from the first value on is not overfitting', () => {
    const runs = sweep(25, ({ epochs, classes, level, noise, seed, between }) =>
      run()
        .fact('classes', classes)
        .curve('loss', curve(epochs, 0.8 * level, 0.1 * level, { noise, seed }))
        .curve('val_loss', straight(epochs, between(4, 9) * level, 4 * level, { noise: 3 * noise, seed: seed + 1 })),
    )
    expect(first(runs)).not.toContain('overfitting')
  })
})
