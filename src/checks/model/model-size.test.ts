import { accuracy, dense, modelFile, stored } from '../model.fixture.ts'
import { examines, type RunBuilder } from '../run.fixture.ts'
import { optimizer } from '../watched.fixture.ts'
import check from './model-size.ts'

const small = stored(dense('fc1', 10, 20, 'relu'), dense('out', 20, 2))
const large = stored(dense('fc1', 100, 1000, 'relu'), dense('out', 1000, 2))
/** Twelve layers with weights; a norm behind each where asked. */
const deep = (norms: boolean) =>
  stored(
    ...Array.from({ length: 12 }, (_, i) => [
      dense(`fc${i}`, 20, 20),
      ...(norms ? [{ name: `bn${i}`, kind: 'BatchNorm', parameters: 40 }] : []),
    ]).flat(),
  )
const scored = (built: RunBuilder, train: number, test: number) =>
  built.fact('examples_train', 800).table('scores', ...accuracy('train', train), ...accuracy('test', test))

examines(check, {
  ill: {
    'a hundred parameters a row, and a test far below': {
      run: scored(large, 1, 0.7),
      finds: 'more-parameters-than-rows',
      pointsTo: ['overfitting', 'model-too-large'],
    },
    'twelve layers and no normalisation': {
      run: scored(deep(false), 0.6, 0.6),
      finds: 'deep-without-normalization',
      pointsTo: ['missing-normalization', 'vanishing-gradients'],
    },
    'two layers of twenty units, and half of it learnt': {
      run: scored(small, 0.7, 0.68),
      finds: 'below-usual-size',
      pointsTo: ['model-too-small'],
    },
  },
  well: {
    'a small model that learnt its training': scored(small, 0.97, 0.9),
    'a small model that learnt': scored(small, 0.9, 0.88),
    'a large model whose test holds': scored(large, 0.95, 0.94),
    'a small model whose test does not': scored(small, 0.95, 0.7),
    'rows of which the number is not known': large.table('scores', ...accuracy('train', 1), ...accuracy('test', 0.7)),
    'no row at all': scored(large, 1, 0.7).fact('examples_train', 0),
    'one split': large.fact('examples_train', 800).table('scores', ...accuracy('train', 1)),
    'twelve normalised layers': scored(deep(true), 0.6, 0.6),
    'twelve layers that learnt all the same': scored(deep(false), 0.95, 0.93),
    'twelve tensors in no order': scored(deep(false), 0.6, 0.6).table('modelFile', modelFile({ ordered: false })),
    'nothing was predicted': small,
    'no layers, no scores': stored().table('scores'),
  },
  outside: {
    'a run that was watched': { run: scored(large, 1, 0.7).table('optimizers', optimizer()), because: 'loss-judged' },
    'an empty table of files': { run: scored(large, 1, 0.7).table('modelFile'), because: 'few-layers' },
  },
})
