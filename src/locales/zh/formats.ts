// Chinese sentences of the room `formats`.

import type { formats as english } from '../en/formats.ts'

export const formats = {
  'error.empty': '{path}：文件是空的。',
  'error.binary':
    '{path}：这是{kind, select, png {一张 PNG 图片} jpeg {一张 JPEG 图片} gif {一张 GIF 图片} pdf {一份 PDF 文档} torch {一个 PyTorch 检查点（zip）} keras {一个 Keras 模型（.keras）} npz {一个 NumPy 压缩包（.npz）} zip {一个 zip 压缩包} gzip {一个 gzip 压缩包} zstd {一个 Zstandard 压缩包} xz {一个 xz 压缩包} bzip2 {一个 bzip2 压缩包} tar {一个 tar 归档} hdf5 {一个 HDF5 文件（Keras 模型常用）} sqlite {一个 SQLite 数据库} mlflow {一个 MLflow 数据库（SQLite）} optuna {一个 Optuna 数据库（SQLite）} wandb {一份 Weights & Biases 事务日志} swanlab {一份 SwanLab 事务日志} parquet {一张 Parquet 表} arrow {一张 Arrow 表} npy {一个 NumPy 数组} pickle {一个 Python pickle} gguf {一个 GGUF 模型} safetensors {一个 safetensors 模型} savedmodel {一个 TensorFlow SavedModel} onnx {一个 ONNX 模型} tfrecord {一份 TFRecord 数据集} mat {一个 MATLAB 文件} elf {一个可执行程序} other {一个二进制文件}}，里面没有可以读取的曲线。{hint, select, log {请改为给出训练日志、事件文件或 CSV 历史。} unpack {请解压后给出里面的文件。} mlflow {请把指标导出为 CSV，或改为给出训练日志。} wandb {请改为给出同一运行目录下的 files/output.log，或导出为 CSV 的历史。} table {请把历史导出为 CSV 再给出。} other {请改为给出训练日志。}}',
  'error.lfs-pointer': '{path}：这只是一个 Git LFS 指针，真正的文件不在这里。请运行 `git lfs pull` 后重试。',
  'error.no-runs':
    '{path}：这个目录里没有任何文件是训练记录（{files, plural, =0 {目录里没有文件} other {看过 # 个文件}}）。',
  'error.no-curve': '{path}：这里没有像训练损失或指标的内容。请给出训练日志、事件文件或历史。',
  'error.table': '{path}：这是一张数据表（{columns}），不是训练历史：没有一列是损失或指标。',
  'error.no-points': '{path}：按 {format} 读取，但里面没有任何指标的值。',
  'error.traceback': '{path}：这是一段错误回溯，不是训练日志。它的结尾是：{line}',
  'error.notebook-not-run': '{path}：这个 notebook 里没有任何输出。请运行并保存它，或者改为提供训练日志。',
  'error.notebook-no-curve':
    '{path}：这个 notebook 的单元格都没有输出损失或指标。请在某个单元格里打印损失，运行后保存。',
  'error.notebook-failed': '{path}：这个 notebook 的单元格都没有输出损失或指标，其中一个运行失败：{line}',
  'error.not-found': '{path}：没有这个文件或目录。',
  'error.unreadable': '{path}：无法读取（{reason}）。',
  'error.too-long':
    '{path}：第 {byte} 字节处的{what, select, line {行} row {行} key {名称} other {记录}}超过 {limit} 字节；这不是训练记录。',
  'error.too-deep': '{path}：第 {byte} 字节处的嵌套超过 {limit} 层。',
  'error.malformed-json': '{path}：第 {byte} 字节处的内容不符合 JSON。',
  'error.too-many-values': '{path}：一个 JSON 文档里的值超过 {limit} 个。请把历史写成 CSV 或逐行 JSON。',
  'error.not-events': '{path}：第 {byte} 字节处不是事件记录的开头。',
  'note.bad-checksum': '{count, plural, other {#}} 条记录校验和有误，已略去；第一条在第 {byte} 字节。',
  'note.bad-length': '第 {byte} 字节处记录的长度字段已损坏，其后的内容无法读取。',
  'note.bad-record': '{count, plural, other {#}} 条记录无法解码；第一条在第 {byte} 字节。',
  'note.large-record': '{count, plural, other {#}} 条记录超过 {limit} 字节，已跳过。',
  'note.bad-lines': '{count, plural, other {#}} 行不是 JSON，已略去；第一处在第 {line} 行。',
  'note.torn': '文件在一个值的中间结束，还在写入的文件就是这样。',
  'note.notebook-large': '这个 notebook 的文本超出了单个文件的读取上限；最后的输出没有读取。',
  'note.too-many-names': '不同的指标超过 {limit} 个，其余的已略去。',
  'note.too-many-segments': '步数倒退超过 {limit} 次；其后的内容按文件中的顺序保留。',
  'note.repeated': '同样的值后来又打印了一遍，只算一次。',
  'note.same-run': '同一目录中另有 {count, plural, other {#}} 个文件（{files}）讲的是同一次训练，已略去。',
  'note.same-training':
    '{count, plural, other {#}} 个文件（{files}）记录的就是记录器所看到的那次训练；只有其中才有的内容已并入。',
  'note.broke-off': '读取中断：{why}',
  'note.unmoving-steps': '{name} 的所有值都标着第 {step} 步，因此按文件中的顺序读取。',
  'note.long-line': '第 {line} 行超过 1 MiB，超出的部分没有读取。',
  'note.unnamed-columns': '没有列名的各列按轮次、{names} 读取。',
  'note.bad-rows': '记录中有 {count, plural, other {#}} 行无法理解，已略去；第一处在第 {line} 行。',
  'note.newer-recorder': '这份记录由更新版本的 whyloss 写成；当前版本不认识的内容已略去。',
  'note.recorder-silent': '训练结束之前记录器就停了（{why}），之后的情况没有看到。',
  'note.recorder-slow': '观测占用了训练时间的 {share, number, ::percent .0}，超过了允许的 1%。',
} as const satisfies Readonly<Record<keyof typeof english, string>>
