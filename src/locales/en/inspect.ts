// English sentences around the model exam: its command, steps and evidence, and what cannot be opened.

export const inspect = {
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
  'model.error.no-hdf5': 'HDF5 files need the package h5wasm: npm install h5wasm',
} as const
