// The lists of the check `uniform-guessing`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './uniform-guessing.ts'

const stands = (classes: number, seed: number) =>
  straight(12, Math.log(classes), Math.log(classes), { noise: 0.0012, seed })
const cross = run().fact('loss_function', 'cross-entropy')

examines(check, {
  ill: {
    'ln 10, a tenth is right': {
      run: cross
        .curve('loss', stands(10, 331))
        .curve('accuracy', straight(12, 0.098, 0.103))
        .fact('classes', 10),
      finds: 'uniform-guessing',
      pointsTo: ['misaligned-labels', 'learning-rate-too-high', 'poor-initialization', 'vanishing-gradients'],
    },
    'ln 2 of a binary loss': {
      run: run().curve('loss', stands(2, 332)).fact('loss_function', 'binary-cross-entropy'),
      finds: 'uniform-guessing',
      pointsTo: ['misaligned-labels', 'uninformative-features'],
    },
    'ln 37, told by nothing but the number': {
      run: cross.curve('loss', stands(37, 333), { axis: 'step' }),
      finds: 'uniform-guessing',
      pointsTo: ['misaligned-labels'],
    },
    'one epoch of few steps': {
      run: cross
        .curve('loss', [2.309, 2.304], { axis: 'step', at: [50, 100] })
        .fact('classes', 10)
        .fact('epochs', 1),
      finds: 'uniform-guessing',
      pointsTo: ['too-few-epochs', 'learning-rate-too-low'],
    },
  },
  well: {
    'well below ln 10': cross.curve('loss', curve(12, 2.31, 0.4)).fact('classes', 10),
    'passes ln 2 on its way down': cross
      .curve('loss', straight(12, 2.2, Math.LN2))
      .curve('accuracy', curve(12, 0.2, 0.75)),
    'at ln 2 of ten classes, and most answers are right': cross
      .curve('loss', straight(12, 0.7, 0.69))
      .curve('accuracy', straight(12, 0.76, 0.77))
      .fact('classes', 10),
    'far above guessing': cross.curve('loss', straight(12, 7.7, 7.7)).fact('classes', 10),
    'three per cent below ln 10: a little was learnt': cross
      .curve('loss', straight(12, 2.235, 2.232))
      .fact('classes', 10),
  },
  outside: {
    'a squared error of 0.6931': {
      run: run().curve('loss', stands(2, 334)).fact('loss_function', 'mse'),
      because: 'no-classification',
    },
    'nothing says that it classifies': { run: run().curve('loss', stands(2, 335)), because: 'no-classification' },
  },
})
