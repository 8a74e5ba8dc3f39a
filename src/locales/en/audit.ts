// English sentences around the data exam: its commands, steps and evidence, and what cannot be read.

export const audit = {
  'evidence.parts': 'the data and its splits',
  'evidence.profile': 'the columns of the data',
  'evidence.labels': 'rows of each class',
  'evidence.duplicates': 'equal rows',
  'evidence.conflicts': 'equal rows with different labels',
  'evidence.nearDuplicates': 'nearly equal rows',
  'evidence.suspiciousLabels': 'labels that models doubt',
  'evidence.outlierRows': 'rows apart from all others',
  'evidence.shift': 'distance of the splits',
  'evidence.baselines': 'scores of simple models',
  'evidence.telling': 'what each column alone tells',
  'evidence.overlaps': 'groups and times on both sides of a split',
  'evidence.learningCurve': 'score by the number of rows',
  'evidence.rowOrder': 'order of the rows',
  'evidence.splitDistance': 'distance of held-out rows to the training',
  'evidence.pictures': 'faults of pictures',

  'exhibit.column-scales': 'Size of the columns',
  'exhibit.missing-map': 'Cells without a value',
  'exhibit.stand-ins': 'Values that stand for missing ones',
  'exhibit.outlying-cells': 'Cells far outside',
  'exhibit.outlying-rows': 'Rows apart from all others',
  'exhibit.class-counts': 'Rows of each class',
  'exhibit.contradicting-rows': 'Equal rows with different labels',
  'exhibit.doubtful-labels': 'Labels to look at, the most doubtful first',
  'exhibit.repeated-rows': 'Repeated rows',
  'exhibit.rows-in-both': 'Rows in both splits',
  'exhibit.near-copies': 'Pairs that are nearly equal',
  'exhibit.telling-columns': 'What each column alone tells',
  'exhibit.shifted-columns': 'Columns that differ between the splits',
  'exhibit.unseen-values': 'Values that the training never shows',
  'exhibit.learning-curve': 'Score by the number of rows',
  'exhibit.baselines': 'Simple models on unseen rows',
  'exhibit.picture-faults': 'Pictures with a fault',

  'note.data.broken-rows':
    '{path}: {rows, plural, one {# row} other {# rows}} could not be read and {rows, plural, one {was} other {were}} left out, the first at line {line} ({what, select, quote {a quote that is never closed} more {too many cells} fewer {too few cells} encoding {no UTF-8} other {a cell that does not fit}}).',
  'note.data.left-out': '{path}: columns that cannot be measured were left out: {columns}.',
  'note.data.sampled':
    'Models, near copies and quantiles of {split, select, all {the data} other {{split}}} rest on {sampled, number} of {rows, number} rows, chosen by the md5 of their text; counts, missing cells, moments and equal rows are exact.',
  'note.data.taken-for.label': '“{column}” was taken for the label; --label names another.',
  'note.data.taken-for.group': '“{column}” was taken for the groups; --group names another.',
  'note.data.taken-for.time': '“{column}” was taken for the time; --time names another.',

  'data.step.profile': 'counting every column',
  'data.step.sample': 'drawing rows',
  'data.step.rows': 'comparing all rows',
  'data.step.learn': 'asking simple models',
  'data.step.near': 'looking for near copies',
  'data.step.splits': 'comparing the splits',
  'data.progress': '{step} ({share, number, ::percent @##}{left, select, none {} other {, {left} left}})',

  'data.error.none': '{path}: there is no such file.',
  'data.error.unreadable': '{path}: cannot be read.',
  'data.error.empty': '{path}: the file is empty.',
  'data.error.lfs': '{path}: this is a Git-LFS pointer, not the data; run `git lfs pull`.',
  'data.error.kind':
    '{path}: {kind, select, pickle {a pickle may run code and is not opened; save it as Parquet} zip {an archive; unpack it and pass the folder} hdf5 {HDF5 is not read yet; save it as Parquet or NPZ} gzip {a damaged archive} other {this is no data set ({kind}); pass CSV, Parquet, JSONL, Arrow, NPY, NPZ, IDX or a folder of pictures}}.',
  'data.error.pattern': '{path}: no file fits the pattern.',
  'data.error.folder':
    '{path}: of {files, plural, one {# file} other {# files}} none is a table or a picture (CSV, TSV, Parquet, JSONL, Arrow, NPY, NPZ, IDX, PNG, JPEG).',
  'data.error.no-pictures': '{path}: none of {files, plural, one {# picture} other {# pictures}} can be read.',
  'data.error.no-rows': '{path}: there are no rows.',
  'data.error.file': '{path}: {message}',
  'data.error.sql': '{engine}: {message}',
  'data.error.numpy': '{path}: not an array that can be read ({what}); objects are pickles and are not opened.',
  'data.error.idx': '{path}: an IDX file that is shorter than its header says, or of an unknown type.',
  'data.error.lengths': '{path}: {rows, number} rows, but {other} has {expected, number}.',
  'data.error.arrow': '{path}: Arrow says: {message}',
  'data.error.no-arrow': '{path}: Arrow files need the package apache-arrow: npm install apache-arrow',
  'data.error.engine': '--engine takes duckdb or the address of a Spark Connect server, sc://host:15002, not {given}.',
  'data.error.spark-unreachable': 'no Spark Connect server answers at {address}.',
  'data.error.spark-broken': 'the connection to Spark at {address} broke off; what it was asked has no answer.',
  'data.error.spark-table': 'Spark finds neither a table nor a Parquet path called {table}.',
  'data.error.spark-arrow': 'Spark answers in Arrow, which needs the package apache-arrow: npm install apache-arrow',
  'data.error.no-duckdb': 'the data exam needs DuckDB: npm install @duckdb/node-api',
  'data.error.column':
    '{flag}: no column is called {column}{nearest, select, none {} other {; the nearest is {nearest}}}. There are: {known}.',

  'cli.audit': 'examine the data and its splits: leaks, copies, labels, missing cells, shift',
  'cli.audit.data': 'tables, folders or patterns; with --train and --val instead, the splits are compared',
  'cli.audit.quick': 'count and compare only: no models, no near copies; a second for 100,000 rows',
  'cli.audit.write':
    'write what can be taken home to this folder: rows to look at, a split without leaks, weights, scalers',
  'cli.audit.wrote':
    '{files, plural, one {# file is} other {# files are}} in {folder}; README.md there says how to load them.',
  'cli.audit.after': `
Examples:
  whyloss audit --train train.csv --val val.csv --label y
  whyloss audit data.parquet                          one table, its label found and shown
  whyloss audit data/                                 a folder: tables, or pictures in a folder a class
  whyloss audit data.csv --split part --group user_id
  whyloss audit --train train.csv --val val.csv --write mended/
  whyloss diagnose train.log --train train.csv --val val.csv --label y    log and data in one verdict

CSV, TSV, JSONL (also .gz, .zst), Parquet, Arrow, Hugging Face datasets on disk, NPY, NPZ, IDX, PNG, JPEG.`,
  'cli.data.train': 'training data: a file, a folder or a pattern; may be repeated',
  'cli.data.val': 'validation data',
  'cli.data.test': 'test data',
  'cli.data.label': 'column of the label',
  'cli.data.group': 'column of people, patients or sources that a split must not divide',
  'cli.data.time': 'column of the time',
  'cli.data.weight': 'column of the weight of each row',
  'cli.data.split': 'column that says train, val or test for each row',
  'cli.data.task': 'classification or regression (default: by the label)',
  'cli.data.engine':
    'duckdb (default), or a Spark Connect server: sc://host:15002; DATA is then a table or a Parquet path',
  'cli.error.audit.nothing': 'audit needs data: whyloss audit --train train.csv --val val.csv --label y',
  'data.error.task': '--task takes classification or regression, not {given}.',
} as const
