// Causes as a diagnosis names them, written by hand, for the tests of this room.

import type { DiagnosisEntry } from '../diagnosis/examination.ts'

export const tooHigh: DiagnosisEntry = {
  cause: 'learning-rate-too-high',
  title: 'The learning rate is too high',
  what: 'Steps longer than the valley is wide climb its other side.',
  kind: 'fault',
  probability: 0.91,
  certainty: 'strong',
  for: ['jumps-up', 'rate-far-above-usual'],
  against: ['No value of the loss is NaN or Inf.'],
  remedies: [
    {
      id: 'lower-rate',
      advice:
        'Divide the learning rate by 10, and bisect between the last rate that diverged and the first that crawled.',
      expect: 'The loss falls from the first steps and the jumps are gone.',
      change: { learning_rate: 'x0.1' },
      safe: 'try-and-verify',
    },
    {
      id: 'warm-up',
      advice: 'Warm the learning rate up over the first few hundred steps.',
      expect: 'The first steps no longer throw the weights off.',
      change: { warmup_steps: 500 },
      safe: 'needs-a-value',
    },
  ],
  settle: [
    {
      test: 'run again at a tenth of the learning rate',
      needs: 'the command that trains',
      cost: 'one-run',
    },
  ],
  rather: {
    cause: 'exploding-gradients',
    why: 'Exploding gradients would show in the gradient norm, which stays near 0.8 outside of the jumps.',
  },
}

export const overfit: DiagnosisEntry = {
  cause: 'overfitting',
  title: 'Overfitting',
  what: 'The model goes on learning the training examples alone.',
  kind: 'fault',
  probability: 0.62,
  certainty: 'likely',
  for: ['reading/gap-opens', 'jumps-up'],
  against: [],
  remedies: [
    {
      id: 'early-stopping',
      advice: 'Stop at the lowest validation loss and keep that checkpoint.',
      expect: 'The validation loss of the kept weights is the best one seen.',
      change: {},
      safe: 'safe',
    },
  ],
  settle: [{ test: 'learning curve over 25, 50 and 100 % of the data', needs: 'the data', cost: 'some-runs' }],
}

export const tooSmall: DiagnosisEntry = {
  ...overfit,
  cause: 'batch-too-small',
  title: 'The batch is too small',
  what: 'Few examples a step make its direction noisy.',
  probability: 0.2,
  certainty: 'possible',
  for: ['jumps-up'],
}

export const asymmetry: DiagnosisEntry = {
  cause: 'evaluation-asymmetry',
  title: 'Train and validation are measured differently',
  what: 'Dropout is off in validation.',
  kind: 'benign',
  probability: 0.8,
  certainty: 'likely',
  for: ['reading/validation-below-train'],
  against: [],
  remedies: [
    {
      id: 'evaluate-train',
      advice: 'Evaluate the training data after the epoch, in eval mode.',
      expect: 'Both curves meet.',
      change: {},
      safe: 'safe',
    },
  ],
  settle: [{ test: 'the training loss in eval mode', needs: 'the model and the training data', cost: 'seconds' }],
}
