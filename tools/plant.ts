// Plants faults in clean tables, at the strengths that the catalogue fixes (section 5), for measuring the data exam.

import { gaussian, uniform } from '../src/signal/generator.ts'

/** Numbers by row; the label apart. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (number | null)[])[]
  readonly labels: readonly string[]
}

export interface Split {
  readonly train: Table
  readonly val: Table
}

export type Strength = 'mild' | 'middle' | 'strong'

interface Fault {
  readonly cause: string
  readonly strengths: Readonly<Record<Strength, number>>
  /** whether it makes sense where the label is a quantity */
  readonly regression: boolean
  plant(clean: Split, size: number, chance: () => number): Split
}

const HELD_OUT = 0.2

/** Without repeated rows, every column standardised, in an order of chance. */
export function clean(table: Table, seed: number, regression: boolean): Table {
  const seen = new Set<string>()
  const kept = table.rows
    .map((row, i) => ({ row, label: table.labels[i]! }))
    .filter(({ row }) => {
      const key = row.join(',')
      return !seen.has(key) && seen.add(key)
    })
  const order = shuffled(kept, uniform(seed))
  const moments = table.columns.map((_, c) => {
    const values = order.map(({ row }) => row[c]!)
    const mean = values.reduce((a, b) => a + b, 0) / values.length
    return { mean, spread: Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length) }
  })
  const used = table.columns.map((_, c) => c).filter((c) => moments[c]!.spread > 0)
  const targets = order.map((one) => Number(one.label))
  const mean = targets.reduce((a, b) => a + b, 0) / targets.length
  const spread = Math.sqrt(targets.reduce((a, b) => a + (b - mean) ** 2, 0) / targets.length)
  return {
    columns: used.map((c) => table.columns[c]!),
    rows: order.map(({ row }) =>
      used.map((c) => Number(((row[c]! - moments[c]!.mean) / moments[c]!.spread).toFixed(6))),
    ),
    labels: order.map((one, i) => (regression ? ((targets[i]! - mean) / spread).toFixed(6) : one.label)),
  }
}

/** The last fifth is held out. */
export function divided(table: Table): Split {
  const cut = Math.round(table.rows.length * (1 - HELD_OUT))
  const part = (from: number, to: number): Table => ({
    columns: table.columns,
    rows: table.rows.slice(from, to),
    labels: table.labels.slice(from, to),
  })
  return { train: part(0, cut), val: part(cut, table.rows.length) }
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

/** So many different places, one at least. */
function places(length: number, share: number, chance: () => number): number[] {
  const all = Array.from({ length }, (_, i) => i)
  return shuffled(all, chance).slice(0, Math.max(1, Math.round(share * length)))
}

function relabelled(table: Table, at: readonly number[], chance: () => number): string[] {
  const classes = [...new Set(table.labels)]
  const labels = [...table.labels]
  for (const i of at) {
    const others = classes.filter((one) => one !== labels[i])
    labels[i] = others[Math.floor(chance() * others.length)]!
  }
  return labels
}

function onColumn(table: Table, column: number, change: (value: number) => number | null): Table {
  return { ...table, rows: table.rows.map((row) => row.map((value, c) => (c === column ? change(value!) : value))) }
}

function imbalanced({ train, val }: Split, ratio: number, chance: () => number): Split {
  const classes = [...new Set(train.labels)]
  const rare = classes[Math.floor(chance() * classes.length)]!
  const thinned = (table: Table): Table => {
    const others = classes
      .filter((one) => one !== rare)
      .map((one) => table.labels.filter((label) => label === one).length)
    const left = Math.max(1, Math.round(Math.max(...others) / ratio))
    let kept = 0
    const at = table.labels.map((label) => label !== rare || kept++ < left)
    return { ...table, rows: table.rows.filter((_, i) => at[i]), labels: table.labels.filter((_, i) => at[i]) }
  }
  return { train: thinned(train), val: thinned(val) }
}

function contradicted({ train, val }: Split, share: number, chance: () => number): Split {
  // so many of the rows that result are contradicted ones: half of them are added
  const at = places(train.rows.length, share / 2, chance)
  const wrong = relabelled(train, at, chance)
  const more = { rows: at.map((i) => train.rows[i]!), labels: at.map((i) => wrong[i]!) }
  return { val, train: { ...train, rows: [...train.rows, ...more.rows], labels: [...train.labels, ...more.labels] } }
}

function leaked({ train, val }: Split, share: number, chance: () => number): Split {
  const at = places(val.rows.length, share, chance)
  const [rows, labels] = [[...val.rows], [...val.labels]]
  for (const i of at) {
    const from = Math.floor(chance() * train.rows.length)
    ;[rows[i], labels[i]] = [train.rows[from]!, train.labels[from]!]
  }
  return { train, val: { ...val, rows, labels } }
}

/** Rows of which a few cells lie 10 to 30 standard deviations away. */
function outlying({ train, val }: Split, share: number, chance: () => number): Split {
  const at = new Set(places(train.rows.length, share, chance))
  const draw = gaussian(Math.floor(chance() * 1e9))
  const cells = Math.max(1, Math.min(3, train.columns.length - 1))
  const rows = train.rows.map((row, i) => {
    if (!at.has(i)) return row
    const columns = new Set(shuffled([...row.keys()], chance).slice(0, cells))
    return row.map((value, c) =>
      columns.has(c) ? Number((value! + Math.sign(draw()) * (10 + 20 * chance())).toFixed(6)) : value,
    )
  })
  return { val, train: { ...train, rows } }
}

const column = (table: Table, chance: () => number) => Math.floor(chance() * table.columns.length)

export const FAULTS: Readonly<Record<string, Fault>> = {
  imbalance: {
    cause: 'class-imbalance',
    strengths: { mild: 5, middle: 20, strong: 100 },
    regression: false,
    plant: imbalanced,
  },
  'wrong labels': {
    cause: 'label-noise',
    strengths: { mild: 0.02, middle: 0.05, strong: 0.1 },
    regression: false,
    plant: ({ train, val }, share, chance) => ({
      val,
      train: { ...train, labels: relabelled(train, places(train.labels.length, share, chance), chance) },
    }),
  },
  'conflicting duplicates': {
    cause: 'conflicting-labels',
    strengths: { mild: 0.05, middle: 0.15, strong: 0.4 },
    regression: false,
    plant: contradicted,
  },
  'leaked duplicates': {
    cause: 'data-leakage',
    strengths: { mild: 0.02, middle: 0.1, strong: 0.4 },
    regression: true,
    plant: leaked,
  },
  'missing cells': {
    cause: 'missing-values',
    strengths: { mild: 0.02, middle: 0.1, strong: 0.4 },
    regression: true,
    plant: ({ train, val }, share, chance) => {
      const at = new Set(places(train.rows.length, share, chance))
      const own = column(train, chance)
      return {
        val,
        train: {
          ...train,
          rows: train.rows.map((row, i) => row.map((value, c) => (c === own && at.has(i) ? null : value))),
        },
      }
    },
  },
  'outlying rows': {
    cause: 'outliers',
    strengths: { mild: 0.002, middle: 0.01, strong: 0.05 },
    regression: true,
    plant: outlying,
  },
  shift: {
    cause: 'distribution-shift',
    strengths: { mild: 0.3, middle: 1, strong: 3 },
    regression: true,
    plant: ({ train, val }, size, chance) => ({
      train,
      val: onColumn(val, column(val, chance), (value) => Number((value + size).toFixed(6))),
    }),
  },
  scale: {
    cause: 'unscaled-inputs',
    strengths: { mild: 1e2, middle: 1e4, strong: 1e6 },
    regression: true,
    plant: ({ train, val }, ratio, chance) => {
      const own = column(train, chance)
      const blown = (table: Table) => onColumn(table, own, (value) => value * ratio)
      return { train: blown(train), val: blown(val) }
    },
  },
}

export function csvOf({ columns, rows, labels }: Table): string {
  return `${[[...columns, 'target'], ...rows.map((row, i) => [...row.map((one) => one ?? ''), labels[i]])].map((row) => row.join(',')).join('\n')}\n`
}
