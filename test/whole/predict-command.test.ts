// `--predict`: a command of the user as the model, its scores, and each way in which it can fail.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { at, csv, put } from '../audit.ts'
import { built, KERAS, keras, suite } from '../components.ts'
import { call, called, draw, inspect, near, p, refused, scoreOf, seen, truth } from '../inspect.ts'

suite('predictions of data', [built], () => {
  const numbers = truth.map((one, i) => [i, draw().toFixed(4), one] as const)
  const data = put('rows.csv', csv(numbers, '\n', ['k', 'x', 'y']))

  test('of another number of rows are refused', () => {
    const said = put(
      'short.csv',
      csv(
        truth.slice(1).map((one) => [one]),
        '\n',
        ['y_pred'],
      ),
    )
    refused(call('--test', data, '--label', 'y', '--predictions', said), /199 predictions for the 200 rows of test/)
    refused(call('--data', data, '--label', 'y', '--predictions', said), /199 predictions for the 200 rows of all/)
  })

  /** Node in place of Python where no Python is needed: a program that reads JSON lines. */
  const program = (name: string, body: string) => `"${process.execPath}" "${put(name, body)}"`
  const each = (expression: string) =>
    `import { createInterface } from 'node:readline'\nfor await (const line of createInterface({ input: process.stdin })) { const row = JSON.parse(line); ${expression} }\n`

  test('that foresees whole numbers as quantities makes a regression', () => {
    const grades = truth.map((one, i) => [draw().toFixed(4), 3 + (i % 4) + one] as const)
    const rows = put('grades.csv', csv(grades, '\n', ['x', 'grade']))
    const run = inspect(
      '--test',
      rows,
      '--label',
      'grade',
      '--predict',
      program('mean.mjs', each('console.log(4.9 + Number(row.x) / 10)')),
    )
    expect(run.predictions?.task).toBe('regression')
    expect(run.facts.filter((one) => one.name === 'task').map((one) => one.value)).toEqual(['regression'])
    expect(run.facts.filter((one) => one.name === 'classes')).toEqual([])
  })

  test.each([
    [
      'fails',
      program('fails.mjs', "process.stderr.write('a first line\\nno such model\\n'); process.exit(3)"),
      /ended with 3: no such model/,
    ],
    ['is not there', 'no-such-command-of-ours', /ended with 127/],
    ['writes too few lines', program('few.mjs', 'console.log(1); console.log(0)'), /wrote 2 lines for 200 rows/],
    ['writes nothing', program('none.mjs', each('')), /wrote 0 lines for 200 rows/],
    [
      'writes too many lines',
      program('more.mjs', each('console.log(1); console.log(1)')),
      /wrote 400 lines for 200 rows/,
    ],
    [
      'writes without end',
      program(
        'endless.mjs',
        "const go = () => { while (process.stdout.write('1\\n')); process.stdout.once('drain', go) }; process.stdout.on('error', () => process.exit()); go()",
      ),
      /wrote 10,201 lines for 200 rows/,
    ],
    ['writes garbage', program('garbage.mjs', each("console.log('Epoch 1/5')")), /line 1 .*is no JSON: Epoch 1\/5/],
    [
      'writes garbage late and stays',
      program(
        'late.mjs',
        "for (let i = 0; i < 9; i++) console.log(1); console.log('oops'); setInterval(() => {}, 1000)",
      ),
      /line 10 .*is no JSON: oops/,
    ],
    [
      'writes a line without end',
      program(
        'long.mjs',
        "const go = () => { while (process.stdout.write('7'.repeat(65536))); process.stdout.once('drain', go) }; process.stdout.on('error', () => process.exit()); go()",
      ),
      /line 1 .*is no JSON: 777/,
    ],
    [
      'writes objects without a prediction',
      program('keys.mjs', each('console.log(JSON.stringify({ a: 1, b: 2 }))')),
      /there are a, b, y_true/,
    ],
  ])('a command that %s: one line and code 2', (_, command, line) => {
    refused(call('--test', data, '--label', 'y', '--predict', command), line)
  })

  test('a command that is given up does not run on', () => {
    const pid = at('stays.pid')
    const stays = program(
      'stays.mjs',
      `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(pid)}, String(process.pid)); console.log('oops'); setInterval(() => {}, 1000)`,
    )
    refused(call('--test', data, '--label', 'y', '--predict', stays), /is no JSON: oops/)
    spawnSync('sleep', ['0.5'])
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', readFileSync(pid, 'utf8')], { encoding: 'utf8' })
    // gone, or dead and not yet taken away by its parent
    expect(stdout.trim()).toMatch(/^(?:Z.*)?$/)
  })

  test('a command without data is refused', () => {
    refused(call('--predict', 'cat'), /--predict needs rows/)
  })

  test.each([
    ['numbers', 'console.log(p[row.k])'],
    ['lists', 'console.log(JSON.stringify([1 - p[row.k], p[row.k]]))'],
    ['lists of a list', 'console.log(JSON.stringify([[1 - p[row.k], p[row.k]]]))'],
    ['objects', 'console.log(JSON.stringify({ y_pred: Number(p[row.k] > 0.5), p_0: 1 - p[row.k], p_1: p[row.k] }))'],
    ['objects with lists', 'console.log(JSON.stringify({ probs: [1 - p[row.k], p[row.k]] }))'],
  ])('a command that writes %s is scored as a file is', (name, body) => {
    const file = called('as-file.csv', 'y_true,p_0,p_1', (i) => [truth[i]!, 1 - p[i]!, p[i]!])
    const own = program(`${name.replaceAll(' ', '-')}.mjs`, `const p = ${JSON.stringify(p)}\n${each(body)}`)
    const run = inspect('--test', data, '--label', 'y', '--predict', own)
    near(scoreOf(run.predictions, 'accuracy'), scoreOf(seen(file), 'accuracy'))
    near(scoreOf(run.predictions, 'log-loss'), scoreOf(seen(file), 'log-loss'))
    expect(run.notes.join(' ')).not.toContain('nothing can be scored')
  })

  test('a command that reads nothing, and one that prints nan, are taken as they are', () => {
    const blind = inspect(
      '--test',
      data,
      '--label',
      'y',
      '--predict',
      program('blind.mjs', 'for (let i = 0; i < 200; i++) console.log(i % 2)'),
    )
    near(scoreOf(blind.predictions, 'accuracy'), truth.filter((one, i) => one === i % 2).length / 200)
    const odd = inspect(
      '--test',
      data,
      '--label',
      'y',
      '--predict',
      program('nan.mjs', each("console.log(row.k === 3 ? 'nan' : row.k === 4 ? '[-inf, NaN]' : '[0.4, 0.6]')")),
    )
    expect(odd.predictions!.parts[0]).toMatchObject({ rows: 200, left: 2 })
  })
})

suite('a Python one-liner as the model', [built, keras], () => {
  test('has the scores of the file it would have written', () => {
    const data = put(
      'line.csv',
      csv(
        truth.map((one, i) => [p[i]!, i % 5, one]),
        '\n',
        ['x', 'k', 'y'],
      ),
    )
    const file = called('line-said.csv', 'y_true,prob', (i) => [truth[i]!, p[i]!])
    const line = `"${KERAS}" -c "import sys, json; [print(json.loads(l)['x']) for l in sys.stdin]"`
    const own = inspect('--test', data, '--label', 'y', '--predict', line).predictions!
    expect(own.scores).toEqual(seen(file).scores)
  })
})
