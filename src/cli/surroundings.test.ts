// What can be drawn, by environment and stream.

import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { progress } from './progress.ts'
import { canvas, type Surroundings, watched } from './surroundings.ts'

/** Real streams that keep what is written to them. */
function around(env: Surroundings['env'], tty: boolean, columns?: number) {
  const written: string[] = []
  const write = (chunk: Buffer, _: string, done: () => void) => {
    written.push(String(chunk))
    done()
  }
  const output = () =>
    Object.assign(new Writable({ write }), {
      isTTY: tty,
      ...(columns === undefined ? {} : { columns }),
    })
  const place = { env, platform: 'linux', stdin: Readable.from([]), stdout: output(), stderr: output() }
  return { place, written }
}

describe('canvas', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
    [{ CI: 'true' }, false, false],
  ])('%j on a terminal: %s, colour: %s', (env, tty, color) => {
    expect(canvas(around(env, tty).place).color).toBe(color)
  })

  it.each([
    [{ LANG: 'en_US.UTF-8' }, true],
    [{ LANG: 'C' }, false],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, false],
    [{ LC_CTYPE: 'C.utf8' }, true],
    [{ LANG: 'ru_RU.KOI8-R' }, false],
    [{}, true],
  ])('%j takes all signs: %s', (env, unicode) => {
    expect(canvas(around(env, true).place).unicode).toBe(unicode)
  })

  it('takes the width of the window, of COLUMNS, or none', () => {
    expect(canvas(around({}, true, 57).place).columns).toBe(57)
    expect(canvas(around({ COLUMNS: '61' }, false, 57).place).columns).toBe(61)
    expect(canvas(around({ COLUMNS: 'wide' }, false).place).columns).toBe(0)
  })

  it('gives a file all signs, no colour and no window', () => {
    const { place } = around({ FORCE_COLOR: '1', LANG: 'C' }, true, 57)
    expect(canvas(place, 'report.txt')).toEqual({ columns: 0, color: false, unicode: true })
  })
})

describe('progress', () => {
  it('says nothing where nobody watches', async () => {
    for (const { place, written } of [around({}, false), around({ CI: '1' }, true)]) {
      const line = progress(place, 0)
      line.say('reading')
      await new Promise((resolve) => setTimeout(resolve, 20))
      line.end()
      expect(watched(place)).toBe(false)
      expect(written).toEqual([])
    }
  })

  it('shows a line after a while and takes it away', async () => {
    const { place, written } = around({}, true, 12)
    const line = progress(place, 5)
    line.say('reading a long name')
    expect(written).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 40))
    line.end()
    expect(written).toHaveLength(2)
    expect(written[0]).toContain('readi')
    expect(written[1]).toBe('\r\u001b[2K')
  })

  it('shows nothing for a quick answer', () => {
    const { place, written } = around({}, true, 80)
    const line = progress(place)
    line.say('reading')
    line.end()
    expect(written).toEqual([])
  })
})
