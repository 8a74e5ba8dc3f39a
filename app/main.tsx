// The page: reads what it was given and shows the overview, or one run of it, in the reader's language.

import { render } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { PageData } from '../src/diagnosis/page.ts'
import type { Language } from '../src/locales/message.ts'
import { type Curve, curvesOf } from './curves/curve.ts'
import { examinationIn, readPage } from './data.ts'
import { Masthead } from './sections/masthead.tsx'
import { Overview } from './sections/overview.tsx'
import { Run } from './sections/run.tsx'
import 'uplot/dist/uPlot.min.css'
import './style/page.css'
import './style/curves.css'
import './style/model.css'
import './style/trials.css'
import { wordsOf } from './words.ts'

/** The number of the run that the address asks for, from 0; undefined for the overview. */
function askedRun(count: number): number | undefined {
  if (count === 1) return 0
  const number = Number(/^#run-(\d+)/.exec(location.hash)?.[1])
  return number >= 1 && number <= count ? number - 1 : undefined
}

function Page({ page }: { readonly page: PageData }) {
  const [language, speak] = useState<Language>(page.language)
  const words = wordsOf(language)
  const examination = useMemo(() => examinationIn(page, language), [page, language])
  const { runs } = examination
  const [at, go] = useState(() => askedRun(runs.length))
  const run = at === undefined ? undefined : runs[at]
  useEffect(() => {
    const change = () => go(askedRun(runs.length))
    addEventListener('hashchange', change)
    return () => removeEventListener('hashchange', change)
  }, [runs.length])
  useEffect(() => {
    document.documentElement.lang = language
    const name = run?.name ?? words.say('view.overview', counts(runs))
    document.title = run ? words.say('page.title', { verdict: run.verdict, name: name.slice(0, 120) }) : name
  }, [language, run, words, runs])
  const curves = useMemo(() => page.curves.map((packed): readonly Curve[] => curvesOf(packed)), [page])
  return (
    <>
      <a class="skip" href="#report">
        {words.say('page.skip')}
      </a>
      <Masthead page={page} examination={examination} words={words} speak={speak} />
      <main id="report">
        {runs.length > 1 && at !== undefined && <Between at={at} count={runs.length} language={language} />}
        {run && at !== undefined ? (
          <Run key={at} at={`run-${at + 1}`} {...{ run, words }} {...drawnOf(page, curves, at)} />
        ) : runs.length === 0 ? (
          <p>{words.say('view.empty')}</p>
        ) : (
          <Overview examination={examination} words={words} />
        )}
      </main>
      <footer>
        <p class="aside">{words.say('page.private')}</p>
      </footer>
    </>
  )
}

/** What is drawn of the run besides what is said of it. */
function drawnOf(page: PageData, curves: readonly (readonly Curve[])[], at: number) {
  return { curves: curves[at] ?? [], trials: page.trials[at] ?? null }
}

function counts(runs: readonly { readonly verdict: string }[]) {
  const count = (verdict: string) => runs.filter((run) => run.verdict === verdict).length
  return { count: runs.length, ill: count('ill'), undecided: count('undecided'), healthy: count('healthy') }
}

/** The way back to all runs, and to the neighbours. */
function Between({
  at,
  count,
  language,
}: {
  readonly at: number
  readonly count: number
  readonly language: Language
}) {
  const words = wordsOf(language)
  return (
    <nav class="between" aria-label={words.say('page.runs')}>
      <a href="#all">{words.say('page.runs.all')}</a>
      {at > 0 && <a href={`#run-${at}`}>{words.say('page.runs.previous')}</a>}
      {at + 1 < count && <a href={`#run-${at + 2}`}>{words.say('page.runs.next')}</a>}
    </nav>
  )
}

const root = document.getElementById('app')
if (root) render(<Page page={readPage()} />, root)
