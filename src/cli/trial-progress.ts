// What is shown while trials run: one line on a terminal with the time that is left and the best so far; else a line a phase.

import type { Speak } from '../locales/speak.ts'
import type { Changes, TrialRow, Yardstick } from '../record/trials.ts'
import type { Trial } from '../trials/trial.ts'
import type { State } from '../trials/verify.ts'
import { clean } from '../view/clean.ts'
import { type Progress, progress } from './progress.ts'
import { type Surroundings, watched } from './surroundings.ts'

export interface TrialProgress {
  told(state: State): void
  /** A sentence that stays. */
  note(text: string): void
  end(): void
}

const TICK = 1000

export function trialProgress(around: Surroundings, speak: Speak): TrialProgress {
  const shown: Progress = progress(around, 0)
  let state: State | undefined
  let phase = ''
  let since = Date.now()
  const line = (text: string) => around.stderr.write(`${speak('cli.error.line', { message: text })}\n`)
  const draw = () => {
    if (state && state.phase !== 'over') shown.say(textOf(state, (Date.now() - since) / 1000, speak))
  }
  const timer = setInterval(draw, TICK)
  timer.unref()
  return {
    told(next) {
      state = next
      since = Date.now()
      // a log gets a line a phase, not a line a second
      if (!watched(around) && next.phase !== phase && next.phase !== 'over') line(speak(`trial.progress.${next.phase}`))
      phase = next.phase
      draw()
    },
    note(text) {
      shown.end()
      line(text)
    },
    end() {
      clearInterval(timer)
      shown.end()
    },
  }
}

function textOf({ phase, rows, running, left, yardstick }: State, passed: number, speak: Speak): string {
  const now = running.map((trial) => nameOf(trial, speak)).join(' | ')
  const at = speak(`trial.progress.${phase === 'over' ? 'confirm' : phase}`)
  const time = left === undefined ? '?' : spanOf(Math.max(0, left - passed))
  const line =
    phase === 'baseline' ? at : speak('trial.progress.line', { phase: at, running: now, done: rows.length, left: time })
  const best = yardstick && bestOf(rows, yardstick)
  const own = rows[0]?.value
  if (!best || best.value === null || own === null || own === undefined || best === rows[0]) return line
  const told = { change: changeText(best.changes), name: clean(yardstick.name, 40), value: best.value, own }
  return `${speak('trial.progress.best', told)}; ${line}`
}

function nameOf({ changes, flags, seed }: Trial, speak: Speak): string {
  const change = changeText({ ...flags, ...changes }) || speak('trial.change.none')
  return seed === 0 ? change : speak('trial.change.seed', { change, seed })
}

/** Changes as people write settings: `learning_rate x0.1, initializer he`. */
export function changeText(changes: Changes): string {
  return Object.entries(changes)
    .map(([name, value]) => (value === true ? name : `${name} ${value}`))
    .join(', ')
}

function bestOf(rows: readonly TrialRow[], { better }: Yardstick): TrialRow | undefined {
  const done = rows.filter(({ ending, value, seed }) => ending === 'finished' && value !== null && seed === 0)
  return done.sort((a, b) => (better === 'up' ? b.value! - a.value! : a.value! - b.value!))[0]
}

function spanOf(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)]
  return minutes >= 60 ? `${Math.floor(minutes / 60)}h ${minutes % 60}m` : `${minutes}:${String(rest).padStart(2, '0')}`
}
