// How soon `whyloss run` calls out what is fatal: from the step that shows it to the line on the screen.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workshop } from '../test/watched.ts'

const PYTHON = process.env.WHYLOSS_TORCH ?? '/usr/bin/python3'
const TRAIN = join(fileURLToPath(new URL('..', import.meta.url)), 'recorder/tests/ailing.py')
const ROUNDS = 5

/** What goes wrong, the options of the training, and the line that names it. */
const FAULTS: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['NaN from the first step', ['200', '0.1', '0.1', 'hole'], /^whyloss: .*loss is NaN/m],
  ['softmax before CrossEntropyLoss', ['200', '0.1', '0.1', 'softmax'], /^whyloss: .*Last layer and loss/m],
  ['learning rate of 10', ['200', '10', '0.1', 'wild'], /^whyloss: .*learning rate is too high/m],
]

/** Prints the seconds of each round from the first printed step to the line that names the fault. */
export async function main(): Promise<void> {
  const here = workshop('live')
  try {
    for (const [fault, words, says] of FAULTS) {
      const seconds: string[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const { child, end, until } = here.call(['run', '--', PYTHON, TRAIN, ...words])
        const said = until('stderr', says)
        const shown = await until('stdout', /step 1 of/)
        seconds.push((((await said) - shown) / 1000).toFixed(2))
        child.kill('SIGTERM')
        await end
      }
      console.log(`  ${fault.padEnd(34)}${seconds.map((one) => `${one} s`.padEnd(9)).join('')}`)
    }
  } finally {
    rmSync(here.folder, { recursive: true, force: true })
  }
}
