// What holds for every sentence that a user reads: it is there, it is used, it is given its values, it reads well.
import { IntlMessageFormat } from 'intl-messageformat'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { causes } from '../../src/causes/index.ts'
import { checks } from '../../src/checks/index.ts'
import { en } from '../../src/locales/en/index.ts'
import { parse, type SourceFile, sources } from '../sources.ts'

const messages: Readonly<Record<string, string>> = en
const ids = Object.keys(messages)
/** The prefixes whose ids are judged by the names of units, not by the template that speaks them. */
const BY_NAME = /^(cause|remedy|test|claim|clear|how|irrelevant)\.$/

const users = sources('src', 'app').filter((file) => !file.test && !/^src\/locales\/|vite\.config\.ts$/.test(file.path))
const literals = users.flatMap(textsOf)

/** Sentences; what has another prefix is a title, a word or a fragment that a view puts between others. */
const SENTENCES = /^(claim|clear|how|error|note|summary)\.|\.what$|^remedy\./

/** Names of files inside a model's archive. */
const FILES = /\.(?:h5|json|pb|pkl)$/

describe('messages', () => {
  test('are valid', () => {
    const bad = ids.filter((id) => {
      try {
        placeholders(id)
        return false
      } catch {
        return true
      }
    })
    expect(bad).toEqual([])
  })

  test('are all used', () => {
    const exact = new Set(literals.flatMap((one) => (one.pattern ? [] : [one.text])))
    const patterns = literals.flatMap((one) => (one.pattern ? [one.pattern] : []))
    expect(ids.filter((id) => !exact.has(id) && !patterns.some((pattern) => pattern.test(id)) && !named(id))).toEqual(
      [],
    )
  })

  test('that the source names exist', () => {
    const prefixes = new Set(ids.map((id) => id.split('.')[0]))
    const asked = literals.filter(
      (one) => !one.pattern && isId(one.text) && prefixes.has(one.text.split('.')[0]) && !FILES.test(one.text),
    )
    expect(asked.filter((one) => !(one.text in messages)).map((one) => `${one.path}: ${one.text}`)).toEqual([])
  })

  test('that findings and reasons in checks name exist', () => {
    const asked = users.filter((file) => file.room === 'checks').flatMap((file) => asks(file))
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((one) => !(one.text in messages)).map((one) => `${one.path}: ${one.text}`)).toEqual([])
  })

  test('are given every value that they ask for', () => {
    expect(users.flatMap(unfilled)).toEqual([])
  })

  test('are the only sentences: what is spoken stands in locales/', () => {
    const rooms = ['record', 'causes', 'formats', 'gather', 'checks', 'diagnosis', 'live', 'view', 'cli', 'app']
    const spoken = users.filter((file) => rooms.includes(file.room)).flatMap(textsOf)
    const sentences = spoken.filter((one) => /^[A-Z][a-z]+ [^|[\]]* [^|[\]]*[.?]$/.test(one.text))
    expect(sentences.map((one) => `${one.path}: ${one.text}`)).toEqual([])
  })

  test('of checks have a sentence for the answer clear', () => {
    expect(checks.filter((check) => !(`clear.${check.name}` in messages)).map((check) => check.name)).toEqual([])
  })

  test('end with a full stop where they are sentences', () => {
    const open = ids.filter((id) => SENTENCES.test(id) && !/([.?]|\})$/.test(messages[id]!))
    expect(open.map((id) => `${id}: ${messages[id]}`)).toEqual([])
  })

  test('stay calm', () => {
    const loud = ids.filter((id) => /[!！]|\b(please|oops|sorry|obviously)\b/i.test(messages[id]!))
    expect(loud.map((id) => `${id}: ${messages[id]}`)).toEqual([])
  })

  test('are neatly typed', () => {
    const untidy = ids.filter(
      (id) => !messages[id]!.includes('\n') && /^\s|\s$|\S {2,}\S|\s[,.;:?]( |$)|\.\.\.$/.test(messages[id]!),
    )
    expect(untidy.map((id) => `${id}: ${messages[id]}`)).toEqual([])
  })
})

function isId(text: string): boolean {
  return /^[a-z]+(\.[a-zA-Z0-9-]+)+$/.test(text)
}

/** Ids that are built from the names of units; `how.` only from evidence that some check needs. */
function named(id: string): boolean {
  const [prefix, ...rest] = id.split('.')
  const name = rest.join('.').replace(/\.(what|needs|expect|see)$/, '')
  if (prefix === 'cause') return causes.some((cause) => cause.id === name)
  if (prefix === 'remedy') return causes.some((cause) => cause.remedies.some((remedy) => remedy.id === name))
  if (prefix === 'test') return causes.some((cause) => cause.settle.some((settle) => settle.id === name))
  if (prefix === 'clear') return checks.some((check) => check.name === name)
  if (prefix === 'how') return checks.some((check) => [...check.needs, ...check.helps].some((one) => one === name))
  if (prefix === 'irrelevant' || prefix === 'claim')
    return literals.some((one) => one.text === name || one.pattern?.test(name) === true)
  return false
}

interface Literal {
  readonly path: string
  readonly text: string
  /** of a template: what it may become */
  readonly pattern?: RegExp
}

/** Every string and template of a file that could be a message id. */
function textsOf(file: SourceFile): Literal[] {
  const out: Literal[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) out.push({ path: file.path, text: node.text })
    if (ts.isTemplateExpression(node) && /^[a-z]+[./-]/.test(node.head.text) && !BY_NAME.test(node.head.text)) {
      const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
      const quoted = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      out.push({ path: file.path, text: parts.join('*'), pattern: new RegExp(`^${quoted.join('.+')}$`) })
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return out
}

/** The message ids that a check's `finding({ id })`, `irrelevant(reason)` and `unasked([evidence])` stand for. */
function asks(file: SourceFile): Literal[] {
  const prefixes: Readonly<Record<string, string>> = { finding: 'claim', irrelevant: 'irrelevant', unasked: 'how' }
  const out: Literal[] = []
  const visit = (node: ts.Node): void => {
    const prefix = ts.isCallExpression(node) ? prefixes[node.expression.getText()] : undefined
    const first = ts.isCallExpression(node) ? node.arguments[0] : undefined
    if (prefix && first) {
      const id = ts.isObjectLiteralExpression(first)
        ? first.properties.find((one) => one.name?.getText() === 'id')
        : first
      if (id) for (const text of stringsIn(id)) out.push({ path: file.path, text: `${prefix}.${text}` })
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return out
}

/** Strings that an expression may have as its value: `a ? 'x' : 'y'` has two; what it compares with is none. */
function stringsIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...stringsIn(node.whenTrue), ...stringsIn(node.whenFalse)]
  if (ts.isPropertyAssignment(node)) return stringsIn(node.initializer)
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(stringsIn) : []
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The names of the values that a message asks for. */
function placeholders(id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      // plain text and the `#` of a plural have no name
      if (element.type !== 0 && element.type !== 7) found.add(element.value)
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value)
    }
  }
  visit(new IntlMessageFormat(messages[id]!, 'en', undefined, { ignoreTag: true }).getAst())
  return found
}

/** Calls and findings that name a message and give it, as a plain object, fewer values than it asks for. */
function unfilled(file: SourceFile): string[] {
  const out: string[] = []
  const visit = (node: ts.Node): void => {
    const pair = ts.isCallExpression(node)
      ? callPair(node)
      : ts.isObjectLiteralExpression(node)
        ? findingPair(node)
        : undefined
    if (pair && pair.id in messages) {
      const lacking = [...placeholders(pair.id)].filter((name) => !pair.given.has(name))
      if (lacking.length > 0) out.push(`${file.path}: ${pair.id} lacks ${lacking.join(', ')}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return out
}

interface Spoken {
  readonly id: string
  readonly given: ReadonlySet<string>
}

/** `speak('id', { ... })`, `new ReadError('id', { ... })`: what is given only an id must be one that asks for nothing. */
function callPair(call: ts.CallExpression | ts.NewExpression): Spoken | undefined {
  const [first, second] = call.arguments ?? []
  if (!first || !ts.isStringLiteralLike(first) || !isId(first.text)) return undefined
  if (second === undefined && !/speak|say|ReadError/i.test(call.expression.getText())) return undefined
  return together(first.text, second)
}

function findingPair(object: ts.ObjectLiteralExpression): Spoken | undefined {
  const property = (name: string) =>
    object.properties.find(
      (one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === name,
    )?.initializer
  const message = property('message')
  const values = property('values')
  return message && values && ts.isStringLiteralLike(message) ? together(message.text, values) : undefined
}

function together(id: string, values: ts.Expression | undefined): Spoken | undefined {
  if (values === undefined) return { id, given: new Set() }
  if (!ts.isObjectLiteralExpression(values) || values.properties.some(ts.isSpreadAssignment)) return undefined
  return { id, given: new Set(values.properties.map((one) => one.name?.getText().replace(/^['"]|['"]$/g, '') ?? '')) }
}
