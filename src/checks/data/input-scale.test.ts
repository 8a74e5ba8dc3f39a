import { examines } from '../run.fixture.ts'
import { labels, learns, stuck, tensor } from '../watched.fixture.ts'
import check from './input-scale.ts'

const pixels = tensor({ shape: [32, 1, 28, 28], min: 0, max: 255, mean: 33, spread: 78 })
const uneven = tensor({
  max: 9e4,
  mean: 900,
  spread: 8000,
  features: { count: 10, means: [-0.2, 9000], spreads: [0.9, 2e4], constant: 0 },
})
const years = tensor({
  min: 1990,
  max: 2020,
  mean: 2005,
  spread: 9,
  features: { count: 2, means: [1, 2005], spreads: [0.5, 9], constant: 0 },
})

examines(check, {
  ill: {
    'pixels of 0 to 255 beside a loss that stays': {
      run: stuck().table('inputs', pixels),
      finds: 'inputs-size',
      pointsTo: ['unscaled-inputs'],
    },
    'one feature of another order': { run: stuck().table('inputs', uneven), finds: 'inputs-uneven' },
    'a column of years': { run: stuck().table('inputs', years), finds: 'inputs-off-centre' },
    'features that differ by a million though the loss falls': {
      run: learns().table('inputs', { ...uneven, features: { ...uneven.features!, spreads: [0.01, 1e4] } }),
      finds: 'inputs-uneven',
    },
  },
  well: {
    'standardised inputs beside a loss that stays': stuck().table('inputs', tensor()),
    'pixels, and the loss falls all the same': learns().table('inputs', pixels),
    'a constant feature has no ratio': stuck().table(
      'inputs',
      tensor({ features: { count: 10, means: [-0.1, 0.1], spreads: [0, 1], constant: 1 } }),
    ),
  },
  outside: {
    'token ids': {
      run: stuck().table('inputs', labels({ name: 'input_ids', max: 50_000 })),
      because: 'no-float-inputs',
    },
    'a first layer that normalises': {
      run: stuck().table('inputs', pixels).layers({ name: 'bn', kind: 'BatchNorm2d' }),
      because: 'inputs-normalised',
    },
    'nobody watched': { run: stuck(), because: 'inputs' },
  },
})
