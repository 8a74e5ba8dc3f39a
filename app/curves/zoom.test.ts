import { describe, expect, it } from 'vitest'
import { panned, scaled, zoomOf } from './zoom.ts'

describe('zoom', () => {
  it('is one window for a name, within what there is', () => {
    const zoom = zoomOf('a')
    zoom.extend([0, 100])
    let told = 0
    const stop = zoom.watch(() => told++)
    zoomOf('a').set([20, 40])
    expect(zoom.get()).toEqual([20, 40])
    zoom.set([-10, 10])
    expect(zoom.get()).toEqual([0, 20])
    zoom.set([90, 130])
    expect(zoom.get()).toEqual([60, 100])
    zoom.set([0, 100])
    expect(zoom.get()).toBeUndefined()
    expect(told).toBe(4)
    stop()
    zoom.set([1, 2])
    expect(told).toBe(4)
    expect(zoomOf('b').get()).toBeUndefined()
  })

  it('goes closer around a position, wider again, and moves', () => {
    const zoom = zoomOf('c')
    zoom.extend([0, 100])
    scaled(zoom, 0.5, 20)
    expect(zoom.get()).toEqual([10, 60])
    panned(zoom, 0.2)
    expect(zoom.get()).toEqual([20, 70])
    scaled(zoom, 4)
    expect(zoom.get()).toBeUndefined()
  })

  it('has room even where all values lie at one position', () => {
    const zoom = zoomOf('d')
    zoom.extend([7, 7])
    expect(zoom.all()).toEqual([6.5, 7.5])
  })
})
