import { describe, expect, it } from 'vitest'
import { languageOf, languageOfWords } from './language.ts'

describe('language', () => {
  it.each([
    ['zh', {}, 'zh'],
    ['zh-CN', {}, 'zh'],
    ['ru_RU.UTF-8', { LANG: 'zh_CN.UTF-8' }, 'ru'],
    ['RU', {}, 'ru'],
    [undefined, { LANG: 'ru_RU.UTF-8' }, 'ru'],
    [undefined, { LANG: 'ru_RU' }, 'ru'],
    [undefined, { LANG: 'ru_RU.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
    [undefined, { LANG: 'ru_RU.UTF-8', LC_MESSAGES: 'zh_CN.utf8' }, 'zh'],
    [undefined, { LANG: 'en_US.UTF-8', WHYLOSS_LANG: 'zh' }, 'zh'],
    [undefined, { LANG: 'ru_RU.KOI8-R' }, 'en'],
    [undefined, { LANG: 'de_DE.UTF-8' }, 'en'],
    [undefined, { LANG: 'C' }, 'en'],
    [undefined, {}, 'en'],
  ])('--lang %s in %o is %s', (option, env, language) => {
    expect(languageOf(option, env)).toBe(language)
  })

  it.each(['', 'xx', 'english', 'z'])('refuses %o', (option) => {
    expect(() => languageOf(option, {})).toThrow('cli.error.language.unknown')
  })

  it('is found in the words of a call that is not parsed yet', () => {
    expect(languageOfWords(['diagnose', '--lang', 'ru'], {})).toBe('ru')
    expect(languageOfWords(['diagnose', '--lang=zh', 'x'], {})).toBe('zh')
    expect(languageOfWords(['diagnose', '--lang'], { LANG: 'ru_RU.UTF-8' })).toBe('ru')
    expect(languageOfWords(['diagnose', '--lang', 'xx'], { LANG: 'zh_CN.UTF-8' })).toBe('zh')
    expect(languageOfWords([], {})).toBe('en')
  })
})
