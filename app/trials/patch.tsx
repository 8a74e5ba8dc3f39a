// The change that was proven: what it did inside the process, and the code that does it in the user's framework.

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TrialsPicture } from '../../src/diagnosis/page-trials.ts'
import type { ReportedRemedy } from '../../src/diagnosis/report-trials.ts'
import { changesText } from '../../src/locales/tried.ts'
import { copyText } from '../copy.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'
import { shortened } from './shortened.ts'

interface PatchProps {
  readonly remedy: ReportedRemedy
  readonly code: TrialsPicture['code']
  readonly words: Words
}

export function Patch({ remedy, code, words }: PatchProps): JSX.Element {
  return (
    <section class="patch">
      <h3>{words.say('page.trials.patch')}</h3>
      <p class="how">
        <code>{shortened(remedy.how === '' ? changesText(remedy.changes) : remedy.how, 300)}</code>
      </p>
      <p class="aside">{remedy.advice}</p>
      {code.map((one) => (
        <Code key={one.framework} {...one} words={words} />
      ))}
    </section>
  )
}

function Code({ framework, text, words }: TrialsPicture['code'][number] & Pick<PatchProps, 'words'>): JSX.Element {
  const [copied, setCopied] = useState(false)
  const title = words.say('page.trials.code', { framework })
  return (
    <>
      <p class="code-head">
        {title}{' '}
        <button type="button" class="screen" onClick={async () => setCopied(await copyText(text))}>
          {words.say(copied ? 'page.copied' : 'page.trials.copy')}
        </button>
      </p>
      <Scroll label={title}>
        <pre>
          <code>{text}</code>
        </pre>
      </Scroll>
    </>
  )
}
