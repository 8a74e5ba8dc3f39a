import { expect, it } from 'vitest'
import { kernel, vector } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './stored-units.ts'

const units = (how: Parameters<typeof kernel>[1]) => run().table('weights', kernel('fc1'), kernel('fc2', how))
const { equalUnits: _, ...dyingOnly } = kernel('fc1', { deadUnits: 40 })
const dead = (count: number) => units({ deadUnits: count })

examines(check, {
  ill: {
    'weights that began alike': {
      run: units({ equalUnits: 63 }),
      finds: 'stored-units-alike',
      pointsTo: ['poor-initialization'],
    },
    'every unit is 0': { run: dead(64), finds: 'stored-units-dead', pointsTo: ['dead-units'] },
    'a sixth of them': { run: dead(11), finds: 'stored-units-dead', pointsTo: ['dead-units'] },
    'inputs that nobody listens to': {
      run: run().table('weights', kernel('fc1', { inputs: 20, deadInputs: 8 }), kernel('fc2')),
      finds: 'stored-inputs-unheard',
      pointsTo: ['uninformative-features'],
    },
    'a count of dead units alone': {
      run: run().table('weights', dyingOnly),
      finds: 'stored-units-dead',
    },
  },
  well: {
    'no two units alike': units({}),
    'one dead unit': dead(1),
    'an input or two unheard': run().table('weights', kernel('fc1', { inputs: 20, deadInputs: 2 })),
    'unheard inputs of a later layer, whose units may have died': run().table(
      'weights',
      kernel('fc1'),
      kernel('fc2', { inputs: 20, deadInputs: 8 }),
    ),
    'half of the units alike: a convolution of small filters': units({ equalUnits: 32 }),
  },
  outside: {
    'one output unit': {
      run: run().table('weights', kernel('out', { units: 1, deadUnits: 1 })),
      because: 'no-kernels',
    },
    'biases alone': { run: run().table('weights', vector('fc1', 'bias')), because: 'no-kernels' },
    'no tensor that could be read': { run: run().table('weights'), because: 'no-kernels' },
    'nobody opened the model': { run: learns(), because: 'weights' },
  },
})

it('stored-units names the layer of the worst share, and sees how weights began only where units are alike', () => {
  const found = (one: ReturnType<typeof dead>) => {
    const answer = check.ask(one.record)
    return answer.state === 'found' ? answer.findings[0]! : undefined
  }
  expect(found(dead(64))).toMatchObject({ where: { layers: ['fc2'] }, values: { layer: 'fc2', units: 64, share: 1 } })
  expect([found(dead(64))?.sees, found(units({ equalUnits: 63 }))?.sees]).toEqual([undefined, 'poor-initialization'])
  expect(found(dead(64))!.points['dead-units']!).toBeGreaterThan(found(dead(11))!.points['dead-units']!)
})
