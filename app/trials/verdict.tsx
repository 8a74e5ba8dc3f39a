// The verdict on a remedy: its sign and its word.

import type { JSX } from 'preact'
import type { TrialVerdict } from '../../src/record/trials.ts'
import type { Words } from '../words.ts'

const SIGNS = { verified: ['✓', 'healthy'], undecided: ['?', 'undecided'], refuted: ['–', 'undecided'] } as const

export function RemedySign({ verdict }: { readonly verdict: TrialVerdict }): JSX.Element {
  const [sign, tone] = SIGNS[verdict]
  return (
    <span class={`sign sign-${tone}`} aria-hidden="true">
      {sign}
    </span>
  )
}

export function RemedyVerdict({
  verdict,
  words,
}: {
  readonly verdict: TrialVerdict
  readonly words: Words
}): JSX.Element {
  return (
    <span class={verdict === 'verified' ? 'strong tag' : 'tag'}>
      <RemedySign verdict={verdict} /> {words.say(`trial.verdict.${verdict}`)}
    </span>
  )
}
