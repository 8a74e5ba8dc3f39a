// How the recorder comes into programs of TensorFlow.js: before them, by a callback, under `whyloss run`.

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { built, suite } from '../components.ts'
import { ROOT } from '../sources.ts'
import { tfjsWorkshop } from '../tfjs.ts'

const { here, out: OUT, node, watched, rows } = tfjsWorkshop('tfjs-doors')
afterAll(() => rmSync(here.folder, { recursive: true, force: true }))
beforeEach(() => rmSync(OUT, { recursive: true, force: true }))

suite('TensorFlow.js', [built], () => {
  describe('the doors', () => {
    const load = 'const { LayersModel } = tf; console.log(typeof LayersModel.prototype.fit)'
    const train = `
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })
      model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
      model.fit(core.ones([8, 2]), core.zeros([8, 1]), { epochs: 2, verbose: 0, callbacks }).then(() => console.log('done'))`
    const cjs = `require('@tensorflow/tfjs-backend-cpu'); const core = require('@tensorflow/tfjs-core'); const tf = require('@tensorflow/tfjs-layers');`
    const esm = `import '@tensorflow/tfjs-backend-cpu'; import * as core from '@tensorflow/tfjs-core'; import * as tf from '@tensorflow/tfjs-layers';`
    const none = 'const callbacks = undefined;'
    const index = join(ROOT, 'dist/tfjs/index')

    it.each([
      ['a CommonJS module', 'a.cjs', cjs + none + train],
      ['an ES module', 'a.mjs', esm + none + train],
    ])('%s is watched without a word', (_, name, text) => {
      here.file(name, text)
      expect(watched([name]).stdout).toBe('done\n')
      expect(rows().filter(({ k }) => k === 'look').length).toBeGreaterThan(0)
    })

    it('a module in TypeScript that tsx runs is watched, and tsx is not', () => {
      here.file('a.ts', `${esm + none}const kind: string = 'typed'\n${train}`)
      const { stdout } = watched([join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'a.ts'])
      expect(stdout).toBe('done\n')
      expect(rows()[0]).toMatchObject({ k: 'start', framework: 'tensorflow-js' })
    })

    it.each([
      ['import', 'b.mjs', `import { WhylossCallback } from '${index}.js'; ${esm}`],
      ['require', 'b.cjs', `const { WhylossCallback } = require('${index}.cjs'); ${cjs}`],
    ])('the callback is there by %s', (_, name, head) => {
      here.file(name, `${head} const callbacks = [new WhylossCallback({ out: '${OUT}' })];${train}`)
      const { stdout, stderr } = node([name])
      expect([stdout, stderr.includes('whyloss')]).toEqual(['done\n', false])
      expect(rows().at(-1)).toMatchObject({ k: 'end', why: 'exit' })
    })

    it('a training by both doors is recorded once', () => {
      here.file(
        'c.mjs',
        `import { WhylossCallback } from '${index}.js'; ${esm} const callbacks = new WhylossCallback();${train}`,
      )
      expect(watched(['c.mjs']).stdout).toBe('done\n')
      expect(rows().filter(({ k }) => k === 'start')).toHaveLength(1)
    })

    it('where TensorFlow.js is not to be found one line says so, and the program goes on', () => {
      here.file('d.mjs', `import { WhylossCallback } from '${index}.js'; new WhylossCallback(); console.log('on')`)
      const { stdout, stderr, status } = node(['d.mjs'])
      expect([stdout, status]).toEqual(['on\n', 0])
      expect(stderr).toMatch(/^whyloss: not recording \(TensorFlow\.js was not found.*\); the training goes on\.\n$/)
    })

    it('a release that trains in another way is left alone, with one line', () => {
      here.file(
        'e.mjs',
        `import { WhylossCallback } from '${index}.js'
        class LayersModel { fit() { console.log('fits') } }
        new WhylossCallback({ tf: { LayersModel } }); new LayersModel().fit()`,
      )
      const { stdout, stderr } = node(['e.mjs'])
      expect(stdout).toBe('fits\n')
      expect(stderr).toMatch(/^whyloss: not recording \(Error: this release of TensorFlow\.js .*\n$/)
    })

    it('a folder that cannot be written ends the recording, with one line, not the training', () => {
      here.file('blocked', 'a file')
      const alone = node(['ailing.mjs', 'fit'])
      const blocked = watched(['ailing.mjs', 'fit'], { WHYLOSS_OUT: join(here.folder, 'blocked/out') })
      expect([blocked.stdout, blocked.status]).toEqual([alone.stdout, alone.status])
      expect(blocked.stderr.match(/whyloss: /g)).toHaveLength(1)
    })

    it('processes that do not train leave nothing', () => {
      here.file('plain.mjs', `${esm} ${load}`)
      expect(watched(['plain.mjs']).stdout).toBe('function\n')
      expect(watched(['-e', 'console.log("epoch 1 loss 0.5")']).stdout).toBe('epoch 1 loss 0.5\n')
      expect(existsSync(OUT)).toBe(false)
    })
  })

  describe('whyloss run', () => {
    it.each([
      ['node', (name: string) => ['node', 'ailing.mjs', name]],
      ['npm run', (name: string) => ['npm', 'run', '--silent', name]],
    ])('%s: the record counts, not what was printed', async (_, words) => {
      here.file('package.json', JSON.stringify({ private: true, scripts: { fit: 'node ailing.mjs fit' } }))
      const alone = node(['ailing.mjs', 'fit'])
      const { stdout, code } = await here.call(['run', '--json', '--', ...words('fit')]).end
      expect([stdout.startsWith(alone.stdout), code]).toEqual([true, 0])
      const folder = here.records().at(-1)!
      const { runs } = JSON.parse(readFileSync(join(folder, 'examination.json'), 'utf8'))
      expect(runs.map((run: { sources: { format: string }[] }) => run.sources.map(({ format }) => format))).toEqual([
        ['recorder'],
      ])
    })

    it('JavaScript without TensorFlow.js is read from what it prints', async () => {
      here.file(
        'prints.mjs',
        'for (let e = 1; e <= 6; e++) console.log("epoch", e, "loss", 2 / e, "val_loss", 2.1 / e)',
      )
      await here.call(['run', '--', 'node', 'prints.mjs']).end
      const { runs } = JSON.parse(readFileSync(join(here.records().at(-1)!, 'examination.json'), 'utf8'))
      expect(runs.map((run: { sources: { format: string }[] }) => run.sources.map(({ format }) => format))).toEqual([
        ['text'],
      ])
    })
  })
})
