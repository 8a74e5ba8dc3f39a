import type { TriedRemedy } from '../../record/trials.ts'
import { examines, run } from '../run.fixture.ts'
import { experiment, lowerRate, warmUp } from '../trial.fixture.ts'
import check from './tried-remedies.ts'

const tried = (...remedies: readonly TriedRemedy[]) => run().table('trial', experiment(...remedies))

examines(check, {
  ill: {
    'a remedy that was proven': {
      run: tried(lowerRate),
      finds: 'remedy-verified',
      pointsTo: ['learning-rate-too-high'],
    },
    'another of the same cause in vain takes nothing away': { run: tried(lowerRate, warmUp), finds: 'remedy-verified' },
    'a remedy in vain': { run: tried(warmUp), finds: 'remedy-in-vain' },
  },
  well: { 'nothing was decided': tried({ ...warmUp, verdict: 'undecided', reason: 'uncertain' }) },
  outside: { 'nothing was tried': { run: tried(), because: 'no-remedy-tried' } },
})
