// English sentences of the room `formats`.

export const formats = {
  'error.empty': '{path}: the file is empty.',
  'error.binary':
    '{path}: this is {kind, select, png {a PNG image} jpeg {a JPEG image} gif {a GIF image} pdf {a PDF document} torch {a PyTorch checkpoint (zip)} keras {a Keras model (.keras)} npz {a NumPy archive (.npz)} zip {a zip archive} gzip {a gzip archive} zstd {a Zstandard archive} xz {an xz archive} bzip2 {a bzip2 archive} tar {a tar archive} hdf5 {an HDF5 file, as Keras models are} sqlite {an SQLite database} mlflow {an MLflow database (SQLite)} optuna {an Optuna database (SQLite)} wandb {a Weights & Biases transaction log} swanlab {a SwanLab transaction log} parquet {a Parquet table} arrow {an Arrow table} npy {a NumPy array} pickle {a Python pickle} gguf {a GGUF model} safetensors {a safetensors model} savedmodel {a TensorFlow SavedModel} onnx {an ONNX model} tfrecord {a TFRecord data set} mat {a MATLAB file} elf {a program} other {a binary file}}, which holds no curve that can be read. {hint, select, log {Pass the log of the training, its event files or its CSV history instead.} unpack {Unpack it and pass what is inside.} mlflow {Export the metrics as CSV, or pass the log of the training instead.} wandb {Pass files/output.log of the same run folder, or the history exported as CSV, instead.} table {Export the history as CSV and pass that.} other {Pass the log of the training instead.}}',
  'error.lfs-pointer':
    '{path}: this is a Git LFS pointer that stands where the file should be. Run `git lfs pull`, then try again.',
  'error.no-runs':
    '{path}: no file in this folder holds the record of a training ({files, plural, =0 {it has no files} one {# file looked at} other {# files looked at}}).',
  'error.no-curve':
    '{path}: nothing here looks like a loss or a metric of a training. Pass its log, its event files or its history.',
  'error.table':
    '{path}: this is a table of data ({columns}), not the history of a training: no column is a loss or a metric.',
  'error.no-points': '{path}: read as {format}, but there is not a single value of a metric in it.',
  'error.traceback': '{path}: this is a traceback, not the log of a training. It ends with: {line}',
  'error.notebook-not-run':
    '{path}: this notebook holds no outputs. Run it and save it, or pass the log of the training instead.',
  'error.notebook-no-curve':
    '{path}: no cell of this notebook put out a loss or a metric. Print the losses in a cell, run it and save it.',
  'error.notebook-failed':
    '{path}: no cell of this notebook put out a loss or a metric, and one of them failed: {line}',
  'error.not-found': '{path}: there is no such file or folder.',
  'error.unreadable': '{path}: cannot be read ({reason}).',
  'error.too-long':
    '{path}: {what, select, line {a line} row {a row} key {a name} other {a record}} at byte {byte} is longer than {limit} bytes; this is not the record of a training.',
  'error.too-deep': '{path}: byte {byte} is nested deeper than {limit} levels.',
  'error.malformed-json': '{path}: byte {byte} cannot stand there in JSON.',
  'error.too-many-values':
    '{path}: more than {limit} values in one JSON document. Write the history as CSV or as JSON lines.',
  'error.not-events': '{path}: byte {byte} is not the beginning of an event record.',
  'note.bad-checksum':
    '{count, plural, one {One record has} other {# records have}} a wrong checksum and {count, plural, one {was} other {were}} left out; the first is at byte {byte}.',
  'note.bad-length': 'The length of the record at byte {byte} is damaged; nothing after it could be read.',
  'note.bad-record':
    '{count, plural, one {One record} other {# records}} could not be decoded; the first is at byte {byte}.',
  'note.large-record':
    '{count, plural, one {One record} other {# records}} larger than {limit} bytes {count, plural, one {was} other {were}} passed over.',
  'note.bad-lines':
    '{count, plural, one {One line is} other {# lines are}} no JSON and {count, plural, one {was} other {were}} left out; the first is line {line}.',
  'note.torn': 'The file ends in the middle of a value, as a file does that is still being written.',
  'note.notebook-large': 'The notebook holds more text than is read of one; its last outputs were left out.',
  'note.too-many-names': 'More than {limit} different metrics; the others were left out.',
  'note.too-many-segments': 'The steps go back more than {limit} times; what follows is kept in the order of the file.',
  'note.repeated': 'The same values are printed again later; they count once.',
  'note.same-run':
    '{files} in the same folder {count, plural, one {tells} other {tell}} the same run and {count, plural, one {was} other {were}} left out.',
  'note.same-training':
    '{files} {count, plural, one {tells} other {tell}} the same training as the recorder; what only {count, plural, one {it} other {they}} told was added.',
  'note.broke-off': 'Reading broke off: {why}',
  'note.unmoving-steps': 'All values of {name} bear the step {step}; they are taken in the order of the file.',
  'note.long-line': 'Line {line} is longer than a mebibyte; what lies beyond was not read.',
  'note.unnamed-columns': 'Columns without names are read as epoch, {names}.',
  'note.bad-rows':
    '{count, plural, one {One row} other {# rows}} of the recording could not be understood and {count, plural, one {was} other {were}} left out; the first is in line {line}.',
  'note.newer-recorder': 'A later whyloss made this recording; what this one does not know of it was left out.',
  'note.recorder-silent': 'The recorder fell silent before the training ended ({why}); what came after was not seen.',
  'note.recorder-slow':
    'Watching took {share, number, ::percent .0} of the training time, more than the 1 % that it is allowed.',
} as const
