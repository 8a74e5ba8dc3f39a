// Main curves, aligned pairs, ends and exhibits.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asShare,
  curveExhibit,
  ends,
  finest,
  hasNonFinite,
  heldOut,
  heldOutOrTrain,
  least,
  main,
  pair,
  pairOfShares,
  quotient,
  relativeFall,
  shareAtEnd,
  span,
  totalSteps,
  trainOrVal,
} from './curves.ts'
import { type RunBuilder, run } from './run.fixture.ts'

const seriesOf = ({ record }: RunBuilder) => record.series
const step = { axis: 'step' } as const

describe('the curve that stands for a split', () => {
  const both = seriesOf(
    run()
      .curve('loss', [5, 4, 3, 2, 1, 0.5], step)
      .curve('epoch_loss', [4, 2, 1])
      .curve('val_loss', [3, 2])
      .curve('test_loss', [9]),
  )

  it('is the epoch curve where it has three values, though the step curve is longer', () => {
    expect(main(both, 'train')?.name).toBe('epoch_loss')
    expect(finest(both, 'train')?.name).toBe('loss')
  })

  it('is the step curve where the epochs are too few', () => {
    const few = seriesOf(run().curve('loss', [5, 4, 3], step).curve('epoch_loss', [4, 2]))
    expect(main(few, 'train')?.name).toBe('loss')
  })

  it('is a running mean only where nothing else is there', () => {
    const running = { axis: 'epoch', mean: 'running' } as const
    const mixed = seriesOf(run().curve('loss', [5, 4, 3, 2], running).curve('my loss', [4], step))
    expect(main(mixed, 'train')?.name).toBe('my loss')
    expect(main(seriesOf(run().curve('loss', [5, 4, 3], running)), 'train')?.name).toBe('loss')
  })

  it('held out: validation, else test, else none', () => {
    expect(heldOut(both)?.split).toBe('val')
    expect(heldOut(both.filter((one) => one.split !== 'val'))?.split).toBe('test')
    expect(heldOut(undefined)).toBeUndefined()
  })

  it('training first, or held out first, else the other', () => {
    const [train, val, test] = ['loss', 'val_loss', 'test_loss'].map((name) => seriesOf(run().curve(name, [3, 2]))[0]!)
    expect(trainOrVal([val!, train!])?.name).toBe('loss')
    expect(trainOrVal([test!, val!])?.name).toBe('val_loss')
    expect(trainOrVal([test!])).toBeUndefined()
    expect(heldOutOrTrain([train!, test!])?.name).toBe('test_loss')
    expect(heldOutOrTrain([train!])?.name).toBe('loss')
    expect(heldOutOrTrain(undefined)).toBeUndefined()
  })
})

describe('pairs', () => {
  it('meet the last training value at or before each validation', () => {
    const both = pair(
      seriesOf(
        run()
          .curve('loss', [8, 7, 6, 5, 4, 3], { ...step, at: [10, 20, 30, 40, 50, 60] })
          .curve('val_loss', [1, 2, 3], { ...step, at: [25, 50, 90] }),
      ),
    )
    expect(Array.from(both!.train)).toEqual([7, 4, 3])
    expect(Array.from(both!.x)).toEqual([25, 50, 90])
  })

  it('meet the first training value where validation came before it', () => {
    const both = pair(
      seriesOf(
        run()
          .curve('loss', [8, 7], { ...step, at: [10, 20] })
          .curve('val_loss', [1, 2], { ...step, at: [0, 20] }),
      ),
    )
    expect(Array.from(both!.train)).toEqual([8, 7])
  })

  it('leave out what is not finite on either side', () => {
    const both = pair(
      seriesOf(run().curve('loss', [3, Number.NaN, 1]).curve('val_loss', [Number.POSITIVE_INFINITY, 2, 1])),
    )
    expect([Array.from(both!.train), Array.from(both!.val), Array.from(both!.x)]).toEqual([[1], [1], [3]])
  })

  it('join curves of the same name, though another training curve is longer', () => {
    const both = pair(
      seriesOf(
        run().curve('train/cls_loss', [3, 2, 1]).curve('train/loss', [9, 8, 7, 6]).curve('val/cls_loss', [3, 3, 3]),
      ),
    )
    expect(both!.trainSeries.name).toBe('train/cls_loss')
  })

  it('of accuracies are shares, each side in its own unit', () => {
    const both = pairOfShares(seriesOf(run().curve('accuracy', [50, 90]).curve('val_accuracy', [0.5, 0.8])))
    expect([...(both?.train ?? [])]).toEqual([0.5, 0.9])
    expect([...(both?.val ?? [])]).toEqual([0.5, 0.8])
    expect(pairOfShares(undefined)).toBeUndefined()
  })

  it('are none without a validation, without training, and where nothing is finite', () => {
    expect(pair(seriesOf(run().curve('loss', [1, 2])))).toBeUndefined()
    expect(pair(seriesOf(run().curve('val_loss', [1, 2])))).toBeUndefined()
    expect(pair(seriesOf(run().curve('loss', [Number.NaN]).curve('val_loss', [1])))).toBeUndefined()
    expect(pair(undefined)).toBeUndefined()
  })
})

describe('levels', () => {
  it('ends are medians of a tenth, of finite values only', () => {
    const values = [9, ...Array(18).fill(5), 1]
    expect(ends(values)).toEqual({ first: 7, last: 3 })
    expect(ends([Number.NaN, 4, 2, Number.POSITIVE_INFINITY])).toEqual({ first: 4, last: 2 })
  })

  it('least is the smallest value and where it stands', () => {
    expect(least([3, 1, 2, 1])).toEqual({ value: 1, index: 1 })
    expect(least([Number.NaN, 4])).toEqual({ value: 4, index: 1 })
    expect(least([])).toEqual({ value: Number.POSITIVE_INFINITY, index: -1 })
  })

  it('accuracies in per cent become shares; shares stay', () => {
    const [percent, share] = seriesOf(run().curve('accuracy', [12, 50, 99]).curve('val_accuracy', [0.12, 1]))
    expect(Array.from(asShare(percent!))).toEqual([0.12, 0.5, 0.99])
    expect(Array.from(asShare(share!))).toEqual([0.12, 1])
  })

  it('a curve ends at a share; without a curve there is none', () => {
    expect(shareAtEnd(seriesOf(run().curve('accuracy', [20, 80]))[0])).toBe(0.8)
    expect(shareAtEnd(undefined)).toBeUndefined()
  })

  it('falls and quotients are finite where they are held against 0', () => {
    expect(relativeFall({ first: 4, last: 1 })).toBe(0.75)
    expect(relativeFall({ first: -2, last: -1 })).toBe(-0.5)
    expect(quotient(3, 2)).toBe(1.5)
    expect(quotient(3, 0)).toBe(3e12)
    expect(relativeFall({ first: 0, last: 0 })).toBe(0)
  })

  it('one NaN or Inf makes a curve not finite', () => {
    const [whole, lost] = seriesOf(run().curve('loss', [2, 1]).curve('val_loss', [2, Number.POSITIVE_INFINITY]))
    expect([hasNonFinite(whole!), hasNonFinite(lost!)]).toEqual([false, true])
  })

  it('places count as the user does', () => {
    const [epochs, steps] = seriesOf(
      run()
        .curve('loss', [3, 2, 1])
        .curve('val_loss', [3, 2], { ...step, at: [100, 200] }),
    )
    expect(span(epochs!, 1)).toEqual({ epochs: [2, 3] })
    expect(span(steps!)).toEqual({ steps: [100, 200] })
  })

  it('steps of the run are the largest that any curve counts', () => {
    expect(totalSteps(run().curve('loss', [3, 2], { ...step, at: [50, 700] }).record)).toBe(700)
    expect(totalSteps(run().curve('loss', [3, 2]).record)).toBeUndefined()
  })
})

describe('curve exhibits', () => {
  const lineOf = (values: readonly number[]) => {
    const exhibit = curveExhibit('loss', seriesOf(run().curve('loss', values, step)))
    if (exhibit.kind !== 'curve') throw new Error('no curve')
    return { ...exhibit.lines[0]!, log: exhibit.log }
  }

  it('hold at most 400 points, at rising positions of the curve', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (points) => {
        const { x, y } = lineOf(Array.from({ length: points }, (_, i) => 1 + (i % 7)))
        expect(x.length).toBe(y.length)
        expect(x.length).toBeLessThanOrEqual(400)
        expect(x.length).toBeGreaterThanOrEqual(Math.min(points, 200))
        expect(x.every((one, i) => i === 0 || one > x[i - 1]!)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  const LONG = 3000
  const long = (at: Readonly<Record<number, number>>) => lineOf(Array.from({ length: LONG }, (_, i) => at[i] ?? 1))
  const shown = ({ x, y }: ReturnType<typeof lineOf>, index: number) => y[x.indexOf(index + 1)]

  it('keep a spike, wherever it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: LONG - 1 }), (spike) => {
        expect(shown(long({ [spike]: 60 }), spike)).toBe(60)
      }),
      { numRuns: 60 },
    )
  })

  it('keep what is not finite, as a gap', () => {
    fc.assert(
      fc.property(fc.nat(LONG - 1), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY), (lost, value) => {
        expect(shown(long({ [lost]: value }), lost)).toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  it('keep a spike right after a gap', () => {
    expect(shown(long({ 0: Number.NaN, 9: 60 }), 9)).toBe(60)
  })

  it('keep the first value and the last', () => {
    const line = long({ 0: 500, [LONG - 1]: 1.5, [LONG - 2]: 3 })
    expect([shown(line, 0), shown(line, LONG - 1)]).toEqual([500, 1.5])
  })

  it('are logarithmic where the curve spans more than fifty-fold above 0', () => {
    expect(lineOf([100, 10, 1]).log).toBe(true)
    expect(lineOf([3, 2, 1]).log).toBe(false)
    expect(lineOf([100, 1, -1]).log).toBe(false)
  })

  it('leave out curves that are not there', () => {
    const exhibit = curveExhibit('loss', [undefined, ...seriesOf(run().curve('loss', [1]))])
    expect(exhibit.kind === 'curve' && exhibit.lines.length).toBe(1)
  })
})
