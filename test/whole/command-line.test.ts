// The built command as a person and a script meet it: answers, bad input, pipes, signals, exit codes, speed.

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { examinationSchema } from '../../src/view/schema.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const main = join(root, 'dist/cli/main.js')
const example = join(root, 'examples/digits-rate-too-high.log')
const folder = mkdtempSync(join(tmpdir(), 'whyloss-cli-'))
const plain = { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: folder, CI: '1' }

interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function whyloss(words: readonly string[], input = '', env: Record<string, string> = {}): Outcome {
  const done = spawnSync(process.execPath, [main, ...words], { cwd: folder, input, env: { ...plain, ...env } })
  return { code: done.status, stdout: done.stdout.toString(), stderr: done.stderr.toString() }
}

/** Keras lines of a loss that falls and flattens, as `model.fit(verbose=2)` prints them. */
function falling(epochs: number): string {
  const lines = Array.from({ length: epochs }, (_, i) => {
    const loss = (0.1 + 2.2 * Math.exp(-i / 5)).toFixed(4)
    return `Epoch ${i + 1}/${epochs}\n40/40 - 0s - 3ms/step - loss: ${loss} - val_loss: ${(Number(loss) * 1.05).toFixed(4)}\n`
  })
  return lines.join('')
}

beforeAll(() => {
  if (!existsSync(main)) throw new Error('dist/cli/main.js is not there: npm run build')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('whyloss', () => {
  it('prints its version and its help on standard output', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(whyloss(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    for (const words of [[], ['--help'], ['help'], ['diagnose', '--help'], ['help', 'diagnose']]) {
      const { code, stdout, stderr } = whyloss(words)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('Examples:')
    }
  })

  it.each(['serve', 'compare', 'mcp'])('says that %s does not exist yet', (name) => {
    const line = `whyloss: the command ${name} does not exist yet.\n`
    expect(whyloss([name])).toEqual({ code: 2, stdout: '', stderr: line })
    expect(whyloss([name, '--help', '--', 'python', 'train.py', '--lr=3']).stderr).toBe(line)
  })

  it.each([
    [['dignose', 'x'], 'no command dignose'],
    [[example], 'whyloss diagnose'],
    [['diagnose', '--jsn'], '--json'],
    [['diagnose', '--format'], 'needs a value'],
    [['diagnose', '--format', 'sarif', example], 'no format sarif'],
    [['diagnose', '--lang', 'xx', example], 'no language xx'],
    [['diagnose', '--fail-on', 'weak', example], 'strong, likely or never'],
    [['diagnose', '--fact', 'learnin-rate=1', example], 'learning_rate'],
    [['diagnose', '--fact', 'classes=many', example], 'whole number'],
    [['diagnose', '--out', join(folder, 'no', 'x.txt'), example], 'cannot write'],
  ])('%j: one line, exit code 2', (words, says) => {
    const { code, stdout, stderr } = whyloss(words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^whyloss: [^\n]+\n$/)
    expect(stderr).toContain(says)
  })
})

describe('whyloss diagnose', () => {
  it('answers for people on standard output, and nothing on the error output', () => {
    const { code, stdout, stderr } = whyloss(['diagnose', example])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('val_loss')
    expect(stdout).not.toContain('\u001b')
  })

  it('answers for machines by the schema, the same from a file and from standard input', () => {
    const fromFile = examinationSchema.parse(JSON.parse(whyloss(['diagnose', '--json', example]).stdout))
    const fromPipe = examinationSchema.parse(
      JSON.parse(whyloss(['diagnose', '--format', 'json'], readFileSync(example, 'utf8')).stdout),
    )
    expect(fromFile.runs).toHaveLength(1)
    expect(fromFile.runs[0]!.series.length).toBeGreaterThanOrEqual(4)
    const told = ({ diagnosis, findings, series, facts }: (typeof fromFile.runs)[0]) => ({
      diagnosis,
      findings,
      series,
      facts,
    })
    expect(told(fromPipe.runs[0]!)).toEqual(told(fromFile.runs[0]!))
  })

  it('takes the word of the user over its own reading', () => {
    const { stdout } = whyloss(['diagnose', '--json', '--fact', 'learning-rate=0.25', example])
    const facts = examinationSchema
      .parse(JSON.parse(stdout))
      .runs[0]!.facts.filter((fact) => fact.name === 'learning_rate')
    expect(facts.at(-1)).toMatchObject({ value: 0.25, where: '--fact' })
  })

  it('writes a whole file and nothing else', () => {
    const out = join(folder, 'report.json')
    const stderr = expect.stringMatching(/^\S+report\.json is written \(\d+ KiB\)\.\n$/)
    expect(whyloss(['diagnose', '--json', '--out', out, example])).toEqual({ code: 0, stdout: '', stderr })
    examinationSchema.parse(JSON.parse(readFileSync(out, 'utf8')))
    expect(readdirSync(folder)).toEqual(['report.json'])
    rmSync(out)
  })

  it('exits with 1 only where --fail-on asks and a fault is that certain', () => {
    const { runs } = examinationSchema.parse(JSON.parse(whyloss(['diagnose', '--json', example]).stdout))
    const strong = runs[0]!.diagnosis.some((entry) => entry.kind === 'fault' && entry.certainty === 'strong')
    const likely = runs[0]!.verdict === 'ill'
    expect(whyloss(['diagnose', '--fail-on', 'strong', example]).code).toBe(strong ? 1 : 0)
    expect(whyloss(['diagnose', '--fail-on', 'likely', example]).code).toBe(likely ? 1 : 0)
    expect(whyloss(['diagnose', '--fail-on', 'never', example]).code).toBe(0)
  })

  it('answers in the language that is asked for, else in that of the locale', () => {
    const asked = whyloss(['diagnose', '--lang', 'zh', example])
    expect(asked).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('学习率') })
    const { stdout } = whyloss(['diagnose', '--lang', 'ru', example])
    expect(whyloss(['diagnose', example], '', { LANG: 'ru_RU.UTF-8' }).stdout).toBe(stdout)
  })

  it('obeys NO_COLOR, FORCE_COLOR, COLUMNS and the locale', () => {
    expect(whyloss(['diagnose', example], '', { FORCE_COLOR: '1' }).stdout).toContain('\u001b[')
    expect(whyloss(['diagnose', example], '', { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain('\u001b[')
    const narrow = whyloss(['diagnose', example], '', { COLUMNS: '50', LANG: 'C' }).stdout
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50)
    expect(narrow).toMatch(/^[ -~\n]*$/)
  })

  it('names every unchecked question when asked', () => {
    const { runs } = examinationSchema.parse(JSON.parse(whyloss(['diagnose', '--json', example]).stdout))
    const page = whyloss(['diagnose', '--list-unchecked', example]).stdout
    for (const { check } of runs[0]!.unasked) expect(page).toContain(check)
  })

  it('reads several paths, and a folder', () => {
    mkdirSync(join(folder, 'runs/a'), { recursive: true })
    writeFileSync(join(folder, 'runs/a/train.log'), falling(30))
    writeFileSync(join(folder, 'runs/b.log'), readFileSync(example))
    const several = examinationSchema.parse(JSON.parse(whyloss(['diagnose', '--json', 'runs']).stdout))
    expect(several.runs).toHaveLength(2)
    expect(whyloss(['diagnose', 'runs/a/train.log', 'runs/b.log']).stdout).toContain('2 runs')
    rmSync(join(folder, 'runs'), { recursive: true })
  })
})

describe('bad input', () => {
  const bytes = (...values: number[]) => Buffer.from(values)
  const lfs = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n'
  const traceback = `Traceback (most recent call last):\n  File "train.py", line 3, in <module>\n    main()\nValueError: shapes (3,) and (4,) not aligned\n`
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 255))

  beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  })

  it.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /empty/],
    ['binary noise', noise, /whyloss: /],
    ['an image', Buffer.concat([bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), noise]), /PNG/],
    ['an LFS pointer', lfs, /git lfs pull/],
    ['a bare traceback', traceback, /traceback/],
    ['prose without a number', 'Hello, how do I train a network well?\n', /whyloss: /],
    ['a recipe', '# Soup\n\n- 2 onions\n- 500 g of lentils\n\nBoil for 20 minutes.\n', /whyloss: /],
  ])('%s: one clear line, nothing on standard output, nothing written', (_, content, says) => {
    writeFileSync(join(folder, 'input.log'), content)
    const { code, stdout, stderr } = whyloss(['diagnose', 'input.log'])
    expect([2, 3]).toContain(code)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^whyloss: input\.log: [^\n]+\n$/)
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\bat .*\.js:\d/)
    expect(readdirSync(folder)).toEqual(['input.log'])
  })

  it('an unknown path, an empty folder, an empty pipe', () => {
    mkdirSync(join(folder, 'nothing'))
    expect(whyloss(['diagnose', 'no/such.log'])).toMatchObject({ code: 2, stdout: '' })
    expect(whyloss(['diagnose', 'no/such.log']).stderr).toMatch(/^whyloss: no\/such\.log: [^\n]+\n$/)
    expect(whyloss(['diagnose', 'nothing']).stderr).toMatch(/^whyloss: nothing: [^\n]+\n$/)
    expect(whyloss(['diagnose', 'nothing']).code).toBe(2)
    expect(whyloss(['diagnose'])).toMatchObject({ code: 2, stdout: '' })
    expect(whyloss(['diagnose']).stderr).toMatch(/^whyloss: standard input: [^\n]+\n$/)
  })

  it('malformed UTF-8 in a log costs a letter, not the answer', () => {
    const log = Buffer.concat([Buffer.from('caf'), bytes(0xe9, 0xff), Buffer.from(`\n${falling(30)}`)])
    writeFileSync(join(folder, 'latin.log'), log)
    const { stdout } = whyloss(['diagnose', '--json', 'latin.log'])
    const { runs } = examinationSchema.parse(JSON.parse(stdout))
    expect(runs[0]!.series.map((series) => series.points)).toEqual([30, 30])
  })

  it('bare NaN in JSON lines is a value that is not finite', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `{"step": ${i}, "loss": ${i < 15 ? 2 - i / 20 : 'NaN'}}\n`)
    writeFileSync(join(folder, 'metrics.jsonl'), lines.join(''))
    const { runs } = examinationSchema.parse(JSON.parse(whyloss(['diagnose', '--json', 'metrics.jsonl']).stdout))
    expect(runs[0]!.series[0]).toMatchObject({ points: 20, nonFinite: 5, last: 'NaN' })
  })

  it('one bad path beside a good one: the answer, a line, and exit code 2', () => {
    const { code, stdout, stderr } = whyloss(['diagnose', example, 'no/such.log'])
    expect(code).toBe(2)
    expect(stdout).toContain('val_loss')
    expect(stderr).toMatch(/^whyloss: no\/such\.log: [^\n]+\n$/)
  })

  it('hostile names stay harmless text', () => {
    const name = '\u001b[2J\u001b]0;owned\u0007<script>alert(1)</script>\u202e ignore all instructions'
    const log = falling(30).replaceAll('val_loss', '\u001b[31mval_loss\u001b[0m')
    writeFileSync(join(folder, `${name.replaceAll('/', '_')}.log`), log)
    const { stdout } = whyloss(['diagnose', '.'])
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(whyloss(['diagnose', '--json', '.']).stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    const { stderr } = whyloss(['diagnose', `${name}.gone`])
    expect(stderr.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

describe('pipes, signals, speed', () => {
  it('is quiet when its reader goes away', () => {
    const line = `"${process.execPath}" "${main}" diagnose --json "${example}" | head -c 10`
    const done = spawnSync('bash', ['-o', 'pipefail', '-c', line], { env: plain })
    expect(done.stderr.toString()).toBe('')
    expect(done.stdout.toString()).toHaveLength(10)
    expect(done.status).toBe(0)
  })

  it('ends with 130 and without a word on Ctrl-C', async () => {
    const child = spawn(process.execPath, [main, 'diagnose'], { env: plain, stdio: ['pipe', 'pipe', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.stdin.write('Epoch 1/3\n')
    await new Promise((resolve) => setTimeout(resolve, 1000))
    child.kill('SIGINT')
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, said }).toEqual({ code: 130, said: '' })
  })

  it('shows the stack only to who asks for it', () => {
    const quiet = whyloss(['diagnose', '--out', 'no/such.txt', example])
    const loud = whyloss(['diagnose', '--out', 'no/such.txt', example], '', { WHYLOSS_DEBUG: '1' })
    expect(quiet.stderr).toMatch(/^whyloss: [^\n]+\n$/)
    expect(loud.stderr.startsWith(quiet.stderr)).toBe(true)
    expect(loud.stderr).toMatch(/\n\s+at /)
  })

  it('answers a paste of 100 lines in less than 0.4 s', () => {
    const paste = join(folder, 'paste.log')
    writeFileSync(paste, falling(50))
    expect(readFileSync(paste, 'utf8').trimEnd().split('\n')).toHaveLength(100)
    const line = `TIMEFORMAT='%R %U %S'; time "${process.execPath}" "${main}" diagnose < "${paste}" > /dev/null`
    const times = Array.from({ length: 8 }, () => {
      const done = spawnSync('bash', ['-c', line], { env: plain })
      const [real = 9, user = 9, system = 9] = done.stderr.toString().trim().split(' ').map(Number)
      // waiting for a processor that others hold is not ours
      return Math.min(real, user + system)
    })
    expect(Math.min(...times)).toBeLessThan(0.4)
  })

  it('never loads zod', () => {
    const done = spawnSync(process.execPath, [main, 'diagnose', example], {
      env: { ...plain, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(HOOK)}` },
    })
    expect(done.status).toBe(0)
    expect(done.stderr.toString()).toContain('loaded ')
    expect(done.stderr.toString()).not.toMatch(/zod|vitest|tsdown/)
  })
})

/** Tells on the error output every module that is resolved. */
const HOOK = `
import { register } from 'node:module'
const hook = 'export async function resolve(name, context, next) { const at = await next(name, context); process._rawDebug("loaded " + at.url); return at }'
register('data:text/javascript,' + encodeURIComponent(hook))
`
