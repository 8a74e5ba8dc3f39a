// English sentences around the model exam: its command, steps and evidence, and what cannot be opened.

export const inspect = {
  'model.step.weights': 'the weights',
  'model.step.predict': 'the model’s predictions',
  'model.step.measure': 'scores and losses',
  'model.step.explain': 'what the predictions rest on',

  'cli.inspect': 'examine a model file and its predictions, example by example',
  'cli.inspect.model':
    'ONNX, Keras, PyTorch, safetensors, SavedModel, TensorFlow.js or GGUF; nothing in it is executed',
  'cli.inspect.data': 'data that an ONNX model is run on; or --train, --val and --test',
  'cli.model': 'the model file of the run',
  'cli.predictions':
    'files of y_true, y_pred and p_CLASS (CSV, Parquet, JSON lines, NPZ), one a split: test.csv, or val=file.csv',
  'cli.predict': 'command that reads rows as JSON lines and writes a prediction a line',
  'cli.inspect.after': `
Examples:
  whyloss inspect model.keras
  whyloss inspect model.onnx --train train.csv --test test.csv --label y
  whyloss inspect --predictions predictions-train.csv predictions-test.csv
  whyloss inspect model.pt --data test.csv --label y --predict "python predict.py"
  whyloss diagnose train.log --model model.onnx --train train.csv --test test.csv --label y
`,
  'cli.error.inspect.nothing':
    'inspect needs a model or predictions: whyloss inspect model.onnx, or whyloss inspect --predictions file.csv',
  'cli.error.predict.data': '--predict needs rows to predict: pass --data, or --train, --val and --test.',
  'cli.error.predictions.split':
    '{first} and {second} are both taken for {split}: say which is which, --predictions train={first} test={second}',

  'model.error.command': 'the command “{command}” ended with {code}: {last}',
  'model.error.command-line': 'line {line} of “{command}” is no JSON: {text}',
  'model.error.command-lines':
    '“{command}” wrote {lines, plural, one {# line} other {# lines}} for {rows, plural, one {# row} other {# rows}}: one a row is expected.',
  'model.error.none': '{path}: there is no such file.',
  'model.error.unreadable': '{path}: cannot be read.',
  'model.error.empty': '{path}: the file is empty.',
  'model.error.lfs': '{path}: this is a Git-LFS pointer, not the model; run `git lfs pull`.',
  'model.error.kind':
    '{path}: this is no model that whyloss opens ({kind}); it opens ONNX, Keras, PyTorch, safetensors, SavedModel, TensorFlow.js and GGUF.',
  'model.error.folder':
    '{path}: the folder holds no model ({files, plural, =0 {it is empty} one {# file} other {# files}}).',
  'model.error.damaged': '{path}: the {format} file is damaged: {what}.',
  'model.error.limit': '{path}: not opened, since it claims {what}; whyloss takes {most} at most.',
  'model.error.pickle': '{path}: the pickle is not read on: {what}. Nothing of it was executed.',
  'model.error.shard': '{path}: a part of the model is missing: {shard}.',
  'model.error.run': '{path}: the model cannot be run: {message}.',
  'model.error.run-engine':
    'ONNX Runtime ({engine}) cannot be loaded, so the model was not run; it is a part of whyloss: install whyloss anew.',
  'model.error.no-hdf5': 'HDF5 files need the package h5wasm: npm install h5wasm',
  'model.error.no-prediction-column':
    '{path}: no column is called y_pred, prediction, p_CLASS or the like; there are {known}.',
  'model.error.no-label-column': '{path}: no column is called {label}; there are {known}.',
  'model.error.one-probability':
    '{path}: the one column of probabilities, {column}, cannot be read beside {classes, plural, one {# class} other {# classes}}: a column a class is expected, or one of two classes.',
  'model.error.prediction-rows':
    '{rows, plural, one {# prediction} other {# predictions}} for the {expected, plural, one {# row} other {# rows}} of {split}: one a row is expected, in the order of the data.',
  'model.error.no-predictions': '{path}: there are no predictions.',
  'model.error.labels-and-outputs':
    '{path}: {labels, plural, one {# column} other {# columns}} of labels, but {outputs, plural, one {# column} other {# columns}} of probabilities.',

  'note.model.inputs-differ':
    '{path} takes {inputs, plural, one {# value} other {# values}} a row and the data have {columns, plural, one {# feature} other {# features}} of numbers: the model was not run on them. Pass the rows as the model gets them, or --predictions.',
  'note.model.no-label': '{path} was not scored: name the column of the truth with --label.',
  'note.model.classes-differ':
    '{path} gives {outputs, plural, one {# output} other {# outputs}} and the label has {classes, plural, one {# class} other {# classes}}: what it says cannot be scored.',
  'note.model.not-run':
    '{path}: only ONNX models are run here; pass what it predicts with --predictions, or a command with --predict.',
  'note.model.no-truth':
    '{path} has no column of the truth (y_true, label, target): nothing can be scored; only what was predicted was looked at.',
  'note.model.subgraphs':
    '{count, plural, one {# part of the graph that runs under a condition or in a loop was} other {# parts of the graph that run under a condition or in a loop were}} not read.',
  'note.model.left':
    'The values of {count, plural, one {# tensor were} other {# tensors were}} not read: {why, select, quantised {they are quantised} sparse {they are sparse} meta {they are not in the file} packed {they are packed in blocks} layout {their type or layout is not decoded} other {their kind is not known}}.',
  'note.model.tied':
    '{tensor} has the same values as {other}{count, plural, =1 {} other {, and so do others}}: shared weights are counted once.',
  'note.model.other-parts': 'The file holds more than one model: {part} was read, {others} was left out.',
  'note.model.no-model':
    'This file holds no weights of a model, but {what, select, optimizer {the state of an optimizer} schedule {the state of a learning rate schedule} random {the state of random number generators} settings {the settings of a training} other {other values}}.',
  'note.model.calls':
    'Loading this file in Python would call {names}, which no model needs: do not load it. whyloss called nothing.',
  'note.model.one-shard': 'This file is one of {of} parts of the model; the others were not read.',
  'note.model.lambda':
    '{count, plural, one {# layer holds code (Lambda): it was} other {# layers hold code (Lambda): they were}} neither read nor run.',
  'note.model.no-weights': 'The file holds the architecture alone, no weights.',
  'note.model.shards': 'The weights are not there ({shard} is missing): only what the topology says was looked at.',
} as const
