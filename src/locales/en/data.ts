// English sentences of the data exam: what its checks claim and ask, its steps, and what cannot be read.

/** Every question about the data waits for the same thing. */
const AUDIT = 'Pass the data: --train train.csv --val val.csv --label y (or whyloss audit alone).'

export const data = {
  'claim.columns-uneven':
    'The columns differ in size: “{wide}” has a spread of {most}, “{narrow}” one of {least}, {ratio} to 1. Scale them before a network sees them.',
  'claim.label-column-large':
    'The label “{column}” runs from {min} to {max} with a spread of {spread}; a squared error on it is huge.',
  'claim.cells-missing':
    '“{column}” lacks {share, number, ::percent @##} of its cells in {split, select, all {the data} other {{split}}} ({cells, number} of them){columns, plural, one {} other {; {columns} columns have holes: {names}}}.',
  'claim.cells-infinite':
    '“{column}” holds {cells, number} cells in {split, select, all {the data} other {{split}}} that are not finite{columns, plural, one {} other {; {columns} columns have cells without a finite value: {names}}}.',
  'claim.labels-missing':
    'The label “{column}” is missing in {cells, number} rows of {split, select, all {the data} other {{split}}} ({share, number, ::percent @##}).',
  'claim.zeros-stand-in':
    'In “{column}” {count, number} cells are 0 ({share, number, ::percent @##}), far below every other value: the 0 stands for “not measured”{columns, plural, one {} other {. So in {columns} columns: {names}}}.',
  'claim.number-stands-in':
    'In “{column}” {count, number} cells hold {value} ({share, number, ::percent @##}), far from every other value: it stands for “not known”{columns, plural, one {} other {. So in {columns} columns: {names}}}.',
  'claim.columns-constant': '{constant} of {columns} columns hold one value only and can teach nothing: {names}.',
  'claim.cells-apart':
    'A cell of “{column}” is {farthest}, {score} standard deviations from the middle after the column’s skew is taken out{columns, plural, one {} other {; {columns} columns have such cells: {names}}}.',
  'claim.rows-apart':
    '{rows} of {of, number} rows lie apart from all others, the farthest {score} times as far from its neighbours as is usual; most of that is in {names}.',
  'claim.classes-uneven':
    'Class {most} has {rows, number} rows, class {least} has {few, number}: {ratio} to 1. Always saying {most} is right in {share, number, ::percent @##} of the cases.',
  'claim.classes-somewhat-uneven':
    'Class {most} has {rows, number} rows, class {least} has {few, number}: {ratio} to 1. Look at the recall of each class, not at the accuracy alone.',
  'claim.rows-contradict':
    '{rows, number} of {of, number} rows in {split, select, all {the data} other {{split}}} are equal to others in every column and carry another label; no model can exceed an accuracy of {ceiling, number, ::percent @##} there.',
  'claim.labels-doubted':
    '{rows, number} of {of, number} labels ({share, number, ::percent @##}) are spoken against by models that never saw the row and are right in {accuracy, number, ::percent @##} of the cases; the first says {given} and looks like {likely}.',
  'claim.some-labels-doubted':
    '{rows, number} of {of, number} labels ({share, number, ::percent @##}) look wrong to models that never saw the row; the first says {given} and looks like {likely}. Look at them.',
  'claim.rows-repeat':
    '{rows, number} of {of, number} rows in {split, select, all {the data} other {{split}}} repeat a row that is there already.',
  'claim.rows-in-both':
    '{rows, number} of {of, number} rows of {second} ({share, number, ::percent @##}) are also in {first}, equal in every column: their score is memory.',
  'claim.coarse-rows-in-both':
    '{rows, number} of {of, number} rows of {second} are also in {first}, but the columns are so coarse that {byChance, number, ::percent @##} of the rows repeat anyway.',
  'claim.copies-nearly-equal':
    '{rows, number} of {of, number} {kind, select, texts {texts} pictures {pictures} other {rows}} in {first, select, all {the data} other {{first}}} are nearly equal to another one.',
  'claim.near-copies-in-both':
    '{rows, number} of {of, number} {kind, select, texts {texts} pictures {pictures} other {rows}} of {second} ({share, number, ::percent @##}) are nearly equal to one in {first}.',
  'claim.held-out-near':
    'Rows of {second} lie {ratio, number, ::percent @##} as far from {first} as rows of {first} lie from each other: the split is easier than new data will be.',
  'claim.held-out-far':
    'Rows of {second} lie {ratio} times as far from {first} as rows of {first} lie from each other: they are another kind of data.',
  'claim.column-tells-all':
    '“{column}” alone scores {alone, number, ::percent @##} on unseen rows; the best model without it {without, number, ::percent @##}. It may be made from the label.',
  'claim.column-tells-most':
    '“{column}” alone scores {alone, number, ::percent @##} on unseen rows, and the best model without it {without, number, ::percent @##} only. Ask when it is known: a column that is filled in after the label leaks it.',
  'claim.groups-shared':
    '{shared, number} of {of, number} values of “{column}” in {second} also occur in {first}: the model meets the same ones again.',
  'claim.times-mixed':
    '{share, number, ::percent @##} of the rows of {second} are not later than the newest of {first} by “{column}”; if the model shall foresee, split by time.',
  'claim.splits-differ':
    'A classifier tells {first} from {second} with an area of {auc} under its ROC curve (0.5 is alike){names, select, none {} other {, mostly by {names}}}.',
  'claim.columns-shifted':
    '“{column}” lies {size} standard deviations elsewhere in {second} than in {first}{columns, plural, one {} other {; {columns} columns have moved: {names}}}.',
  'claim.columns-distributed-otherwise':
    '“{column}” is distributed otherwise in {second} than in {first}: the two curves are {ks} apart (0 is alike, 1 is disjoint){columns, plural, one {} other {; {columns} columns differ: {names}}}.',
  'claim.categories-unseen':
    '{rows, number} rows of {second} ({share, number, ::percent @##}) hold values of “{column}” that {first} never shows, such as “{value}”.',
  'claim.splits-scaled-otherwise':
    '{odd} of {columns} columns are scaled otherwise in {second} than in {first}: “{column}” runs from {min} to {max} in {first} and from {low} to {high} in {second}.',
  'claim.class-beyond-units':
    'The labels run up to {high}, but the output has {units} units: classes 0 to {units} minus 1.',
  'claim.class-below-zero': 'The labels run from {low} to {high}; a cross-entropy takes classes from 0 on.',
  'claim.class-numbers-gap':
    'The {classes} labels run from {low} to {high} with gaps; a cross-entropy takes 0 to K minus 1 and would need {high} plus 1 units.',
  'claim.class-numbers-from-one':
    'The {classes} labels count from {low} to {high}; a cross-entropy takes 0 to K minus 1.',
  'claim.split-of-one-class':
    'All {rows, number} rows of {split, select, all {the data} other {{split}}} have the label {label}.',
  'claim.classes-unknown-to-training':
    '{share, number, ::percent @##} of the rows of {split} have labels that the training never shows: {names}.',
  'claim.rows-sorted-by-label':
    'In {split, select, all {the data} other {{split}}} equal labels follow each other in runs of {labelRun}; shuffled they would come in runs of {expectedRun}. Shuffle before you cut a validation set off the end.',
  'claim.rows-drift-with-label':
    'In {split, select, all {the data} other {{split}}} the label follows the place in the file (rank correlation {drift}): a part cut off the end is of another kind.',
  'claim.nothing-held-out':
    'There are {rows, number} rows to train on and none held out: nothing will tell learning from memory.',
  'claim.held-out-small':
    '{rows, number} rows in {split} are few: {task, select, regression {the score is mostly luck} other {an accuracy has a standard error of {error, number, ::percent @##}, and differences below twice that say nothing}}.',
  'claim.more-rows-help':
    'A simple model goes from {before} on {half, number} rows to {score} on {rows, number}: it still gains with every doubling.',
  'claim.nothing-foreseen':
    'No simple model foresees the label of unseen rows: the best has {measure, select, accuracy {an accuracy} other {an R2}} of {score}, a constant guess {guess}. The features say nothing, or the labels are not theirs.',
  'claim.label-foreseen':
    'The label can be learnt: the best simple model has {measure, select, accuracy {an accuracy} other {an R2}} of {score} on unseen rows, a constant guess {guess}. A network should do no worse.',
  'claim.pictures-unreadable':
    '{unreadable} {unreadable, plural, one {picture} other {pictures}} cannot be read, the first is {file}.',
  'claim.pictures-uniform': '{uniform} of {rows, number} pictures are of one colour, the first is {file}.',

  'clear.column-scales': 'The columns are of like size: spreads from {least} to {most}.',
  'clear.target-spread': 'The label “{column}” has a spread of {spread}, which a squared error takes.',
  'clear.missing-cells': 'No cell is missing in {columns, plural, one {# column} other {# columns}}.',
  'clear.stand-in-values':
    'No value looks like a stand-in for missing ones in {columns, plural, one {# column} other {# columns}} of numbers.',
  'clear.constant-columns': 'No column is constant, of {columns}.',
  'clear.outlying-values':
    'No cell lies far outside its column’s shape in {columns, plural, one {# column} other {# columns}} of numbers.',
  'clear.outlying-rows': 'No row lies apart from its neighbours, of {rows, number} looked at.',
  'clear.class-shares':
    'The classes are even enough: {ratio} to 1 at most, the largest holds {share, number, ::percent @##}.',
  'clear.contradicting-rows': 'Equal rows with different labels: {rows, number} of {of, number}.',
  'clear.doubtful-labels':
    'Models that are right in {accuracy, number, ::percent @##} of the cases doubt {rows, number} of {of, number} labels.',
  'clear.repeated-rows': 'Repeated rows within a split: {rows, number} of {of, number}.',
  'clear.rows-in-both-splits': 'No row of {second} is in {first} too.',
  'clear.near-copies': 'No two rows looked at are nearly equal.',
  'clear.split-nearness':
    'Rows of {second} lie from {first} at {ratio, number, ::percent @##} of the distance between rows of {first}: the nearness tells nothing of an easy split.',
  'clear.telling-column':
    'No column alone tells the label: the best, “{column}”, reaches {alone, number, ::percent @##}.',
  'clear.shared-groups': '“{column}” hardly overlaps between {first} and {second} ({share, number, ::percent @##}).',
  'clear.splits-told-apart': 'No classifier tells {first} from {second}: area {auc} where 0.5 is alike.',
  'clear.shifted-columns': 'No column has moved between the splits; the farthest, “{column}”, differs by {ks}.',
  'clear.unseen-values': 'Held-out rows with categories that the training never shows: {share, number, ::percent @##}.',
  'clear.scales-between-splits': 'Columns that are scaled otherwise in {second} than in {first}: {odd} of {columns}.',
  'clear.class-numbers': 'The labels count from {low} to {high} without a gap.',
  'clear.classes-in-splits': 'Every split holds classes that the training knows, {classes} of them.',
  'clear.rows-in-order':
    'The rows of {split, select, all {the data} other {{split}}} do not stand in the order of their labels.',
  'clear.held-out-rows':
    '{rows, number} rows in {split} tell an accuracy to within {error, number, ::percent @##} (standard error).',
  'clear.rows-enough':
    'The score no longer grows with the rows: {before} on {half, number}, {score} on {rows, number}.',
  'clear.anything-to-learn':
    'A simple model ({model}) foresees unseen rows with {score}, a constant guess with {guess}.',
  'clear.picture-files': 'All {rows, number} pictures can be read.',

  'summary.data.ill':
    'These data have a fault. Most likely: {cause}{others, plural, =0 {} one {, and one more is likely} other {, and # more are likely}}.',
  'summary.data.healthy': 'These data look sound.',

  'check.column-scales': 'Do the columns of the data differ in size so much that they should be scaled?',
  'check.target-spread': 'Is the quantity to be predicted out of scale for a squared error?',
  'check.missing-cells': 'Are there cells without a value, or values that are no numbers?',
  'check.stand-in-values': 'Does a number stand where others are missing?',
  'check.constant-columns': 'Are there columns that hold one value only?',
  'check.outlying-values': 'Do single cells lie far outside what their column’s own shape allows?',
  'check.outlying-rows': 'Do whole rows lie apart from all others?',
  'check.class-shares': 'Does one class outweigh another in the training data?',
  'check.contradicting-rows': 'Are there equal rows with different labels, and which accuracy do they allow?',
  'check.doubtful-labels': 'Do models that never saw a row speak against its label?',
  'check.repeated-rows': 'Does a split hold the same row several times?',
  'check.rows-in-both-splits': 'Does a held-out split hold rows that the training holds too?',
  'check.near-copies': 'Are there rows, texts or pictures that are nearly equal?',
  'check.split-nearness': 'Do held-out rows lie nearer to the training data than its own rows do?',
  'check.telling-column': 'Does one column alone tell the label nearly without error?',
  'check.shared-groups': 'Do people, sources or times lie on both sides of a split?',
  'check.splits-told-apart': 'Can a classifier tell from which split a row comes?',
  'check.shifted-columns': 'Do single columns have another distribution in the held-out split?',
  'check.unseen-values': 'Does a held-out split hold categories that the training never shows?',
  'check.scales-between-splits': 'Are the columns of a held-out split scaled otherwise than those of the training?',
  'check.class-numbers': 'Do whole-number labels count 0 to K minus 1?',
  'check.classes-in-splits': 'Does every split hold several classes, and the training all of them?',
  'check.rows-in-order': 'Do the rows of the file stand in the order of their labels?',
  'check.held-out-rows': 'Is there a held-out split, and is it large enough for its score to mean something?',
  'check.rows-enough': 'Would more rows help?',
  'check.anything-to-learn': 'Do simple models foresee the label of rows that they did not see?',
  'check.picture-files': 'Can every picture be read, and does each show something?',

  'irrelevant.few-data-rows': 'there are too few rows',
  'irrelevant.models-foresee-little': 'the simple models foresee too little to doubt a label',
  'irrelevant.no-classes': 'the label is not one of classes',
  'irrelevant.no-label-column': 'there is no label column',
  'irrelevant.no-number-columns': 'no column is of numbers',
  'irrelevant.no-rows': 'there are no rows',
  'irrelevant.quick': 'the quick exam asks no models',
  'irrelevant.one-split': 'there is one split only',

  'how.parts': AUDIT,
  'how.profile': AUDIT,
  'how.labels': AUDIT,
  'how.duplicates': AUDIT,
  'how.conflicts': AUDIT,
  'how.nearDuplicates': AUDIT,
  'how.suspiciousLabels': AUDIT,
  'how.outlierRows': AUDIT,
  'how.shift': AUDIT,
  'how.baselines': AUDIT,
  'how.telling': AUDIT,
  'how.overlaps': 'Name the column of people, sources or times: --group patient_id, --time date.',
  'how.learningCurve': AUDIT,
  'how.rowOrder': AUDIT,
  'how.splitDistance': AUDIT,
  'how.pictures': 'Pass a folder of pictures.',
} as const
