// Chinese sentences around the model exam: its command, steps and evidence, and what cannot be opened.

import type { inspect as english } from '../en/inspect.ts'

export const inspect = {
  'model.step.weights': '查看权重',
  'model.step.predict': '计算预测',
  'model.step.measure': '计算得分与损失',
  'model.step.explain': '分析预测的依据',

  'cli.inspect': '检查模型文件及其预测，逐个样本地看',
  'cli.inspect.model':
    'ONNX、Keras、PyTorch、safetensors、SavedModel、TensorFlow.js 或 GGUF 模型；不执行其中的任何代码',
  'cli.inspect.data': '供 ONNX 模型运行的数据；或用 --train、--val 和 --test 传入',
  'cli.model': '这次训练得到的模型文件',
  'cli.predictions':
    '含 y_true、y_pred 和 p_CLASS 列的预测文件（CSV、Parquet、JSON lines、NPZ），每个划分一个：test.csv，或 val=file.csv',
  'cli.predict': '用来预测的命令：读入 JSON lines 形式的行，每行输出一个预测',
  'cli.inspect.after': `
示例：
  whyloss inspect model.keras
  whyloss inspect model.onnx --train train.csv --test test.csv --label y
  whyloss inspect --predictions predictions-train.csv predictions-test.csv
  whyloss inspect model.pt --data test.csv --label y --predict "python predict.py"
  whyloss diagnose train.log --model model.onnx --train train.csv --test test.csv --label y
`,
  'cli.error.inspect.nothing':
    'inspect 需要模型或预测：whyloss inspect model.onnx，或 whyloss inspect --predictions file.csv',
  'cli.error.predict.data': '--predict 需要待预测的行：请用 --data，或用 --train、--val 和 --test 传入。',
  'cli.error.predictions.split':
    '{first} 和 {second} 都被当作 {split}：请分别指明，例如 --predictions train={first} test={second}',

  'model.error.command': '命令“{command}”异常退出（{code}）：{last}',
  'model.error.command-line': '“{command}”输出的第 {line} 行不是 JSON：{text}',
  'model.error.command-lines':
    '“{command}”对 {rows, plural, other {#}} 行数据输出了 {lines, plural, other {#}} 行：应当每行数据输出一行。',
  'model.error.none': '{path}：没有这个文件。',
  'model.error.unreadable': '{path}：无法读取。',
  'model.error.empty': '{path}：文件是空的。',
  'model.error.lfs': '{path}：这是 Git-LFS 指针，不是模型；请运行 `git lfs pull`。',
  'model.error.kind':
    '{path}：这不是 whyloss 能打开的模型（{kind}）；支持 ONNX、Keras、PyTorch、safetensors、SavedModel、TensorFlow.js 和 GGUF。',
  'model.error.folder': '{path}：目录里没有模型（{files, plural, =0 {目录是空的} other {有 # 个文件}}）。',
  'model.error.damaged': '{path}：{format} 文件已损坏：{what}。',
  'model.error.limit': '{path}：没有打开，因为文件声称的规模（{what}）超出上限 {most}。',
  'model.error.pickle': '{path}：pickle 读到此处为止：{what}。其中的任何内容都没有执行。',
  'model.error.shard': '{path}：模型缺少一部分：{shard}。',
  'model.error.run': '{path}：模型无法运行：{message}。',
  'model.error.run-engine':
    '无法加载 ONNX Runtime（{engine}），因此没有运行模型；它是 whyloss 的一部分，请重新安装 whyloss。',
  'model.error.no-hdf5': '读取 HDF5 文件需要 h5wasm 包：npm install h5wasm',
  'model.error.no-prediction-column': '{path}：没有名为 y_pred、prediction、p_CLASS 之类的列；现有的列：{known}。',
  'model.error.no-label-column': '{path}：没有名为 {label} 的列；现有的列：{known}。',
  'model.error.one-probability':
    '{path}：只有一个概率列 {column}，而类别有 {classes, plural, other {#}} 个，无法对应：应当每个类别一列，只有两个类别时才可以只给一列。',
  'model.error.prediction-rows':
    '{split} 有 {expected, plural, other {#}} 行，预测却有 {rows, plural, other {#}} 个：应当每行一个，顺序与数据相同。',
  'model.error.no-predictions': '{path}：其中没有预测。',
  'model.error.labels-and-outputs':
    '{path}：标签有 {labels, plural, other {#}} 列，概率却有 {outputs, plural, other {#}} 列。',

  'note.model.inputs-differ':
    '{path} 每行需要 {inputs, plural, other {#}} 个值，而数据有 {columns, plural, other {#}} 个数值特征：没有在这些数据上运行模型。请传入预处理之后、模型实际接收的行，或使用 --predictions。',
  'note.model.no-label': '没有给 {path} 打分：请用 --label 指明真值所在的列。',
  'note.model.classes-differ':
    '{path} 有 {outputs, plural, other {#}} 个输出，而标签有 {classes, plural, other {#}} 个类别：无法给它的预测打分。',
  'note.model.not-run':
    '{path}：这里只能运行 ONNX 模型；请用 --predictions 传入它的预测，或用 --predict 给出预测命令。',
  'note.model.no-truth': '{path} 没有真值列（y_true、label、target）：无法打分，只查看了预测本身。',
  'note.model.subgraphs': '计算图中有 {count, plural, other {#}} 个按条件或循环执行的部分没有读取。',
  'note.model.left':
    '有 {count, plural, other {#}} 个张量的值没有读取：{why, select, quantised {它们经过量化} sparse {它们以稀疏形式存储} meta {文件里没有它们的值} packed {它们按块打包} layout {不支持它们的类型或存储布局} other {不认识它们的种类}}。',
  'note.model.tied':
    '{tensor} 与 {other} 的值相同{count, plural, =1 {} other {，还有其他张量也是这样}}：共享的权重只计一次。',
  'note.model.other-parts': '文件里不止一个模型：读取了 {part}，略去了 {others}。',
  'note.model.no-model':
    '文件里没有模型的权重，只有{what, select, optimizer {优化器的状态} schedule {学习率计划的状态} random {随机数生成器的状态} settings {训练的设置} other {其他的值}}。',
  'note.model.calls':
    '在 Python 里加载这个文件会调用 {names}，任何模型都不需要它们：不要加载。whyloss 什么都没有调用。',
  'note.model.one-shard': '模型共分为 {of} 个文件，这是其中之一；其余的没有读取。',
  'note.model.lambda': '有 {count, plural, other {#}} 个含有代码的层（Lambda），既没有读取，也没有执行。',
  'note.model.no-weights': '文件里只有网络结构，没有权重。',
  'note.model.shards': '找不到权重（缺少 {shard}）：只查看了文件描述的网络结构。',
} as const satisfies Readonly<Record<keyof typeof english, string>>
