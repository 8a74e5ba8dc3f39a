// The head of the page: whose report this is, in which language, and how to take it away.

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Examination } from '../../src/diagnosis/examination.ts'
import type { PageData } from '../../src/diagnosis/page.ts'
import { LANGUAGES, type Language } from '../../src/locales/message.ts'
import { copyText } from '../copy.ts'
import type { Words } from '../words.ts'

const NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文', ru: 'Русский' }

interface MastheadProps {
  readonly page: PageData
  readonly examination: Examination
  readonly words: Words
  speak(language: Language): void
}

export function Masthead({ page, examination, words, speak }: MastheadProps): JSX.Element {
  const [said, say] = useState('')
  const copy = async (text: string) => {
    const done = await copyText(text)
    say(words.say(done ? 'page.copied' : 'page.copy.failed'))
    setTimeout(() => say(''), 3000)
  }
  const date = new Date(page.made).toLocaleString(words.language, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <header class="masthead">
      <p class="made">{words.say('page.made', { version: examination.whyloss, date })}</p>
      <nav class="tools" aria-label={words.say('page.languages')}>
        {LANGUAGES.map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === words.language} onClick={() => speak(one)}>
            {NAMES[one]}
          </button>
        ))}
      </nav>
      <p class="tools">
        <button type="button" data-copy="md" onClick={() => copy(page.markdown[words.language])}>
          {words.say('page.copy.md')}
        </button>
        <button type="button" data-copy="json" onClick={() => copy(`${JSON.stringify(examination, null, 2)}\n`)}>
          {words.say('page.copy.json')}
        </button>
        <button type="button" onClick={() => print()}>
          {words.say('page.print')}
        </button>
        <span role="status">{said}</span>
      </p>
    </header>
  )
}
