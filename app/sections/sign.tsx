// The sign before a verdict or a cause; the word always stands beside it.

import type { JSX } from 'preact'
import type { DiagnosisEntry, Verdict } from '../../src/diagnosis/examination.ts'
import type { Words } from '../words.ts'

const VERDICTS: Readonly<Record<Verdict, string>> = { ill: '✖', healthy: '✓', undecided: '?' }

export function VerdictSign({ verdict }: { readonly verdict: Verdict }): JSX.Element {
  return (
    <span class={`sign sign-${verdict}`} aria-hidden="true">
      {VERDICTS[verdict]}
    </span>
  )
}

export function CauseSign({ entry }: { readonly entry: DiagnosisEntry }): JSX.Element {
  const [sign, tone] = signOf(entry)
  return (
    <span class={`sign sign-${tone}`} aria-hidden="true">
      {sign}
    </span>
  )
}

function signOf({ kind, certainty }: DiagnosisEntry): [string, string] {
  if (kind === 'benign') return ['●', 'note']
  if (certainty === 'possible') return ['?', 'undecided']
  return certainty === 'likely' ? ['▲', 'likely'] : ['✖', 'ill']
}

/** How sure a cause is, in a word; what trials have proven has its sign too. */
export function Certainty({ entry, words }: { readonly entry: DiagnosisEntry; readonly words: Words }): JSX.Element {
  const word = words.say(`view.certainty.${entry.certainty}`)
  if (entry.certainty !== 'verified') return <>{word}</>
  return (
    <span class="proven">
      <span aria-hidden="true">✓</span> {word}
    </span>
  )
}
