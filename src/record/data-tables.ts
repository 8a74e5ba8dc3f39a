// Evidence that is a table of a data set: what the data exam finds before any training.

/** Where a row of the data belongs; `all` where the data are not divided. */
export type DataSplit = 'train' | 'val' | 'test' | 'all'

export type ColumnKind = 'number' | 'integer' | 'boolean' | 'category' | 'text' | 'time' | 'constant'
export type ColumnRole = 'feature' | 'label' | 'group' | 'time' | 'weight' | 'id'

/** One split of the data, whole. */
export interface DataPart {
  readonly split: DataSplit
  /** files that it was read from, as they were named */
  readonly source: string
  readonly rows: number
  /** rows that were looked at in memory; `rows` where all were */
  readonly sampled: number
}

/** One column in one split. Moments and bounds are over finite values. */
export interface DataColumn {
  readonly column: string
  readonly split: DataSplit
  readonly kind: ColumnKind
  readonly role: ColumnRole
  readonly count: number
  /** NULL, an empty cell, or NaN */
  readonly missing: number
  /** infinite values */
  readonly infinite: number
  /** distinct values in the sample */
  readonly distinct: number
  readonly min?: number
  readonly max?: number
  readonly mean?: number
  /** standard deviation */
  readonly spread?: number
  /** at 1, 5, 25, 50, 75, 95 and 99 % of the sample */
  readonly quantiles?: readonly number[]
  /** the most frequent values of the sample with their counts, at most 12 */
  readonly top: readonly (readonly [value: string, count: number])[]
  /** the same edges in every split; counts of the sample */
  readonly histogram?: { readonly edges: readonly number[]; readonly counts: readonly number[] }
  /** a value that stands where others are missing: -999, or a 0 that nothing else comes near; `distance` to the next value over the usual value (of a 0), or over the range of the others */
  readonly sentinel?: { readonly value: number; readonly count: number; readonly distance: number }
  /** values far outside what the column's own shape allows, in robust standard deviations of that shape */
  readonly outlying?: { readonly count: number; readonly farthest: number; readonly score: number }
}

/** Rows with one label in one split, exactly counted. */
export interface LabelCount {
  readonly split: DataSplit
  readonly label: string
  readonly rows: number
}

/** One row of the data as a person can find it again. */
export interface RowRef {
  readonly split: DataSplit
  /** counted from 1 without the header; absent where the engine keeps no order */
  readonly row?: number
  /** file, or picture, that holds it */
  readonly file?: string
  /** its cells, the most telling first, at most 240 characters */
  readonly text: string
}

/** Rows that are equal in all features: inside one split, or across two. */
export interface DuplicateRows {
  readonly between: readonly [DataSplit, DataSplit]
  /** inside: rows beyond the first of each group; across: rows of the second split that the first holds too */
  readonly rows: number
  /** rows of the second split */
  readonly of: number
  /** share expected of data of such coarse values, 0..1; copies beyond it are copies */
  readonly byChance: number
  readonly examples: readonly (readonly RowRef[])[]
}

/** Rows that are equal in all features and differ in the label. */
export interface ConflictingRows {
  readonly split: DataSplit
  /** groups of equal rows with several labels, and the rows in them */
  readonly groups: number
  readonly rows: number
  readonly of: number
  /** accuracy that no model can exceed on these rows as they are; of regressions, 1 less the share of the spread */
  readonly ceiling: number
  readonly examples: readonly (readonly RowRef[])[]
}

/** Pairs that are nearly equal, found in the sample. */
export interface NearDuplicateRows {
  readonly between: readonly [DataSplit, DataSplit]
  /** rows of the second split that have a near duplicate in the first (another row where both are one) */
  readonly rows: number
  readonly of: number
  /** what was compared: vectors, texts or pictures */
  readonly kind: 'vectors' | 'texts' | 'pictures'
  readonly examples: readonly { readonly pair: readonly RowRef[]; readonly distance: number }[]
}

/** A row whose label its neighbours and the models speak against. */
export interface SuspiciousLabel {
  readonly ref: RowRef
  readonly given: string
  readonly likely: string
  /** probability that a model which never saw the row gives its label, 0..1 */
  readonly confidence: number
}

/** What confident learning says of all labels. */
export interface LabelErrors {
  /** rows whose label is held for wrong */
  readonly rows: number
  readonly of: number
  /** share of wrong labels, 0..1 */
  readonly share: number
  /** accuracy of the models on rows that they did not see */
  readonly accuracy: number
  readonly ranked: readonly SuspiciousLabel[]
}

/** A row that lies apart from all others. */
export interface OutlierRow {
  readonly ref: RowRef
  /** distance to its neighbours over what is usual */
  readonly score: number
  /** columns that take it there, the farthest first */
  readonly columns: readonly string[]
}

export interface OutlyingRows {
  readonly rows: number
  readonly of: number
  readonly ranked: readonly OutlierRow[]
}

/** How far two splits differ. */
export interface SplitShift {
  readonly between: readonly [DataSplit, DataSplit]
  /** area under the curve of a classifier that tells the splits apart, on rows that it did not see; 0.5 is alike, absent where none was asked */
  readonly auc?: number
  /** its standard error where the splits are alike */
  readonly error?: number
  /** columns that differ, most first */
  readonly columns: readonly {
    readonly column: string
    /** population stability index, and the largest distance of the two distribution functions */
    readonly psi: number
    readonly ks: number
    /** distance of the means in standard deviations of the first */
    readonly distance?: number
    /** spread of the second over that of the first */
    readonly ratio?: number
    /** values of a category that the first split never shows, with the rows that hold them */
    readonly unseen?: readonly (readonly [value: string, rows: number])[]
    /** part of what the classifier sees, 0..1 */
    readonly share: number
  }[]
}

/** How well a simple model does on rows that it did not see (five folds of the training data). */
export interface Baseline {
  readonly model: 'constant' | 'linear' | 'neighbours' | 'trees'
  readonly measure: 'accuracy' | 'r2'
  readonly score: number
  /** standard error of the score */
  readonly error: number
  /** mean of the accuracies of each class */
  readonly balanced?: number
}

/** How well one column by itself tells the label. */
export interface TellingColumn {
  readonly column: string
  /** accuracy or R2 on rows that were not seen, of this column alone */
  readonly alone: number
  /** of the constant guess, and of the best model without this column */
  readonly guess: number
  readonly without: number
  /** mutual information with the label over the entropy of the label, 0..1 */
  readonly information: number
  /** whether nearly every row has a value of its own */
  readonly unique: boolean
}

/** Groups (users, patients, sources) or times that lie on both sides of a split. */
export interface SplitOverlap {
  readonly column: string
  readonly role: 'group' | 'time'
  readonly between: readonly [DataSplit, DataSplit]
  /** groups of the second split that the first holds too, or rows of the second that are not later than the last of the first */
  readonly shared: number
  readonly of: number
}

/** How the score of a simple model grows with the rows that it learns from. */
export interface LearningPoint {
  readonly rows: number
  readonly measure: 'accuracy' | 'r2'
  readonly score: number
  readonly error: number
}

/** The order of the rows as they stand in the file. */
export interface RowOrder {
  readonly split: DataSplit
  /** mean length of a run of equal labels, and what a shuffled order of these labels would give */
  readonly labelRun: number
  readonly expectedRun: number
  /** correlation of the label with the place in the file, -1..1 (ranks) */
  readonly drift: number
}

/** Distances of held-out rows to their nearest training row, over those within the training data. */
export interface SplitDistance {
  readonly between: readonly [DataSplit, DataSplit]
  /** median of the ratio; 1 where a held-out row is as far as another training row */
  readonly ratio: number
  readonly rows: number
}

/** Something about the pictures of a folder. */
export interface PictureFault {
  readonly file: string
  readonly fault: 'unreadable' | 'empty' | 'uniform'
}

export interface DataTables {
  readonly parts?: readonly DataPart[]
  readonly profile?: readonly DataColumn[]
  readonly labels?: readonly LabelCount[]
  readonly duplicates?: readonly DuplicateRows[]
  readonly conflicts?: readonly ConflictingRows[]
  readonly nearDuplicates?: readonly NearDuplicateRows[]
  readonly suspiciousLabels?: readonly LabelErrors[]
  readonly outlierRows?: readonly OutlyingRows[]
  readonly shift?: readonly SplitShift[]
  readonly baselines?: readonly Baseline[]
  readonly telling?: readonly TellingColumn[]
  readonly overlaps?: readonly SplitOverlap[]
  readonly learningCurve?: readonly LearningPoint[]
  readonly rowOrder?: readonly RowOrder[]
  readonly splitDistance?: readonly SplitDistance[]
  readonly pictures?: readonly PictureFault[]
}
