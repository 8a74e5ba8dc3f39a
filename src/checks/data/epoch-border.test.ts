// The lists of the check `epoch-border`.

import { curve, epochsOf, examines, run, shaken, straight } from '../run.fixture.ts'
import check from './epoch-border.ts'

const EACH = 12
const epochs = epochsOf(5, EACH)
const inEpochs = (of: (epoch: number, part: number) => number, noise: number, seed: number) =>
  shaken(
    Array.from({ length: epochs.length }, (_, i) => of(Math.floor(i / EACH), (i % EACH) / EACH)),
    { noise, seed },
  )
const tooth = inEpochs((epoch, part) => 1.6 - 0.08 * epoch - 0.7 * part, 0.01, 111)
/** The same twelve batches in every epoch, and no two of one size of loss. */
const beats = inEpochs((epoch, part) => 1.2 - 0.05 * epoch + 0.4 * Math.sin(97 * part * part), 0.01, 115)
const stairs = inEpochs((epoch) => 2.4 * 0.7 ** epoch, 0.008, 112)

examines(check, {
  ill: {
    'falls through each epoch and starts again near the top': {
      run: run().curve('loss', tooth, { axis: 'step', epochs }),
      finds: 'saw-tooth',
      pointsTo: ['unshuffled-data', 'logging-artifact'],
    },
    'the same of a running mean that restarts': {
      run: run().curve('loss', tooth, { axis: 'step', epochs, mean: 'running' }),
      finds: 'saw-tooth',
      pointsTo: ['logging-artifact'],
    },
    'one step down at each epoch, level within': {
      run: run().curve('loss', stairs, { axis: 'step', epochs }),
      finds: 'stairs',
      pointsTo: ['overfitting', 'too-little-data'],
    },
    'the same ups and downs in every epoch': {
      run: run().curve('loss', beats, { axis: 'step', epochs }),
      finds: 'epoch-pattern',
      pointsTo: ['unshuffled-data'],
    },
    'an order that was drawn once, as Keras draws it with a seed': {
      run: run().fact('shuffled', true).curve('loss', beats, { axis: 'step', epochs }),
      finds: 'epoch-pattern',
      pointsTo: [],
    },
    'epochs counted in fractions': {
      run: run().curve('loss', stairs, { axis: 'step', epochs: epochs.map((one, i) => one - 1 + (i % EACH) / EACH) }),
      finds: 'stairs',
      pointsTo: ['overfitting'],
    },
  },
  well: {
    'falls without a border': run().curve('loss', curve(60, 2.3, 0.4, { noise: 0.02, seed: 113 }), {
      axis: 'step',
      epochs,
    }),
    'batch noise about a level': run().curve('loss', straight(60, 0.9, 0.9, { noise: 0.1, seed: 114 }), {
      axis: 'step',
      epochs,
    }),
  },
  outside: {
    'a value an epoch': { run: run().curve('loss', curve(20, 2, 0.5)), because: 'no-epochs-and-steps' },
    'steps without epochs': { run: run().curve('loss', tooth, { axis: 'step' }), because: 'no-epochs-and-steps' },
    'eight steps': {
      run: run().curve('loss', tooth.slice(0, 8), { axis: 'step', epochs: epochs.slice(0, 8) }),
      because: 'few-values',
    },
  },
})
