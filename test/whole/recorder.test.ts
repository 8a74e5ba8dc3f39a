// The recorder in real trainings: it changes nothing, whatever becomes of it, and what it wrote can be read to its last line.
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { suite, TORCH, torch } from '../components.ts'
import { ROOT } from '../sources.ts'

const RECORDER = join(ROOT, 'recorder')
const folder = mkdtempSync(join(tmpdir(), 'whyloss-recorder-'))
let made = 0
const fresh = () => join(folder, String(made++))

interface Given {
  readonly out?: string
  readonly path?: readonly string[]
  readonly shell?: string
}

function environment(given: Given): NodeJS.ProcessEnv {
  const { WHYLOSS_OUT: _, PYTHONPATH: __, ...rest } = process.env
  const path = [...(given.out === undefined ? [] : [join(RECORDER, 'inject')]), ...(given.path ?? [])]
  return {
    ...rest,
    OMP_NUM_THREADS: '1',
    PYTHONPATH: path.join(delimiter),
    ...(given.out === undefined ? {} : { WHYLOSS_OUT: given.out }),
  }
}

function python(args: readonly string[], given: Given = {}): SpawnSyncReturns<string> {
  const options = { encoding: 'utf8', env: environment(given), timeout: 300_000, cwd: folder } as const
  return given.shell
    ? spawnSync('bash', ['-c', `${given.shell}; exec "$0" "$@"`, TORCH, ...args], options)
    : spawnSync(TORCH, args, options)
}

const script = (name: string) => join(RECORDER, 'tests', name)

/** The rows of each file, in the order of their names; throws where a line cannot be read. */
function rowsIn(out: string): Record<string, unknown>[][] {
  if (!existsSync(out)) return []
  return readdirSync(out)
    .sort()
    .map((name) =>
      readFileSync(join(out, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    )
}

const trains = (rows: readonly Record<string, unknown>[]) => rows.some((row) => row.k === 'points')

suite('the recorder for PyTorch', [torch], () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  describe('changes nothing', () => {
    const plain = python([script('trainings.py')])
    const out = fresh()
    const watched = python([script('trainings.py')], { out })
    const lines = plain.stdout.trim().split('\n')

    test('of what is printed, and nothing went wrong on either side', () => {
      expect([plain.status, watched.status]).toEqual([0, 0])
      expect(lines.length).toBeGreaterThan(15)
      expect(watched.stdout).toBe(plain.stdout)
      expect(watched.stderr).toBe(plain.stderr)
    })

    test.each(lines.map((line) => line.split(' ')))('of the weights and the random state: %s', (name, mark) => {
      expect(watched.stdout).toContain(`${name} ${mark}\n`)
    })

    test('and yet it saw each of them as a run of its own, to its end', () => {
      const [rows] = rowsIn(out)
      expect(rows!.filter((row) => row.k === 'silent')).toEqual([])
      expect(rows!.filter((row) => row.k === 'run').length).toBeGreaterThan(12)
      expect(rows!.at(-1)).toMatchObject({ k: 'end', why: 'exit' })
    })

    test("of a warning, which names the user's own line", () => {
      const alone = python([script('strangers.py'), 'warned'])
      expect(alone.stderr).toContain('strangers.py:')
      expect(python([script('strangers.py'), 'warned'], { out: fresh() }).stderr).toBe(alone.stderr)
    })

    test('of a model that talks, warns, draws and is counted when it is asked, though steps are tried on a copy', () => {
      const out = fresh()
      const alone = python([script('strangers.py'), 'talking'])
      const watched = python([script('strangers.py'), 'talking'], { out })
      expect(alone.stdout).toContain('hook called 40 times')
      expect([watched.stdout, watched.stderr]).toEqual([alone.stdout, alone.stderr])
      const looks = rowsIn(out)[0]!.filter((row) => row.k === 'look')
      expect(looks.filter((row) => 'step-change' in (row.whole as object)).length).toBeGreaterThan(3)
    })

    test('of labels that a loss function refuses, and the batch is seen', () => {
      const out = fresh()
      const alone = python([script('strangers.py'), 'refused'])
      const watched = python([script('strangers.py'), 'refused'], { out })
      expect([watched.status, watched.stdout]).toEqual([1, alone.stdout])
      expect(watched.stderr.trim().split('\n').at(-1)).toBe(alone.stderr.trim().split('\n').at(-1))
      const rows = rowsIn(out)[0]!.filter((row) => row.k === 'rows')
      expect(rows.find((row) => row.table === 'targets')!.rows).toMatchObject([{ min: 1, max: 3, step: 1 }])
    })

    test('of a model that is pickled, copied and dropped', () => {
      const { stdout, stderr } = python([script('strangers.py'), 'saved'], { out: fresh() })
      expect([stdout, stderr]).toEqual(['pickles that hold whyloss: 0 held: 0\n', ''])
    })

    test('of two ranks over gloo; each has a record', () => {
      const run = [script('ranks.py')]
      const at = fresh()
      const { stdout } = python(run)
      expect(stdout).toMatch(/^[0-9a-f]{16}\n$/)
      expect(python(run, { out: at }).stdout).toBe(stdout)
      const ranks = rowsIn(at).filter(trains)
      expect(ranks.map(([start]) => start!.rank).sort()).toEqual([0, 1])
    })
  })

  describe('of a loader beside whole tensors', () => {
    const out = fresh()
    const { stdout } = python([script('strangers.py'), 'beside'], { out })
    const printed = [...stdout.matchAll(/val_loss (\S+) eval_loss (\S+)/g)]
    const rows = rowsIn(out)[0]!
    const told = (metric: string) =>
      rows.filter((row) => row.metric === metric && row.axis === 'epoch').flatMap(({ value }) => value as number[])

    test('what is held out is told from what is trained on, though they lie side by side in memory', () => {
      const close = (at: number) => printed.map((one) => expect.closeTo(Number(one[at]), 4))
      expect(printed).toHaveLength(12)
      expect(told('loss')).toEqual(close(1))
      expect(told('eval-loss-on-train')).toEqual(close(2))
    })

    test('each line stands at the step after which it was printed', () => {
      const lines = rows.flatMap(({ k, step, text }) =>
        k === 'text' && /epoch/.test(String(text)) ? [[step, /epoch (\d+)/.exec(String(text))![1]]] : [],
      )
      expect(lines).toEqual(printed.map((_, at) => [4 * (at + 1), String(at + 1)]))
    })
  })

  describe('whatever becomes of it, the training goes on', () => {
    const expected = python([script('strangers.py'), 'plain']).stdout

    test('where its folder cannot be made', () => {
      const { stdout, stderr, status } = python([script('strangers.py'), 'plain'], { out: '/dev/null/record' })
      expect([stdout, status]).toEqual([expected, 0])
      expect(stderr).toMatch(/^whyloss: recording stopped \(.*\); the training goes on\.\n$/)
    })

    test('where the disk is full: what was written before can be read', () => {
      const out = fresh()
      // a real limit of the system on what one file may hold: 4 blocks
      const full = python([script('strangers.py'), 'plain'], { out, shell: 'ulimit -f 4' })
      expect([full.stdout, full.status]).toEqual([expected, 0])
      expect(full.stderr).toContain('the training goes on')
      const text = readFileSync(join(out, readdirSync(out)[0]!), 'utf8')
      const whole = text.split('\n').slice(0, -1)
      expect(whole.length).toBeGreaterThan(3)
      for (const line of whole) expect(() => JSON.parse(line)).not.toThrow()
    })

    test('where its own code raises: it says so once, in the record too', () => {
      const out = fresh()
      const { stdout, stderr, status } = python([script('strangers.py'), 'raising'], { out })
      expect([stdout, status]).toEqual([expected, 0])
      expect(stderr.match(/recording stopped/g)).toHaveLength(1)
      expect(rowsIn(out)[0]!.at(-1)).toMatchObject({ k: 'silent', why: expect.stringContaining('ZeroDivisionError') })
    })

    test('where the program fails: its traceback and exit code stay, the record says why it ended', () => {
      const out = fresh()
      const plain = python([script('strangers.py'), 'failing'])
      const watched = python([script('strangers.py'), 'failing'], { out })
      expect([watched.stdout, watched.stderr, watched.status]).toEqual([plain.stdout, plain.stderr, 1])
      expect(rowsIn(out)[0]!.at(-1)).toMatchObject({ k: 'end', why: 'exception', text: 'ValueError: no such label' })
    })

    test.each([
      ['SIGKILL', 'slow', null],
      ['SIGTERM', 'slow', null],
      ['SIGTERM', 'stopped', 7],
      ['SIGINT', 'slow', null],
    ] as const)('by %s while %s: the record is whole to its last line', async (signal, situation, code) => {
      const out = fresh()
      const ended = await killed(situation, signal, out)
      expect(ended).toEqual(await killed(situation, signal, undefined))
      if (code !== null) expect(ended.code).toBe(code)
      const rows = rowsIn(out)[0]!
      expect(rows.some((row) => row.k === 'points')).toBe(true)
    })

    test('in a forked child that leaves without cleaning up', () => {
      const out = fresh()
      expect(python([script('strangers.py'), 'forked'], { out }).status).toBe(0)
      expect(rowsIn(out).filter(trains)).toHaveLength(1)
    })
  })

  describe('comes in', () => {
    test('beside a sitecustomize of the user, which runs under its own name', () => {
      const own = fresh()
      mkdirSync(own)
      writeFileSync(join(own, 'sitecustomize.py'), 'MARK = 41\n')
      const code = 'import sitecustomize, sys; print(sitecustomize.MARK + 1, "torch" in sys.modules)'
      const { stdout, stderr } = python(['-c', code], { out: fresh(), path: [own] })
      expect([stdout, stderr]).toEqual(['42 False\n', ''])
    })

    test('into a program without torch, and leaves only what that printed', () => {
      const out = fresh()
      python(['-c', 'print("epoch 1 loss 0.5")'], { out })
      const rows = rowsIn(out)[0]!
      expect(rows.map((row) => row.k)).toEqual(['start', 'text', 'end'])
      expect(rows[1]).toMatchObject({ stream: 'stdout', text: 'epoch 1 loss 0.5\n' })
    })

    test('into a program that prints nothing, and leaves nothing', () => {
      const out = fresh()
      python(['-c', 'import torch; torch.zeros(3).sum()'], { out })
      expect(rowsIn(out)).toEqual([])
    })

    test('with its start as the first line, where losses were taken before the training', () => {
      const out = fresh()
      python([script('strangers.py'), 'silently'], { out })
      expect(
        rowsIn(out)[0]!
          .map((row) => row.k)
          .indexOf('start'),
      ).toBe(0)
    })

    test('by whyloss.watch from a wheel, where nothing is injected', () => {
      const at = fresh()
      spawnSync('cp', ['-r', RECORDER, at])
      const wheel = spawnSync(TORCH, ['-m', 'pip', 'wheel', '-q', '--no-deps', '-w', join(at, 'dist'), at], {
        encoding: 'utf8',
      })
      expect(wheel.status, wheel.stderr).toBe(0)
      expect(readdirSync(join(at, 'dist'))).toEqual(['whyloss-0.1.0-py3-none-any.whl'])
      const site = join(at, 'site')
      const install = ['-m', 'pip', 'install', '-q', '--no-deps', '--target', site]
      spawnSync(TORCH, [...install, join(at, 'dist', 'whyloss-0.1.0-py3-none-any.whl')])
      const program = join(at, 'train.py')
      writeFileSync(program, WATCHED)
      const { stdout, stderr } = spawnSync(TORCH, [program], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONPATH: site, WHYLOSS_OUT: join(at, 'out') },
      })
      expect(stderr).toBe('')
      expect(stdout.trim()).toBe(join(at, 'out'))
      expect(rowsIn(join(at, 'out')).filter(trains)).toHaveLength(1)
    })
  })
})

const WATCHED = `
import torch
net = torch.nn.Linear(4, 2)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
import whyloss
print(whyloss.watch(net, optimizer))
for _ in range(20):
    optimizer.zero_grad()
    torch.nn.functional.cross_entropy(net(torch.ones(8, 4)), torch.zeros(8, dtype=torch.long)).backward()
    optimizer.step()
`

/** How a training ends that is killed a second after it began. */
async function killed(situation: string, signal: NodeJS.Signals, out: string | undefined) {
  const child = spawn(TORCH, [script('strangers.py'), situation], {
    env: environment(out === undefined ? {} : { out }),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  await new Promise((resolve) => setTimeout(resolve, 1000))
  child.kill(signal)
  return new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('exit', (code, by) => resolve({ code, signal: by })),
  )
}
