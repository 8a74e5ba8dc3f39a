// What holds for every language: no message, placeholder, choice or plural form is missing, and none is left in English.
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { en } from '../../src/locales/en/index.ts'
import { LANGUAGES, type Language } from '../../src/locales/message.ts'
import { ru } from '../../src/locales/ru/index.ts'
import { zh } from '../../src/locales/zh/index.ts'

type Texts = Readonly<Record<string, string>>
type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const all: Readonly<Record<Language, Texts>> = { en, zh, ru }
const LETTERS: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = { zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u }

/** Messages that say the same in every language: signs, names of things, and what is put together of placeholders. */
const wordless = (text: string) => !/\p{L}{3}/u.test(text.replace(/\{[^{}]*\}|whyloss/g, '').replace(/`[^`]*`/g, ''))

describe.each(LANGUAGES)('%s', (language) => {
  const texts = all[language]
  const ids = Object.keys(texts)

  test('has every message, and no other', () => {
    const known = new Set(ids)
    expect(Object.keys(en).filter((id) => !known.has(id))).toEqual([])
    expect(ids.filter((id) => !(id in en))).toEqual([])
  })

  test('can be parsed, and asks for the same values', () => {
    const wrong = ids.filter((id) => names(texts[id]!, language).join() !== names((en as Texts)[id]!, 'en').join())
    expect(wrong.map((id) => `${id}: ${texts[id]}`)).toEqual([])
  })

  test('chooses among the same words', () => {
    const wrong = ids.filter((id) => choices(texts[id]!, language).join() !== choices((en as Texts)[id]!, 'en').join())
    expect(wrong.map((id) => `${id}: ${texts[id]}`)).toEqual([])
  })

  test('has every plural form that its grammar knows', () => {
    const grammar = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const lacking = ids.flatMap((id) =>
      plurals(texts[id]!, language)
        .filter((forms) => !isSwitch(forms) && !grammar.every((form) => forms.includes(form)))
        .map((forms) => `${id} has only ${forms.join(', ')}`),
    )
    expect(lacking).toEqual([])
  })
})

describe.each(['zh', 'ru'] as const)('%s', (language) => {
  const texts = all[language]
  const ids = Object.keys(texts).filter((id) => !wordless((en as Texts)[id] ?? ''))

  test('is written in its own letters', () => {
    const foreign = ids.filter((id) => !LETTERS[language].test(texts[id]!) && !isName(texts[id]!))
    expect(foreign.map((id) => `${id}: ${texts[id]}`)).toEqual([])
  })

  test('leaves no English sentence standing', () => {
    const english = ids.filter((id) => /(?<![\w`/.-])(the|of|is|are|and|with|not)(?![\w`/.=-])/.test(prose(texts[id]!)))
    expect(english.map((id) => `${id}: ${texts[id]}`)).toEqual([])
  })

  test('ends its sentences as English does', () => {
    const ends = /(?:[.。?？]|\})[»”"]?$/
    const open = ids.filter((id) => /[.?]$/.test((en as Texts)[id]!) && !ends.test(texts[id]!))
    expect(open.map((id) => `${id}: ${texts[id]}`)).toEqual([])
  })

  test('stays calm', () => {
    expect(ids.filter((id) => /[!！]/.test(texts[id]!) && !/[!！]/.test((en as Texts)[id]!))).toEqual([])
  })
})

describe('Chinese', () => {
  test('uses its own punctuation between its characters', () => {
    const half = Object.entries(zh).filter(([, text]) => /\p{Script=Han}[,;:?](?:\p{Script=Han}|\s|$)/u.test(text))
    expect(half.map(([id, text]) => `${id}: ${text}`)).toEqual([])
  })
})

describe('Russian', () => {
  test('quotes with its own marks', () => {
    const foreign = Object.entries(ru).filter(([, text]) => /[“”]/.test(text))
    expect(foreign.map(([id, text]) => `${id}: ${text}`)).toEqual([])
  })
})

/** Exact numbers and the rest: a switch; what must agree with a number stands in a plural of its own inside it. */
function isSwitch(forms: readonly string[]): boolean {
  return forms.every((form) => form === 'other' || form.startsWith('='))
}

/** What is not code: without placeholders, `code`, flags and names with dots, slashes, or underscores. */
function prose(text: string): string {
  return text
    .replace(/`[^`]*`|“[^”]*”|«[^»]*»/g, ' ')
    .replace(/\{\w+, select,|\{\w+, plural,/g, ' ')
    .replace(/\{[^{}]*\}/g, ' ')
    .replace(/\S*[_/=.()-]\S*/g, ' ')
}

/** A proper name or a term that the language takes over as it is. */
function isName(text: string): boolean {
  return /^[\w .,()/+&-]{1,40}$/.test(text)
}

function parse(text: string, language: Language): readonly Element[] {
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()
}

function walk(elements: readonly Element[], visit: (element: Element) => void): void {
  for (const element of elements) {
    visit(element)
    if ('options' in element) for (const option of Object.values(element.options)) walk(option.value, visit)
  }
}

function names(text: string, language: Language): string[] {
  const found = new Set<string>()
  walk(parse(text, language), (element) => {
    if (element.type !== 0 && element.type !== 7) found.add(element.value)
  })
  return [...found].sort()
}

/** The choices of every `select`, each once. */
function choices(text: string, language: Language): string[] {
  const found = new Set<string>()
  walk(parse(text, language), (element) => {
    if (element.type === 5) found.add(`${element.value}: ${Object.keys(element.options).sort().join(' ')}`)
  })
  return [...found].sort()
}

/** The forms of every plural. */
function plurals(text: string, language: Language): string[][] {
  const found: string[][] = []
  walk(parse(text, language), (element) => {
    if (element.type === 6) found.push(Object.keys(element.options))
  })
  return found
}
