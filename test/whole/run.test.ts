// `whyloss run` on commands that are not Python's: what they print, how they end, and what is said of them.

import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { examinationSchema } from '../../src/view/schema.ts'
import { built, suite } from '../components.ts'
import { eventually, MAIN, workshop } from '../watched.ts'

const here = workshop('run')
afterAll(() => rmSync(here.folder, { recursive: true, force: true }))
beforeEach(() => rmSync(join(here.folder, '.whyloss'), { recursive: true, force: true }))

const node = process.execPath
/** Prints an epoch a line; a factor above 1 diverges; pauses a line and ends with a code. */
const TRAIN = here.file(
  'train.mjs',
  `const [epochs, factor, pause, code] = process.argv.slice(2).map(Number)
for (let epoch = 1; epoch <= epochs; epoch++) {
  const loss = 3 * factor ** epoch
  console.log('epoch ' + epoch + ' loss ' + (epoch > 20 && factor > 1 ? 'nan' : loss.toFixed(4)))
  await new Promise((resolve) => setTimeout(resolve, pause))
}
process.exitCode = code`,
)
const train = (epochs: number, factor: number, pause = 0, code = 0) =>
  [node, TRAIN, ...[epochs, factor, pause, code].map(String)] as const
const run = (...words: readonly string[]) => here.call(['run', ...words]).end
const lines = (stderr: string) => stderr.split('\n').filter((line) => line.startsWith('whyloss: '))

suite('whyloss run', [built], () => {
  it('leaves the output as it is, byte for byte, and says what it has to say elsewhere', async () => {
    const bytes = 'process.stdout.write(Buffer.from(Array.from({ length: 1 << 20 }, (_, i) => (i * 7919) & 255)))'
    const alone = spawnSync(node, ['-e', bytes], { maxBuffer: 1 << 22 })
    const watched = spawnSync(node, [MAIN, 'run', '--', node, '-e', bytes], {
      cwd: here.folder,
      env: here.env,
      maxBuffer: 1 << 22,
    })
    expect(watched.stdout.equals(alone.stdout)).toBe(true)
    expect(watched.stderr.toString()).toMatch(/^whyloss: [^\n]+\n$/)
    expect(watched.status).toBe(0)
  })

  it('reads what is printed, and leaves record, page and examination in one folder', async () => {
    const { code, stdout, stderr } = await run('--', ...train(40, 0.9))
    expect([code, stdout.split('\n').length]).toEqual([0, 41])
    expect(stderr).toContain('train.mjs 40 0.9')
    const [folder] = here.records()
    expect(readdirSync(folder!).sort()).toEqual(['examination.json', 'output.log', 'report.html'])
    expect(readFileSync(join(folder!, 'output.log'), 'utf8')).toBe(stdout)
    expect(lines(stderr).at(-1)).toContain(folder!.slice(here.folder.length + 1))
    const { runs } = examinationSchema.parse(JSON.parse(readFileSync(join(folder!, 'examination.json'), 'utf8')))
    expect(runs.map(({ series }) => series.map(({ points }) => points))).toEqual([[40]])
    const again = spawnSync(node, [MAIN, 'diagnose', folder!, '--json'], { env: here.env })
    const { diagnosis } = JSON.parse(again.stdout.toString()).runs[0]
    expect(diagnosis).toEqual(runs[0]!.diagnosis)
  })

  it('writes into the folder that was asked for, in the form that was asked for', async () => {
    const { stderr } = await run('--out', 'runs/7', '--format', 'md', '--lang', 'zh', '--', ...train(30, 1.2))
    expect(stderr).not.toContain('\n\n')
    expect(readdirSync(join(here.folder, 'runs/7')).sort()).toContain('report.md')
    expect(readFileSync(join(here.folder, 'runs/7/report.md'), 'utf8')).toContain('学习率')
    expect(existsSync(join(here.folder, '.whyloss'))).toBe(false)
  })

  it('judges this command alone, whatever lies in the folder that was asked for', async () => {
    here.file('train.log', 'epoch 1 loss 3\nepoch 2 loss 2\n')
    for (const epochs of [40, 30]) {
      const { stderr } = await run('--out', '.', '--', ...train(epochs, 0.9))
      expect(stderr).toContain(`train.mjs ${epochs} 0.9`)
      const { runs } = examinationSchema.parse(JSON.parse(readFileSync(join(here.folder, 'examination.json'), 'utf8')))
      expect(runs.map(({ series }) => series.map(({ points }) => points))).toEqual([[epochs]])
    }
    for (const name of ['train.log', 'output.log', 'examination.json', 'report.html']) rmSync(join(here.folder, name))
  })

  it.each<[string, readonly string[], readonly string[], number]>([
    ['that of the command', [], train(30, 0.9, 0, 7), 7],
    ['128 and its signal', [], [node, '-e', 'process.kill(process.pid, "SIGKILL")'], 137],
    ['0 of an ill run', [], train(30, 1.2), 0],
    ['1 of an ill run where --fail-on asks', ['--fail-on', 'likely'], train(30, 1.2), 1],
    ['the command\u2019s before that of --fail-on', ['--fail-on', 'likely'], train(30, 1.2, 0, 9), 9],
  ])('exit code: %s', async (_, options, command, code) => {
    expect((await run(...options, '--', ...command)).code).toBe(code)
  })

  it('hands the command its own words, dashes and all', async () => {
    const echo = [node, '-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--']
    const words = ['--lang', 'zz', '--', '--help', '', "it's"]
    expect(JSON.parse((await run('--', ...echo, ...words)).stdout)).toEqual(words)
    expect(JSON.parse((await run(...echo, ...words)).stdout)).toEqual(words)
  })

  it('calls out what is fatal within 2 s of the line that shows it', async () => {
    const { end, until } = here.call(['run', '--', ...train(60, 1.2, 100)])
    const shown = until('stdout', /nan/)
    const said = until('stderr', /^whyloss: .*NaN.*Most likely: /m)
    expect((await said) - (await shown)).toBeLessThan(2000)
    expect(lines((await end).stderr).filter((line) => line.includes('NaN'))).toHaveLength(1)
  })

  it('ends a command that is lost, where it is asked to, however it clings', async () => {
    const stubborn = here.file(
      'stubborn.mjs',
      `process.on('SIGINT', () => console.log('got SIGINT'))\n${readFileSync(TRAIN)}`,
    )
    const began = performance.now()
    const { code, stdout, stderr } = await run('--stop-on', 'fatal', '--', node, stubborn, '10000', '1.2', '50', '0')
    expect(code).toBe(4)
    expect(stdout.match(/got SIGINT/g)).toHaveLength(1)
    expect(lines(stderr).some((line) => /--stop-on.*NaN/.test(line))).toBe(true)
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('posts the examination once', async () => {
    const got: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        got.push(body)
        response.end()
      })
    }).listen(0)
    const { port } = server.address() as AddressInfo
    const { code } = await run('--webhook', `http://127.0.0.1:${port}/`, '--', ...train(30, 0.9))
    server.close()
    expect([code, got.length]).toEqual([0, 1])
    expect(examinationSchema.parse(JSON.parse(got[0]!)).runs).toHaveLength(1)
    const { code: same, stderr } = await run('--webhook', `http://127.0.0.1:${port}/`, '--', ...train(30, 0.9))
    expect([same, lines(stderr).some((line) => line.includes('ECONNREFUSED'))]).toEqual([0, true])
  })
})

suite('whyloss run: bad input', [built], () => {
  const locked = here.file('locked', '#!/bin/sh\n')
  chmodSync(locked, 0o644)

  it.each<[string, readonly string[], number, RegExp]>([
    ['a command that does not exist', ['--', 'no-such-command', '--x'], 127, /no-such-command/],
    ['one that cannot be executed', ['--', locked], 126, /executed/],
    ['one that prints nothing', ['--', 'true'], 0, /printed nothing/],
    ['one that fails and prints nothing', ['--', 'false'], 1, /printed nothing/],
    ['one that trains nothing', ['--', 'echo', 'good morning'], 0, /loss or a metric/],
    ['no command', [], 2, /needs a command/],
    ['an option that does not exist', ['--frob', '--', 'true'], 2, /--frob/],
    ['a reason to stop that does not exist', ['--stop-on', 'plateau', '--', 'true'], 2, /plateau/],
    ['an address that is none', ['--webhook', 'ftp://x', '--', 'true'], 2, /ftp/],
    ['a folder that cannot be made', ['--out', 'train.mjs/x', '--', 'true'], 2, /train\.mjs\/x/],
  ])('%s: one clear line, the exit code kept, nothing left behind', async (_, words, code, says) => {
    const outcome = await run(...words)
    expect(outcome.code).toBe(code)
    expect(outcome.stderr).toMatch(/^whyloss: [^\n]+\n$/)
    expect(outcome.stderr).toMatch(says)
    expect(existsSync(join(here.folder, '.whyloss'))).toBe(false)
  })

  it('its own files gone meanwhile, as by an upgrade: one line, and an end', async () => {
    const copy = join(here.folder, 'copy')
    cpSync(dirname(dirname(MAIN)), copy, { recursive: true })
    const { child, end } = here.start([node, join(copy, 'cli', 'main.js'), 'run', '--', ...train(20, 0.9, 100)])
    await eventually(() => existsSync(join(here.folder, '.whyloss')))
    rmSync(copy, { recursive: true })
    const { stderr } = await end
    expect(child.exitCode).not.toBeNull()
    expect(stderr.split('\n').filter((line) => /Cannot find/.test(line)).length).toBeLessThan(3)
  })

  it('one that prints a gigabyte: all of it passes, in bounded memory and on bounded disk', async () => {
    const printer = here.file(
      'printer.mjs',
      `const line = Buffer.from(('step 1 ' + 'x'.repeat(92) + '\\n').repeat(10000))
let left = 1000
const go = () => { while (left-- > 0) if (!process.stdout.write(line)) return process.stdout.once('drain', go) }
go()`,
    )
    const count = `"${node}" "${MAIN}" run --out big -- "${node}" "${printer}" | wc -c`
    const { child, end } = here.start(['bash', '-c', `echo pid $$ >&2; ${count}`])
    let most = 0
    const look = setInterval(() => {
      const tree = spawnSync('ps', ['-o', 'rss=,args=', '-s', String(child.pid)]).stdout.toString()
      const ours = tree.split('\n').filter((line) => line.includes('main.js'))
      most = Math.max(most, ...ours.map((line) => Number.parseInt(line, 10)))
    }, 200)
    const { stdout, stderr } = await end
    clearInterval(look)
    expect(stdout.trim()).toBe('1000000000')
    expect(lines(stderr)[0]).toContain('more than was kept')
    expect(most).toBeGreaterThan(10_000)
    expect(most).toBeLessThan(400_000)
    expect(statSync(join(here.folder, 'big/output.log')).size).toBeLessThanOrEqual(64 << 20)
  })

  it('a reader that goes away: the command notices, and it is over', async () => {
    const line = `"${node}" "${MAIN}" run -- yes 'loss 1' | head -n 1`
    const { stdout } = await here.start(['bash', '-c', line]).end
    expect(stdout).toBe('loss 1\n')
  })

  it('a place where no folder can be made: the record lies elsewhere', async () => {
    here.file('.whyloss', '')
    const { code, stderr } = await run('--', ...train(30, 0.9))
    expect(code).toBe(0)
    const folder = /is in (\/\S+)\./.exec(lines(stderr).at(-1)!)![1]!
    expect(readdirSync(folder)).toContain('report.html')
    rmSync(join(folder, '..'), { recursive: true })
  })

  it('a whyloss run inside: the inner one has the report, the outer one passes through', async () => {
    const { code, stdout, stderr } = await run('--', node, MAIN, 'run', '--', ...train(30, 0.9, 0, 5))
    expect([code, stdout.split('\n').length]).toEqual([5, 31])
    expect(lines(stderr)).toHaveLength(2)
    expect(lines(stderr)[1]).toContain('another whyloss run')
    await eventually(() => here.records().length === 1)
  })
})
