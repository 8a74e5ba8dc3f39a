// What was seen: each finding said once; one that has a picture, above it.

import type { JSX } from 'preact'
import type { Exhibit } from '../../src/checks/finding.ts'
import type { ReportedFinding } from '../../src/diagnosis/examination.ts'
import { ExhibitFigure, type ExhibitProps } from './exhibit.tsx'

interface SeenProps extends Omit<ExhibitProps, 'finding' | 'exhibit' | 'claim'> {
  readonly findings: readonly ReportedFinding[]
  readonly pictures: boolean
}

/** The descriptions `dd` of a row. */
export function Seen({ findings, pictures, ...rest }: SeenProps): JSX.Element {
  const shown = pictures ? pictured(findings) : []
  const bare = findings.filter((finding) => !shown.some((one) => one.finding === finding))
  return (
    <>
      {bare.map((finding) => (
        <dd key={finding.id}>
          <bdi>{finding.claim}</bdi>
        </dd>
      ))}
      {shown.length > 0 && (
        <dd class="figures">
          {shown.map(({ finding, exhibit, claim }, i) => (
            <ExhibitFigure key={i} {...rest} finding={finding} exhibit={exhibit} claim={claim} />
          ))}
        </dd>
      )}
    </>
  )
}

interface Pictured {
  readonly finding: ReportedFinding
  readonly exhibit: Exhibit
  /** said with the first picture of its finding */
  readonly claim: string | undefined
}

/** The exhibits in the order of their findings; a picture that would be drawn a second time over, once. */
function pictured(findings: readonly ReportedFinding[]): readonly Pictured[] {
  const drawn = new Set<string>()
  return findings.flatMap((finding) => {
    const fresh = finding.exhibits.filter((exhibit, i) => {
      const key = keyOf(finding, exhibit, i)
      return !drawn.has(key) && drawn.add(key)
    })
    return fresh.map((exhibit, i) => ({ finding, exhibit, claim: i === 0 ? finding.claim : undefined }))
  })
}

function keyOf({ id, where }: ReportedFinding, exhibit: Exhibit, at: number): string {
  if (exhibit.kind !== 'curve') return JSON.stringify([id, at])
  const band = exhibit.band ?? (exhibit.axis === 'epoch' ? where.epochs : where.steps)
  return JSON.stringify([exhibit.lines.map((line) => [line.name, line.split]), band])
}
