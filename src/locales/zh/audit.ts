// Chinese sentences around the data exam: its commands, steps and evidence, and what cannot be read.

import type { audit as english } from '../en/audit.ts'

export const audit = {
  'evidence.parts': '数据及其划分',
  'evidence.profile': '数据的各列',
  'evidence.labels': '各类的行数',
  'evidence.duplicates': '相同的行',
  'evidence.conflicts': '标签不同的相同行',
  'evidence.nearDuplicates': '近似相同的行',
  'evidence.suspiciousLabels': '模型怀疑的标签',
  'evidence.outlierRows': '远离其他行的行',
  'evidence.shift': '各划分之间的差别',
  'evidence.baselines': '简单模型的得分',
  'evidence.telling': '每一列单独说明了什么',
  'evidence.overlaps': '划分两侧的分组与时间',
  'evidence.learningCurve': '得分随行数的变化',
  'evidence.rowOrder': '行的顺序',
  'evidence.splitDistance': '留出行到训练集的距离',
  'evidence.pictures': '图片的缺陷',

  'exhibit.column-scales': '各列的尺度',
  'exhibit.missing-map': '没有值的单元格',
  'exhibit.stand-ins': '代替缺失的值',
  'exhibit.outlying-cells': '离群的单元格',
  'exhibit.outlying-rows': '远离其他所有行的行',
  'exhibit.class-counts': '各类别的行数',
  'exhibit.contradicting-rows': '输入相同而标签不同的行',
  'exhibit.doubtful-labels': '需要复查的标签，最可疑的在前',
  'exhibit.repeated-rows': '重复的行',
  'exhibit.rows-in-both': '两个划分里都有的行',
  'exhibit.near-copies': '几乎相同的成对样本',
  'exhibit.telling-columns': '单凭各列能看出多少',
  'exhibit.shifted-columns': '各划分之间不同的列',
  'exhibit.unseen-values': '训练集从未出现的取值',
  'exhibit.learning-curve': '得分随行数的变化',
  'exhibit.baselines': '简单模型在未见过的行上',
  'exhibit.picture-faults': '有问题的图片',

  'note.data.broken-rows':
    '{path}：有 {rows, plural, other {#}} 行无法读取，已略去，第一处在第 {line} 行（{what, select, quote {引号没有闭合} more {单元格太多} fewer {单元格太少} encoding {不是 UTF-8} other {有不合格式的单元格}}）。',
  'note.data.left-out': '{path}：略去了无法度量的列：{columns}。',
  'note.data.sampled':
    '{split, select, all {全部数据} other {{split} 集}}的模型、近似重复和分位数只用了 {rows, number} 行中的 {sampled, number} 行，按其文本的 md5 选取；计数、缺失、均值与方差以及相同的行是精确的。',
  'note.data.taken-for.label': '把“{column}”当作标签；可用 --label 指定别的列。',
  'note.data.taken-for.group': '把“{column}”当作分组；可用 --group 指定别的列。',
  'note.data.taken-for.time': '把“{column}”当作时间；可用 --time 指定别的列。',

  'data.step.profile': '统计各列',
  'data.step.sample': '抽取样本行',
  'data.step.rows': '比较所有行',
  'data.step.learn': '训练简单模型',
  'data.step.near': '查找近似重复',
  'data.step.splits': '比较各划分',
  'data.progress': '{step}（{share, number, ::percent @##}{left, select, none {} other {，剩余 {left}}}）',

  'data.error.none': '{path}：没有这个文件。',
  'data.error.unreadable': '{path}：无法读取。',
  'data.error.empty': '{path}：文件是空的。',
  'data.error.lfs': '{path}：这是 Git-LFS 指针，不是数据；请运行 `git lfs pull`。',
  'data.error.kind':
    '{path}：{kind, select, pickle {pickle 可能执行代码，不会打开；请另存为 Parquet} zip {这是压缩包；请解压后传入目录} hdf5 {尚不支持 HDF5；请另存为 Parquet 或 NPZ} gzip {压缩文件已损坏} other {这不是数据集（{kind}）；请传入 CSV、Parquet、JSONL、Arrow、NPY、NPZ、IDX 或图片目录}}。',
  'data.error.pattern': '{path}：没有文件与该模式匹配。',
  'data.error.folder':
    '{path}：{files, plural, other {#}} 个文件中没有表格或图片（CSV、TSV、Parquet、JSONL、Arrow、NPY、NPZ、IDX、PNG、JPEG）。',
  'data.error.no-pictures': '{path}：{files, plural, other {#}} 张图片没有一张可以读取。',
  'data.error.no-rows': '{path}：没有行。',
  'data.error.file': '{path}：{message}',
  'data.error.sql': '{engine}：{message}',
  'data.error.numpy': '{path}：不是可以读取的数组（{what}）；object 数组是 pickle，不会打开。',
  'data.error.idx': '{path}：IDX 文件比文件头所写的短，或类型未知。',
  'data.error.lengths': '{path}：有 {rows, number} 行，而 {other} 有 {expected, number} 行。',
  'data.error.arrow': '{path}：Arrow 报错：{message}',
  'data.error.no-arrow': '{path}：读取 Arrow 文件需要 apache-arrow 包：npm install apache-arrow',
  'data.error.engine': '--engine 接受 duckdb 或 Spark Connect 服务器的地址 sc://host:15002，而不是 {given}。',
  'data.error.spark-unreachable': '{address} 上没有 Spark Connect 服务器应答。',
  'data.error.spark-broken': '与 {address} 上的 Spark 的连接中断，查询没有得到结果。',
  'data.error.spark-table': 'Spark 找不到名为 {table} 的表或 Parquet 路径。',
  'data.error.spark-arrow': 'Spark 以 Arrow 格式返回结果，需要 apache-arrow 包：npm install apache-arrow',
  'data.error.no-duckdb': '检查数据需要 DuckDB：npm install @duckdb/node-api',
  'data.error.column':
    '{flag}：没有名为 {column} 的列{nearest, select, none {} other {；最接近的是 {nearest}}}。现有的列：{known}。',

  'cli.audit': '检查数据及其划分：泄漏、重复、标签、缺失、分布偏移',
  'cli.audit.data': '表格、目录或通配模式；若用 --train 和 --val 传入，则比较各划分',
  'cli.audit.quick': '只做计数和比较：不用模型，不查近似重复；十万行约一秒',
  'cli.audit.write': '把可直接使用的结果写入这个目录：待复查的行、没有泄漏的划分、权重、缩放参数',
  'cli.audit.wrote': '{folder} 里有 {files, plural, other {#}} 个文件；加载方法见其中的 README.md。',
  'cli.audit.after': `
示例：
  whyloss audit --train train.csv --val val.csv --label y
  whyloss audit data.parquet                          一个表格，自动找出标签并告知
  whyloss audit data/                                 一个目录：表格，或每类一个子目录的图片
  whyloss audit data.csv --split part --group user_id
  whyloss audit --train train.csv --val val.csv --write mended/
  whyloss diagnose train.log --train train.csv --val val.csv --label y    日志和数据一起诊断

CSV、TSV、JSONL（包括 .gz、.zst）、Parquet、Arrow、磁盘上的 Hugging Face 数据集、NPY、NPZ、IDX、PNG、JPEG。`,
  'cli.data.train': '训练数据：文件、目录或通配模式；可重复使用',
  'cli.data.val': '验证数据',
  'cli.data.test': '测试数据',
  'cli.data.label': '标签所在的列',
  'cli.data.group': '人、病人或来源所在的列，划分时不得拆开',
  'cli.data.time': '时间所在的列',
  'cli.data.weight': '每行权重所在的列',
  'cli.data.split': '标明每行属于 train、val 或 test 的列',
  'cli.data.task': 'classification 或 regression（默认由标签判断）',
  'cli.data.engine': 'duckdb（默认），或 Spark Connect 服务器 sc://host:15002；此时 DATA 为表名或 Parquet 路径',
  'cli.error.audit.nothing': 'audit 需要数据：whyloss audit --train train.csv --val val.csv --label y',
  'data.error.task': '--task 接受 classification 或 regression，而不是 {given}。',
} as const satisfies Readonly<Record<keyof typeof english, string>>
