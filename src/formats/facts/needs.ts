// What a sentence must hold for a pattern to match at all: found in the pattern's own source, so that it is never wrong.

/**
 * Words in lower case of which a matching text holds at least one; a pattern has several such lists. A text that lacks
 * all words of a list cannot match, and the pattern need not be compiled, which costs more than reading a sentence.
 */
export type Needs = readonly (readonly string[])[]

/** What a piece of a pattern needs; `exact` where it matches one string only. */
interface Piece {
  readonly needs: Needs
  readonly exact?: string
}

const NOTHING: Piece = { needs: [] }
const EMPTY: Piece = { needs: [], exact: '' }
const DIGITS = [...'0123456789'] as const
/** Lists longer than this are no quick test. */
const MOST = 160

/** What a pattern without the flag `v` needs; a piece that is not understood is taken to need nothing. */
export function needsOf(source: string): Needs {
  return alternatives(source, { index: 0 }).needs
}

/** Whether a text in lower case holds what is needed. */
export function holds(lower: string, needs: Needs): boolean {
  return needs.every((words) => words.some((word) => lower.includes(word)))
}

interface Place {
  index: number
}

function alternatives(source: string, at: Place): Piece {
  const branches = [sequence(source, at)]
  while (source[at.index] === '|') {
    at.index++
    branches.push(sequence(source, at))
  }
  if (branches.length === 1) return branches[0]!
  const words = new Set<string>()
  for (const { needs } of branches) {
    const best = surest(needs)
    if (!best) return NOTHING
    for (const word of best) words.add(word)
  }
  return words.size > MOST ? NOTHING : { needs: [[...words]] }
}

/** The list whose shortest word is longest tells most. */
function surest(needs: Needs): readonly string[] | undefined {
  const shortest = (words: readonly string[]) => Math.min(...words.map((word) => word.length))
  let best = needs[0]
  for (const words of needs) if (best && shortest(words) > shortest(best)) best = words
  return best
}

function sequence(source: string, at: Place): Piece {
  const needs: (readonly string[])[] = []
  let run = ''
  let exact = true
  const flush = () => {
    if (run !== '') needs.push([run])
    run = ''
  }
  while (at.index < source.length && source[at.index] !== '|' && source[at.index] !== ')') {
    const piece = atom(source, at)
    const [least, most] = quantifier(source, at)
    const once = least === 1 && most === 1
    if (piece.exact !== undefined && least > 0) run += piece.exact
    if (piece.exact !== undefined && once) continue
    if (piece.exact === '') continue
    exact = false
    flush()
    if (piece.exact === undefined && least > 0) needs.push(...piece.needs)
  }
  if (exact) return { needs: run === '' ? [] : [[run]], exact: run }
  flush()
  return { needs }
}

function atom(source: string, at: Place): Piece {
  const sign = source[at.index++]!
  if (sign === '(') return group(source, at)
  if (sign === '[') return letters(source, at)
  if (sign === '^' || sign === '$') return EMPTY
  if (sign === '.') return NOTHING
  return sign === '\\' ? escaped(source, at) : literal(sign)
}

function literal(sign: string): Piece {
  const exact = sign.toLowerCase()
  return { needs: [[exact]], exact }
}

/** What is looked at on either side need not be in the words that match; it is passed over. */
function group(source: string, at: Place): Piece {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(source.slice(at.index, at.index + 40))?.[0] ?? ''
  at.index += opening.length
  const inside = alternatives(source, at)
  at.index++
  return /[=!]$/.test(opening) ? EMPTY : inside
}

function letters(source: string, at: Place): Piece {
  const from = at.index
  while (at.index < source.length && source[at.index] !== ']') at.index += source[at.index] === '\\' ? 2 : 1
  const members = source.slice(from, at.index++)
  if (members === '\\d') return { needs: [DIGITS] }
  return /^\^|\\|.-./.test(members) ? NOTHING : { needs: [[...members.toLowerCase()]] }
}

function escaped(source: string, at: Place): Piece {
  const sign = source[at.index++]!
  if (sign === 'b' || sign === 'B') return EMPTY
  if (sign === 'd') return { needs: [DIGITS] }
  if (sign === 'u') at.index += 4
  if (sign === 'x') at.index += 2
  return /[a-z0-9]/i.test(sign) ? NOTHING : literal(sign)
}

function quantifier(source: string, at: Place): readonly [least: number, most: number] {
  const sign = source[at.index]
  const counted = sign === '{' ? /^\{(\d+)(,?)(\d*)\}/.exec(source.slice(at.index, at.index + 16)) : null
  if (!counted && sign !== '?' && sign !== '*' && sign !== '+') return [1, 1]
  at.index += counted ? counted[0].length : 1
  if (source[at.index] === '?') at.index++
  if (!counted) return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Number.POSITIVE_INFINITY]
  const least = Number(counted[1])
  return [least, counted[2] === '' ? least : counted[3] === '' ? Number.POSITIVE_INFINITY : Number(counted[3])]
}
