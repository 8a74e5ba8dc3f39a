import { examines, run } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './steps-an-epoch.ts'

examines(check, {
  ill: {
    'the whole data in one batch': {
      run: stuck().fact('steps_per_epoch', 1).fact('batch_size', 1437),
      finds: 'few-steps-in-an-epoch',
      pointsTo: ['batch-too-large'],
    },
    'an eighth of the data': {
      run: stuck().fact('examples_train', 1437).fact('batch_size', 180),
      finds: 'few-steps-in-an-epoch',
    },
  },
  well: {
    'forty steps': stuck().fact('steps_per_epoch', 40),
    'few steps, and the loss falls': learns().fact('steps_per_epoch', 4),
    'twenty examples in batches of four': stuck().fact('examples_train', 20).fact('batch_size', 4),
  },
  outside: {
    'a stream without epochs': { run: stuck(), because: 'epochs-unknown' },
    'nobody watched': { run: run().fact('steps_per_epoch', 4), because: 'optimizers' },
  },
})
