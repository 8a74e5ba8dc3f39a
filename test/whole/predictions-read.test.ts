// Files of predictions as people write them, read by the built command, and those that it refuses in one line.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { csv, put } from '../audit.ts'
import { built, SHARED, shared, suite } from '../components.ts'
import { call, called, draw, inspect, near, p, refused, right, scoreOf, seen, truth } from '../inspect.ts'

suite('files of predictions', [built], () => {
  const forms: readonly (readonly [string, string, (i: number) => readonly (string | number)[]])[] = [
    ['numbers', 'y_true,y_pred,prob', (i) => [truth[i]!, Number(p[i]! > 0.5), p[i]!]],
    ['a probability alone', 'label,score', (i) => [truth[i]!, p[i]!]],
    ['a probability as prediction', 'target,pred', (i) => [truth[i]!, p[i]!]],
    ['logits', 'y_true,logit', (i) => [truth[i]!, Math.log(p[i]! / (1 - p[i]!))]],
    ['a logit each', 'gt,logit_0,logit_1', (i) => [truth[i]!, 1, 1 + Math.log(p[i]! / (1 - p[i]!))]],
    [
      'a confidence',
      'actual,prediction,confidence',
      (i) => [truth[i]!, Number(p[i]! > 0.5), Math.max(p[i]!, 1 - p[i]!)],
    ],
    ['words', 'truth,p_ham,p_spam', (i) => [truth[i] ? 'spam' : 'ham', 1 - p[i]!, p[i]!]],
    ['words beside numbered columns', 'ground_truth,p_0,p_1', (i) => [truth[i] ? 'spam' : 'ham', 1 - p[i]!, p[i]!]],
    ['fractions', 'y_true,y_pred,p_1', (i) => [`${truth[i]}.0`, `${Number(p[i]! > 0.5)}`, p[i]!]],
    ['true and 1', 'y_true,y_pred,p_1', (i) => [truth[i] ? 'True' : 'False', Number(p[i]! > 0.5), p[i]!]],
    ['one-hot rows', 'y_true_0,y_true_1,p_0,p_1', (i) => [1 - truth[i]!, truth[i]!, 1 - p[i]!, p[i]!]],
  ]
  test.each(forms)('by %s have the same scores', (name, head, row) => {
    const own = seen(called(`form-${name.replaceAll(' ', '-')}.csv`, head, row))
    near(scoreOf(own, 'accuracy'), right)
    const loss = truth.reduce((sum, one, i) => sum - Math.log(one ? p[i]! : 1 - p[i]!) / 200, 0)
    near(scoreOf(own, 'log-loss'), loss)
  })

  test('whose labels differ from the predictions score nothing and say so', () => {
    const words = ['pants-fire', 'false', 'barely-true', 'half-true', 'mostly-true', 'true']
    const own = seen(called('liar.csv', 'ground_truth,prob_real,prob_fake', (i) => [words[i % 6]!, p[i]!, 1 - p[i]!]))
    expect(own.classes).toEqual([
      'real',
      'fake',
      'barely-true',
      'false',
      'half-true',
      'mostly-true',
      'pants-fire',
      'true',
    ])
    expect(scoreOf(own, 'accuracy')).toBe(0)
  })

  test('with NaN and Inf count them and leave the rows out', () => {
    const odd = called('test-odd.csv', 'y_true,y_pred', (i) => [
      draw() * 3,
      i === 3 ? 'nan' : i === 5 ? 'inf' : i === 7 ? '-inf' : draw(),
    ])
    const run = inspect('--predictions', odd)
    expect(run.predictions!.parts).toMatchObject([{ rows: 200, left: 3 }])
    expect(run.findings.map((one) => one.id)).toContain('predictions-not-finite')
    const rows = called('odd-classes.csv', 'y_true,p_0,p_1', (i) => [truth[i]!, i < 5 ? 'nan' : 1 - p[i]!, p[i]!])
    expect(seen(rows).parts).toMatchObject([{ rows: 200, left: 5 }])
  })

  test('of a competition have no truth and are looked at all the same', () => {
    for (const [name, head] of [
      ['submission.csv', 'PassengerId,Survived'],
      ['submission-price.csv', 'Id,SalePrice'],
    ] as const) {
      const run = inspect(
        '--predictions',
        called(name, head, (i) => [i + 892, name.includes('price') ? 1e5 * p[i]! : truth[i]!]),
      )
      expect(run.predictions).toMatchObject({ parts: [{ rows: 200, left: 200 }], scores: [] })
      expect(run.notes.join(' ')).toContain('nothing can be scored')
    }
  })

  test('of one row, and of two splits where one lacks a class', () => {
    expect(scoreOf(seen(put('one.csv', 'y_true,y_pred\n1,1\n')), 'accuracy')).toBe(1)
    const train = put(
      'predictions-train.csv',
      csv(
        truth.map((_, i) => [i % 3, i % 7 === 0 ? 0 : i % 3]),
        '\n',
        ['y_true', 'y_pred'],
      ),
    )
    const test = put(
      'predictions-test.csv',
      csv(
        truth.map((_, i) => [i % 2, 0]),
        '\n',
        ['y_true', 'y_pred'],
      ),
    )
    const own = seen(train, test)
    expect(own.parts.map((one) => one.split)).toEqual(['train', 'test'])
    expect(scoreOf(own, 'accuracy', 'test')).toBe(0.5)
  })

  test('find their truth in the data, by split or in data that are not divided', () => {
    const rows = truth.map((one, i) => [i % 10, draw().toFixed(4), one ? 'yes' : 'no'] as const)
    const data = put('known.csv', csv(rows, '\n', ['k', 'x', 'y']))
    const said = called('said.csv', 'row,p_yes,p_no', (i) => [i, p[i]!, 1 - p[i]!])
    for (const flags of [
      ['--data', data],
      ['--test', data],
    ]) {
      const own = inspect(...flags, '--label', 'y', '--predictions', said).predictions!
      near(scoreOf(own, 'accuracy'), right)
      expect(own.losses[0]!.worst[0]!.ref.text).not.toBe('')
    }
  })

  test.each([
    ['a file that is not there', ['nothing.csv'], /nothing\.csv/],
    ['an empty file', [put('empty.csv', '')], /empty/],
    ['a head alone', [put('head.csv', 'y_true,y_pred\n')], /no predictions/],
    ['columns of something else', [put('other.csv', 'a,b,c\n1,2,3\n')], /there are a, b, c/],
    ['a truth alone', [put('alone.csv', 'y_true\n1\n')], /there are y_true/],
    [
      'two files of one split',
      [put('a.csv', 'y_true,y_pred\n1,1\n'), put('b.csv', 'y_true,y_pred\n1,1\n')],
      /a\.csv and .*b\.csv/,
    ],
    [
      'labels and outputs of other counts',
      [put('counts.csv', 'y_true_a,y_true_b,p_a,p_b,p_c\n1,1,0.1,0.2,0.3\n0,1,0.1,0.2,0.3\n')],
      /2 columns of labels/,
    ],
    ['one probability of three classes', [put('three.csv', 'y_true,prob\na,0.1\nb,0.2\nc,0.3\n')], /prob, .*3 classes/],
    [
      'a label that is no column',
      [put('label.csv', 'y_true,y_pred\n1,1\n'), '--label', 'price'],
      /price.*there are y_true, y_pred/,
    ],
    [
      'bytes',
      [
        put(
          'bytes.bin',
          Uint8Array.from({ length: 999 }, (_, i) => (i * 131) % 256),
        ),
      ],
      /bytes\.bin/,
    ],
  ] as const)('%s: one line and code 2', (_, args, line) => {
    refused(call('--predictions', ...args), line)
  })
})

suite('predictions of others', [built, shared], () => {
  const samples = join(SHARED, 'samples/predictions')
  const known = test.skipIf(!existsSync(samples) && process.env.WHYLOSS_REQUIRE !== 'all')

  known('label sets that differ are both named', () => {
    const own = seen(join(samples, 'ood_liar.csv'))
    expect(own).toMatchObject({ task: 'classification', parts: [{ rows: 1000 }] })
    expect(own.classes).toEqual(expect.arrayContaining(['real', 'fake', 'half-true', 'barely-true']))
    expect(scoreOf(own, 'accuracy')).toBe(0)
  })

  known('a table that is no prediction is refused', () => {
    refused(call('--predictions', join(samples, 'issues.csv')), /is_label_issue/)
  })
})
