// Did a remedy prove itself on fresh seeds, or come to nothing?

import type { CauseId } from '../../causes/index.ts'
import type { TriedRemedy } from '../../record/trials.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import type { Finding } from '../finding.ts'

export default defineCheck({
  name: 'tried-remedies',
  group: 'evaluation',
  needs: ['trial'],
  helps: [],
  limits: {
    proven: 8, // log-odds for a cause whose cure was proven beside a control arm; the bar for that is the judge's
    nothing: 1.2, // log-odds against a cause whose remedies came to nothing; another one may yet do
  },
  examine({ trial }, limits) {
    const { remedies = [], yardstick } = trial.at(-1) ?? {}
    const decided = remedies.filter(({ verdict }) => verdict !== 'undecided')
    if (remedies.length === 0 || yardstick === undefined) return irrelevant('no-remedy-tried')
    if (decided.length === 0) return clear({ remedies: remedies.length })
    const proven = decided.filter(({ verdict }) => verdict === 'verified')
    const cured = new Set(proven.map(({ cause }) => cause))
    const vain = decided.filter(({ verdict, cause }) => verdict === 'refuted' && !cured.has(cause))
    return found(
      ...proven.map((one) => verified(one, yardstick.name, limits.proven)),
      // several remedies of one cause in vain are one piece of evidence
      ...[...new Set(vain.map(({ cause }) => cause))].map((cause) => refuted(cause, vain, limits.nothing)),
    )
  },
})

function verified({ cause, pairs = [], effect = 0 }: TriedRemedy, metric: string, weight: number): Finding {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
  return finding({
    id: 'remedy-verified',
    values: {
      metric,
      seeds: pairs.length,
      without: mean(pairs.map((one) => one.without)),
      with: mean(pairs.map((one) => one.with)),
      effect,
    },
    points: { [cause]: weight },
    sees: cause as CauseId,
    ground: 'trial',
  })
}

function refuted(cause: string, vain: readonly TriedRemedy[], weight: number): Finding {
  const own = vain.filter((one) => one.cause === cause)
  return finding({
    id: 'remedy-in-vain',
    values: { remedies: own.length },
    points: { [cause]: -weight },
    ground: 'trial',
  })
}
