// `whyloss run` under signals, on a terminal and without: the command and whyloss are killed in every order.

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { gather } from '../../src/gather/gather.ts'
import { built, suite, TORCH, torch } from '../components.ts'
import { type Called, eventually, isAlive, MAIN, workshop } from '../watched.ts'

const here = workshop('signals')
afterAll(() => rmSync(here.folder, { recursive: true, force: true }))
beforeEach(() => rmSync(join(here.folder, '.whyloss'), { recursive: true, force: true }))

const node = process.execPath
/** Counts the signals that it gets, and ends with 9 after a moment in which more may come. */
const COUNTER = here.file(
  'counter.mjs',
  `const got = []
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'])
  process.on(signal, () => { got.push(signal); setTimeout(() => { console.log('got ' + got); process.exit(9) }, 500) })
console.log('pid ' + process.pid + ' ')
console.log('terminal ' + process.stdin.isTTY + ' ' + process.stdout.isTTY)
setInterval(() => {}, 1000)`,
)
/** Trains for two seconds, a step every 20 ms, and says when it is through. */
const TRAINING = here.file(
  'training.py',
  `import os, time, torch
print("pid", os.getpid(), flush=True)
net = torch.nn.Linear(4, 1)
optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
for step in range(100):
    loss = net(torch.ones(8, 4)).pow(2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    time.sleep(0.02)
open("through", "w").close()
`,
)

/** The same on a terminal, as \`script\` makes one; keys are sent to its standard input. */
const onTerminal = (...words: readonly string[]): Called => {
  const line = [node, MAIN, 'run', '--', ...words].map((word) => `'${word}'`).join(' ')
  return here.start(['script', '-qefc', `exec ${line}`, '/dev/null'], { stdin: 'pipe', env: { SHELL: '/bin/sh' } })
}

suite('whyloss run: signals', [built], () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const)(
    '%s is passed on, once; the exit code is the command\u2019s',
    async (signal) => {
      const { child, end, pid } = here.call(['run', '--', node, COUNTER])
      await pid()
      child.kill(signal)
      const { code, stdout } = await end
      expect([code, stdout.split('\n').at(-2)]).toEqual([9, `got ${signal}`])
    },
  )

  it('a command that dies of a signal gives 128 and its number', async () => {
    const { end, pid } = here.call(['run', '--', node, COUNTER])
    process.kill(await pid(), 'SIGKILL')
    expect(await end).toMatchObject({ code: 137, signal: null })
  })

  it('keeps the terminal of a command that is not Python\u2019s; Ctrl-C reaches it once', async () => {
    const { child, end, until } = onTerminal(node, COUNTER)
    await until('stdout', /terminal true true/)
    child.stdin!.write('\u0003')
    const { code, stdout } = await end
    expect(stdout.match(/got .*/g)).toEqual([expect.stringMatching(/^got SIGINT\r?$/)])
    expect(code).toBe(9)
  })

  it('passes a signal on past the terminal that it made', async () => {
    const { child, end, until } = onTerminal(node, COUNTER)
    await until('stdout', /terminal true true/)
    const inner = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'latin1').trim().split(' ').map(Number)
    process.kill(inner[0]!, 'SIGTERM')
    expect((await end).stdout).toMatch(/got SIGTERM\r?\n/)
  })

  it('under nohup the command does not notice that the terminal is gone', async () => {
    const line = `nohup '${node}' '${MAIN}' run -- sh -c 'echo "pid $$ "; exec sleep 2' >out 2>&1; echo "code $?"`
    const { child, end } = here.start(['script', '-qefc', line, '/dev/null'], {
      stdin: 'pipe',
      env: { SHELL: '/bin/sh' },
    })
    const read = () => readFileSync(join(here.folder, 'out'), 'utf8')
    await eventually(() => /pid \d+ /.test(safely(read)))
    process.kill(Number(/pid (\d+) /.exec(read())![1]), 'SIGHUP')
    expect((await end).stdout).toMatch(/code .*0/)
    child.kill()
  })
})

suite('whyloss run: killed in every order', [built, torch], () => {
  const begun = async () => {
    rmSync(join(here.folder, 'through'), { force: true })
    const called = here.call(['run', '--', TORCH, TRAINING])
    const pid = await called.pid()
    await eventually(() => here.records().length === 1 && safely(recorded).includes('"loss"'), 60)
    return { ...called, inner: pid }
  }
  const recorded = () => {
    const pid = /process-(\d+)/.exec(readFolder())![1]
    return readFileSync(join(here.records()[0]!, `process-${pid}-0.jsonl`), 'utf8')
  }
  const readFolder = () => readdirSync(here.records()[0]!).join(' ')
  const through = () => safely(() => readFileSync(join(here.folder, 'through'), 'utf8'), 'not yet') === ''
  const steps = async () => {
    const { records, refused } = await gather(here.records())
    expect(refused).toEqual([])
    return records.map(({ series }) => series.find(({ metric }) => metric === 'loss')!.value.length)
  }

  it('the command first: whyloss tells what is known, and what killed it', async () => {
    const { end, inner } = await begun()
    process.kill(inner, 'SIGKILL')
    const { code, stderr } = await end
    expect([code, stderr.includes('training.py')]).toEqual([137, true])
    expect((await steps())[0]).toBeGreaterThan(0)
  })

  it('whyloss first: the training goes on to its end, and so does the record', async () => {
    const { child, inner } = await begun()
    child.kill('SIGKILL')
    await eventually(through, 30)
    await eventually(() => !isAlive(inner))
    expect(recorded().trimEnd().split('\n').at(-1)).toMatch(/^\{"k":"end"/)
    expect(await steps()).toEqual([100])
  })

  it('whyloss first, then the command: the record is readable', async () => {
    const { child, inner } = await begun()
    child.kill('SIGKILL')
    process.kill(inner, 'SIGKILL')
    await eventually(() => !isAlive(inner))
    expect((await steps())[0]).toBeGreaterThan(0)
  })

  it('both at once', async () => {
    const { child, inner } = await begun()
    process.kill(-child.pid!, 'SIGKILL')
    await eventually(() => !isAlive(inner))
    expect((await steps())[0]).toBeGreaterThan(0)
  })

  it('whyloss is asked to end: it asks the command, and waits for it', async () => {
    const { child, end, inner } = await begun()
    child.kill('SIGTERM')
    expect((await end).code).toBe(143)
    expect(isAlive(inner)).toBe(false)
    expect(through()).toBe(false)
  })

  it('Ctrl-C on the terminal: one KeyboardInterrupt, then the report', async () => {
    const { child, end, until } = onTerminal(TORCH, TRAINING)
    await until('stdout', /pid \d+/)
    await eventually(() => here.records().length === 1 && safely(recorded).includes('"loss"'), 60)
    child.stdin!.write('\u0003')
    const { code, stdout } = await end
    expect(stdout.match(/KeyboardInterrupt/g)).toHaveLength(1)
    expect(stdout).toContain('whyloss diagnose .whyloss/')
    expect(code).toBe(130)
  })
})

function safely(read: () => string, otherwise = ''): string {
  try {
    return read()
  } catch {
    return otherwise
  }
}
