import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModelError } from '../model-error.ts'
import { bytesOf } from './file.ts'
import { readPickle } from './pickle.ts'
import { PICKLE_LIMITS } from './pickle-machine.ts'
import { fieldOf, fieldsOf, itemsOf, type Pickled, plainOf } from './pickled.ts'
import { int, type Piece, pickled, text, uint32 } from './torch.fixture.ts'

const read = (...parts: Piece[]): Pickled => readPickle(bytesOf(pickled(...parts))).value
const failure = (...parts: Piece[]): string => {
  try {
    read(...parts)
  } catch (error) {
    expect(error).toBeInstanceOf(ModelError)
    expect((error as ModelError).id).toMatch(/^model\.error\.(pickle|limit)$/)
    return String((error as ModelError).values.what)
  }
  throw new Error('it was read')
}

describe('a pickle', () => {
  it.each<[string, Piece[], unknown]>([
    ['None', ['N.'], null],
    ['True in protocol 1', ['I01\n.'], true],
    ['False', [0x80, 2, 0x89, '.'], false],
    ['a text number', ['I-42\n.'], -42],
    ['a long text number', ['L123456789012345678901L\n.'], 123456789012345678901n],
    ['a float of protocol 0', ['F1.5\n.'], 1.5],
    ['nan', ['Fnan\n.'], Number.NaN],
    ['a float', ['G', 0x3f, 0xf8, 0, 0, 0, 0, 0, 0, '.'], 1.5],
    ['a small negative', ['J', uint32(-7), '.'], -7],
    ['two bytes', ['M', 1, 2, '.'], 513],
    ['a long', [0x8a, 2, 0x00, 0xff, '.'], -256],
    ['an empty long', [0x8a, 0, '.'], 0],
    ['a quoted text', ["S'a\\x41\\n'\n."], 'aA\n'],
    ['an escaped text', ['V\\u03b1b\n.'], 'αb'],
    ['bytes of Python 2', ['U', 2, 0xe9, 0x41, '.'], 'éA'],
    ['a text of protocol 4', [0x80, 4, 0x95, 0, 0, 0, 0, 0, 0, 0, 0, 0x8c, 2, 'ab.'], 'ab'],
  ])('reads %s', (_, parts, value) => {
    expect(read(...parts)).toEqual(value)
  })

  it('reads containers, and shares what it shares', () => {
    const list = read('(lp0\n(g0\nI1\ntp1\na.')
    expect(itemsOf(itemsOf(list)[0])).toEqual([list, 1])
    const dict = read('}q\x00(', text('a'), 'K\x01', text('b'), ']q\x01(K\x02K\x03eu', '.')
    expect(plainOf(dict)).toEqual({ a: 1, b: [2, 3] })
    expect(read(0x80, 4, 0x8f, '(K\x01K\x02', 0x90, '.')).toEqual({ kind: 'set', items: [1, 2] })
  })

  it('makes no object, but a record of what it names', () => {
    expect(read('cos\nsystem\n(', text('touch /tmp/x'), 'tR.')).toEqual({
      kind: 'object',
      module: 'os',
      name: 'system',
      args: ['touch /tmp/x'],
    })
    const built = read('cnet\nModel\n)', 0x81, '}(', text('units'), 'K\x08ub.')
    expect(fieldOf(built, 'units')).toBe(8)
    expect([...fieldsOf(built)]).toEqual([['units', 8]])
  })

  it('takes a called call as a record too', () => {
    expect(read('cbuiltins\ngetattr\n(N', text('x'), 'tR)R.')).toMatchObject({
      kind: 'object',
      name: 'getattr()',
      args: [],
    })
  })

  it('gives dictionaries of the standard library as such', () => {
    const ordered = read('ccollections\nOrderedDict\n((', '(', text('a'), 'K\x01t(', text('b'), 'K\x02tltR.')
    expect(plainOf(ordered)).toEqual({ a: 1, b: 2 })
    const defaults = read('ccollections\ndefaultdict\n(c__builtin__\nint\ntR', text('k'), 'K\x05s.')
    expect(plainOf(defaults)).toEqual({ k: 5 })
  })

  it('says the opcode and the byte of what is wrong', () => {
    expect(failure('N')).toBe('opcode NONE at byte 1: it claims 1 bytes, and the file ends at byte 1')
    expect(failure('R.')).toBe('opcode REDUCE at byte 0: the stack is empty')
    expect(failure('N\xff.')).toBe('opcode 0xff at byte 1: no such opcode')
    expect(failure('K\x01q\x00h\x07.')).toBe('opcode BINGET at byte 4: place 7 of the memo is empty')
    expect(failure('N)R.')).toContain('what it calls is no name')
    expect(failure('cos\nsystem\n]R.')).toContain('its arguments are no tuple')
    expect(failure(0x80, 6, 'N.')).toContain('protocol 6')
    expect(failure('N}b.')).toContain('no object')
  })
})

describe('a hostile pickle', () => {
  it('gets no memory for what it claims', () => {
    expect(failure(0x8b, uint32(0x7fffffff), '.')).toContain('a number of 2147483647 bytes')
    expect(failure('X', uint32(0x7ffffff), '.')).toContain('it claims 134217727 bytes')
    expect(failure(0x8e, uint32(-1), uint32(-1), '.')).toContain('bytes')
    expect(failure(`L${'9'.repeat(10_000)}L\n.`)).toContain('a number of 10000 digits')
  })

  it('is not expanded where it refers to itself a thousand times', () => {
    let laughs = `]q\x00(${'K\x01'.repeat(10)}e`
    for (let place = 1; place < 60; place++) {
      laughs += `0]q${String.fromCharCode(place)}(${`h${String.fromCharCode(place - 1)}`.repeat(10)}e`
    }
    const value = read(`${laughs}.`)
    expect(itemsOf(value)).toHaveLength(10)
    expect(JSON.stringify(plainOf(value)).length).toBeLessThan(2_000_000)
  })

  it('does not copy one dictionary again and again', () => {
    const many = Array.from({ length: 1000 }, (_, i) => pickled(int(i), 'N'))
    const copies = 'cbuiltins\ndict\nh\x00\x85R0'.repeat(3000)
    expect(failure('}q\x00(', ...many, 'u', copies, '.')).toContain(`more than ${PICKLE_LIMITS.containers} containers`)
  })

  it('is not deep', () => {
    expect(failure(`${']'.repeat(5000)}${'a'.repeat(4999)}.`)).toContain('more than 1000 levels')
    expect(failure(`)${'\x85'.repeat(5000)}.`)).toContain('more than 1000 levels')
    expect(failure('('.repeat(5000))).toContain('more than 1000 marks')
    // each is in a list before the one that holds it, so that no step is deep
    const chain = Array.from({ length: 3000 }, (_, i) => pickled('j', uint32(i), '\x85r', uint32(i + 1)))
    expect(failure('](Nr', uint32(0), ...chain, 'e.')).toContain('more than 1000 levels')
  })

  it('never gives anything but a value or one line, whatever its bytes', () => {
    const opcodes = fc.constantFrom(
      ...'(.012FGIJKLMNPQRSTUVXabcdeghijlopqrstu])}\x80\x81\x85\x86\x87\x88\x8a\x8b\x8c\x93\x94\x95',
    )
    const piece = fc.oneof(opcodes, opcodes, fc.constantFrom('\n', '\x00', '\x01', 'os\nsystem\n', "'a'\n", '1\n'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        expectSafe(pickled(...parts))
      }),
      { numRuns: 2000 },
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectSafe), { numRuns: 500 })
  })
})

function expectSafe(bytes: Uint8Array): void {
  try {
    const { value, end } = readPickle(bytesOf(bytes))
    expect(end).toBeLessThanOrEqual(bytes.length)
    plainOf(value)
  } catch (error) {
    expect(error).toBeInstanceOf(ModelError)
  }
}
