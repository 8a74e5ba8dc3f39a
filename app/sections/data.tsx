// The data of an examination: rows by split, classes side by side, and a small picture of every column.

import type { JSX } from 'preact'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import type { ReportedColumn, ReportedData } from '../../src/diagnosis/report-data.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'

interface DataProps {
  /** the run's key in the page */
  readonly at: string
  readonly run: ExaminedRun
  readonly words: Words
}

const SHOWN = 12

export function Data({ at, run, words }: DataProps): JSX.Element | null {
  const { data } = run
  if (!data) return null
  const parts = data.parts.map((part) => `${splitName(part.split, words)} ${words.number(part.rows, 9)}`).join(' · ')
  const columns = data.columns.filter((column) => column.role !== 'label')
  const splits = data.parts.map((part) => splitName(part.split, words))
  return (
    <section class="wide" aria-labelledby={`${at}-data`}>
      <h2 id={`${at}-data`}>{words.say('page.data')}</h2>
      <p>{words.say('view.data.parts', { parts, columns: data.count })}</p>
      {data.classes.length > 1 && <Classes data={data} words={words} />}
      {columns.length > 0 && <h3>{words.say('page.data.columns')}</h3>}
      {splits.length > 1 && (
        <p class="aside">{words.say('page.data.legend', { first: splits[0], others: splits.slice(1).join(', ') })}</p>
      )}
      <Columns columns={columns.slice(0, SHOWN)} words={words} />
      {columns.length > SHOWN && (
        <details class="folded">
          <summary>{words.say('page.data.rest', { count: columns.length - SHOWN })}</summary>
          <Columns columns={columns.slice(SHOWN)} words={words} />
        </details>
      )}
    </section>
  )
}

function splitName(split: string, words: Words): string {
  return split === 'all' ? words.say('view.data.all') : split
}

/** A bar a class and split, each as a share of its split. */
function Classes({ data, words }: { readonly data: ReportedData; readonly words: Words }): JSX.Element {
  const totals = data.parts.map((_, i) =>
    Math.max(
      1,
      data.classes.reduce((sum, one) => sum + (one.rows[i] ?? 0), 0),
    ),
  )
  const most = Math.max(...data.classes.flatMap((one) => one.rows.map((rows, i) => rows / (totals[i] ?? 1))))
  const label = words.say('page.data.classes')
  return (
    <>
      <h3>{label}</h3>
      <Scroll label={label}>
        <table class="classes">
          <thead>
            <tr>
              <th scope="col">{data.label ?? words.say('page.data.class')}</th>
              {data.parts.map((part) => (
                <th key={part.split} scope="col">
                  {splitName(part.split, words)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.classes.map((one) => (
              <Class key={one.label} data={data} totals={totals} most={most} one={one} words={words} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

interface ClassProps {
  readonly data: ReportedData
  readonly one: ReportedData['classes'][number]
  readonly totals: readonly number[]
  readonly most: number
  readonly words: Words
}

function Class({ data, one, totals, most, words }: ClassProps): JSX.Element {
  return (
    <tr>
      <td>
        <bdi>{one.label}</bdi>
      </td>
      {one.rows.map((rows, i) => (
        <td key={data.parts[i]?.split}>
          <Bar share={rows / (totals[i] ?? 1) / (most || 1)} /> {words.number(rows, 9)}
        </td>
      ))}
    </tr>
  )
}

function Bar({ share }: { readonly share: number }): JSX.Element {
  return (
    <svg class="picture share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar" x="0" y="1" width={Math.max(share > 0 ? 1 : 0, 100 * share)} height="8" />
    </svg>
  )
}

function Columns({ columns, words }: { readonly columns: readonly ReportedColumn[]; readonly words: Words }) {
  return (
    <ul class="columns">
      {columns.map((column) => (
        <Column key={column.name} column={column} words={words} />
      ))}
    </ul>
  )
}

function Column({ column, words }: { readonly column: ReportedColumn; readonly words: Words }): JSX.Element {
  const [first] = column.splits
  const missing = column.splits.filter((own) => own.missing > 0)
  const splits = column.splits.map((own) => splitName(own.split, words)).join(', ')
  return (
    <li>
      <strong>
        <bdi>{column.name}</bdi>
      </strong>
      <Shape column={column} label={words.say('page.data.picture', { name: column.name, splits })} />
      <small>
        {first?.min === null || first === undefined ? (
          <bdi>{first?.values?.slice(0, 3).join(', ')}</bdi>
        ) : (
          `${words.number(first.min)} … ${words.number(first.max ?? 0)}; ${words.say('page.data.mean')} ${words.number(first.mean ?? 0)}`
        )}
        {missing.map((own) => (
          <span key={own.split} class="missing">
            {words.say('page.data.missing', {
              split: splitName(own.split, words),
              share: words.say('view.share', { share: own.missing / Math.max(1, own.count) }),
            })}
          </span>
        ))}
      </small>
    </li>
  )
}

const [WIDE, HIGH] = [200, 56]

/** The first split as bars, the others as steps over them; each as shares of its own rows. */
function Shape({ column, label }: { readonly column: ReportedColumn; readonly label: string }): JSX.Element {
  const shares = column.splits.map(({ counts }) => {
    const total = counts.reduce((sum, one) => sum + one, 0) || 1
    return counts.map((count) => count / total)
  })
  const most = Math.max(1e-9, ...shares.flat())
  const [first = [], ...others] = shares
  const wide = WIDE / Math.max(1, first.length)
  const y = (share: number) => HIGH - (share / most) * (HIGH - 2)
  return (
    <svg class="picture" viewBox={`0 0 ${WIDE} ${HIGH + 1}`} role="img" aria-label={label}>
      {first.map((share, i) => (
        <rect key={i} class="bar" x={i * wide} y={y(share)} width={Math.max(0.5, wide - 1)} height={HIGH - y(share)} />
      ))}
      {others.map((own, k) => (
        <path
          key={k}
          class="step"
          d={own.map((share, i) => `${i === 0 ? 'M' : 'L'}${i * wide} ${y(share)}H${(i + 1) * wide}`).join('')}
        />
      ))}
      <line class="rule" x1="0" x2={WIDE} y1={HIGH + 0.5} y2={HIGH + 0.5} />
    </svg>
  )
}
