import { expect, test } from 'vitest'
import type { Pickled } from './pickled.ts'
import { callsIn } from './pickled-calls.ts'

const call = (module: string, name: string, ...args: Pickled[]): Pickled => ({ kind: 'object', module, name, args })
const dict = (...pairs: [Pickled, Pickled][]): Pickled => ({ kind: 'dict', of: 'dict', map: new Map(pairs) })

test('names what would start a program, however deep it lies', () => {
  const deep = dict(['state_dict', dict(['layer', { kind: 'list', items: [call('posix', 'system', 'x')] }])])
  expect(callsIn(deep)).toEqual(['posix.system'])
  expect(callsIn(call('builtins', 'getattr', { kind: 'global', module: 'os', name: 'popen' }))).toEqual([
    'builtins.getattr',
    'os.popen',
  ])
  expect(callsIn({ kind: 'object', module: 'a', name: 'B', args: [], state: call('subprocess', 'Popen') })).toEqual([
    'subprocess.Popen',
  ])
})

test('says nothing of what models are made of', () => {
  const tensor = call('torch._utils', '_rebuild_tensor_v2', { kind: 'persistent', id: 'storage' }, 0)
  expect(
    callsIn(dict(['weight', tensor], ['of', call('builtins', 'set')], ['c', call('collections', 'OrderedDict')])),
  ).toEqual([])
  expect(callsIn(call('torch.nn.modules.linear', 'Linear'))).toEqual([])
  expect(callsIn(call('osmium', 'system'))).toEqual([])
})

test('ends on values that hold themselves', () => {
  const items: Pickled[] = []
  const ring: Pickled = { kind: 'list', items }
  items.push(ring, call('os', 'remove'))
  expect(callsIn(ring)).toEqual(['os.remove'])
})
