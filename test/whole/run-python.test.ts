// `whyloss run` on trainings in Python: nothing of them changes, and what ails them is named while they run.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { examinationSchema } from '../../src/view/schema.ts'
import { built, suite, TORCH, torch } from '../components.ts'
import { ROOT } from '../sources.ts'
import { workshop } from '../watched.ts'

const here = workshop('python')
afterAll(() => rmSync(here.folder, { recursive: true, force: true }))
beforeEach(() => rmSync(join(here.folder, '.whyloss'), { recursive: true, force: true }))

/** A small training: steps, rate, pause, and what goes wrong with it. */
const TRAIN = here.file('train.py', readFileSync(join(ROOT, 'recorder/tests/ailing.py'), 'utf8'))
const run = (...words: readonly string[]) => here.call(['run', ...words]).end
const lines = (stderr: string) => stderr.split('\n').filter((line) => line.startsWith('whyloss: '))
const examined = (folder: string) =>
  examinationSchema.parse(JSON.parse(readFileSync(join(folder, 'examination.json'), 'utf8'))).runs

suite('whyloss run: Python', [built, torch], () => {
  it.each<[string, readonly string[]]>([
    ['a script', [TRAIN, '60', '0.1', '0']],
    ['one that leaves with a code', [TRAIN, '30', '0.1', '0', 'exit']],
    ['one that raises', [TRAIN, '30', '0.1', '0', 'raise']],
    ['a module', ['-m', 'train', '30', '0.1', '0']],
    ['a word of code', ['-c', `import runpy, sys; sys.argv = ["t", "30", "0.1", "0"]; runpy.run_path("${TRAIN}")`]],
  ])('%s: output, errors, weights and exit code are as without', async (_, words) => {
    const alone = spawnSync(TORCH, words, { cwd: here.folder, env: here.env, encoding: 'utf8' })
    const watched = await run('--', TORCH, ...words)
    expect(watched.stdout).toBe(alone.stdout)
    expect(watched.code).toBe(alone.status)
    expect(watched.stderr.startsWith(alone.stderr)).toBe(true)
    const [run0] = examined(here.records()[0]!)
    expect(run0!.sources.map(({ format }) => format)).toEqual(['recorder'])
    expect(run0!.series.some(({ metric, points }) => metric === 'loss' && points >= 30)).toBe(true)
    expect(run0!.facts).toContainEqual(expect.objectContaining({ name: 'learning_rate', value: 0.1 }))
  })

  it.each<[string, readonly string[], RegExp]>([
    ['a loss that is NaN from the first step', ['200', '0.1', '0.1', 'hole'], /step 1: loss is NaN/],
    ['a softmax before CrossEntropyLoss', ['200', '0.1', '0.1', 'softmax'], /Last layer and loss/],
    ['a learning rate of 10 under a huge loss', ['200', '10', '0.1', 'wild'], /learning rate is too high/],
  ])('%s is called out while it trains (how soon: npm run bench live)', async (_, words, says) => {
    const { child, end, until } = here.call(['run', '--', TORCH, TRAIN, ...words])
    await until('stderr', new RegExp(`^whyloss: .*${says.source}`, 'm'))
    expect(child.exitCode).toBe(null)
    child.kill('SIGTERM')
    await end
  })

  it('is left in peace where it is well', async () => {
    const { code, stderr } = await run('--', TORCH, TRAIN, '300', '0.1', '0.01')
    expect(code).toBe(0)
    expect(lines(stderr)).toHaveLength(1)
    expect(examined(here.records()[0]!)[0]!.verdict).not.toBe('ill')
  })

  it('is ended where it is lost and that is asked for', async () => {
    const { code, stdout, stderr } = await run(
      '--stop-on',
      'fatal',
      '--',
      TORCH,
      TRAIN,
      '100000',
      '0.1',
      '0.02',
      'hole',
    )
    expect(code).toBe(4)
    expect(stdout.split('\n').length).toBeLessThan(2000)
    expect(lines(stderr).some((line) => /--stop-on.*step 1: loss is NaN/.test(line))).toBe(true)
  })

  it('is ended below a shell too, which neither goes on nor leaves it behind', async () => {
    const script = here.file('lost.sh', `"${TORCH}" train.py 100000 0.1 0.02 hole; echo on\n`)
    const { code, stdout } = await run('--stop-on', 'fatal', '--', 'bash', script)
    expect([code, stdout.endsWith('on\n')]).toEqual([4, false])
    const left = spawnSync('ps', ['-A', '-o', 'args=']).stdout.toString()
    expect(left).not.toContain('train.py 100000')
  })

  it('the user\u2019s own sitecustomize runs as well', async () => {
    mkdirSync(join(here.folder, 'own'), { recursive: true })
    here.file('own/sitecustomize.py', 'print("own sitecustomize")\n')
    const env = { PYTHONPATH: join(here.folder, 'own') }
    const { stdout } = await here.call(['run', '--', TORCH, TRAIN, '30', '0.1', '0'], { env }).end
    expect(stdout.split('\n')[0]).toBe('own sitecustomize')
    expect(examined(here.records()[0]!)).toHaveLength(1)
  })

  it('a shell script that trains twice: two runs', async () => {
    const script = here.file(
      'both.sh',
      `set -e\n${[0.1, 0.2].map((rate) => `"${TORCH}" train.py 30 ${rate} 0`).join('\n')}\n`,
    )
    expect((await run('--', 'bash', script)).code).toBe(0)
    expect(examined(here.records()[0]!).map(({ name }) => name)).toEqual(['train.py 30 0.1 0', 'train.py 30 0.2 0'])
  })

  it('two ranks of one training: one run', async () => {
    const script = here.file(
      'ranks.py',
      `import torch, torch.distributed as dist
dist.init_process_group("gloo")
torch.manual_seed(0)
net = torch.nn.parallel.DistributedDataParallel(torch.nn.Linear(4, 1))
optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
for step in range(40):
    loss = net(torch.ones(8, 4) * (dist.get_rank() + 1)).pow(2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
`,
    )
    // as torchrun starts them; Debian's own torchrun does not know Python 3.11
    const env = 'MASTER_ADDR=127.0.0.1 MASTER_PORT=29613 WORLD_SIZE=2 LOCAL_WORLD_SIZE=2'
    const each = `RANK=$rank LOCAL_RANK=$rank ${env} "${TORCH}" "${script}" & pids="$pids $!"`
    const { code } = await run('--', 'bash', '-c', `for rank in 1 0; do ${each}; done; wait $pids`)
    expect(code).toBe(0)
    const folder = here.records()[0]!
    expect(examined(folder)).toHaveLength(1)
    expect(readdirSync(folder).filter((name) => /^process-/.test(name))).toHaveLength(2)
  }, 120_000)

  it.each<[string, readonly string[], RegExp]>([
    ['Python that shuts the recorder out', [TORCH, '-I', '-c', 'pass'], /-I/],
    ['a script that sets PYTHONPATH anew', ['bash', '-c', `PYTHONPATH=. "${TORCH}" -c "print(1)"`], /PYTHONPATH/],
    ['a Python that does nothing', [TORCH, '-c', 'pass'], /Python 3\.9/],
    ['a script without training', [TORCH, '-c', 'print("hello")'], /nothing was trained/],
  ])('%s: one clear line that says what to do', async (_, words, says) => {
    const { code, stderr } = await run('--', ...words)
    expect(code).toBe(0)
    expect(stderr).toMatch(/^whyloss: [^\n]+\n$/)
    expect(stderr).toMatch(says)
    expect(here.records()).toEqual([])
  })

  it('what it prints is read where nothing is trained in a way that can be seen', async () => {
    const code = 'for e in range(1, 31): print(f"epoch {e} loss {3 * 0.9 ** e:.4f}")'
    await run('--', TORCH, '-c', code)
    expect(examined(here.records()[0]!)[0]!.series).toMatchObject([{ metric: 'loss', points: 30 }])
  })

  it('is followed by whyloss diagnose --follow, to the end of its record', async () => {
    const training = here.call(['run', '--out', 'now', '--', TORCH, TRAIN, '60', '0.1', '0.05'])
    await training.until('stdout', /step 5 of/)
    const { code, stdout } = await here.call(['diagnose', 'now', '--follow', '--json']).end
    await training.end
    const { runs } = examinationSchema.parse(JSON.parse(stdout))
    expect(code).toBe(0)
    expect(runs[0]!.series.find(({ metric }) => metric === 'loss')!.points).toBe(60)
  })
})
