// Lines that are called out, and a text that is shown in place.

import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { caller } from './caller.ts'
import { screen } from './screen.ts'

function terminal(isTTY: boolean, rows = 24) {
  let text = ''
  const output = new Writable({
    write(chunk, _, done) {
      text += chunk
      done()
    },
  })
  return { output: Object.assign(output, { isTTY, rows }), shown: () => text }
}

test('one line at a time, whole, over whatever bar stands there', async () => {
  const { output, shown } = terminal(true)
  const calls = caller(output, 30)
  for (const line of ['one', 'two']) calls.say(line)
  expect(shown()).toBe('\r\u001b[Kone\n')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(shown()).toBe('\r\u001b[Kone\n\r\u001b[Ktwo\n')
  calls.say('three', true)
  expect(shown()).toContain('three')
  calls.end()
})

test('without signs where no terminal is; what waits at the end is not said', async () => {
  const { output, shown } = terminal(false)
  const calls = caller(output, 20)
  for (const line of ['one', 'two', 'three']) calls.say(line)
  calls.end()
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(shown()).toBe('one\n')
})

test('a text is shown in the place of the one before, no higher than the window', () => {
  const { output, shown } = terminal(true, 3)
  const place = screen(output)
  place.show('a\nb\nc\nd\n')
  place.show('e\n')
  place.clear()
  place.clear()
  expect(shown()).toBe('a\nb\n\u001b[2A\r\u001b[Je\n\u001b[1A\r\u001b[J')
  const file = terminal(false)
  screen(file.output).show('a')
  expect(file.shown()).toBe('')
})
