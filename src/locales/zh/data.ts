// Chinese sentences of the data exam: what its checks claim and ask, its steps, and what cannot be read.

import type { data as english } from '../en/data.ts'

/** Every question about the data waits for the same thing. */
const AUDIT = '提供数据：--train train.csv --val val.csv --label y（或单独运行 whyloss audit）。'

export const data = {
  'claim.columns-uneven':
    '各列的尺度不一：“{wide}”的标准差为 {most}，“{narrow}”的为 {least}，相差 {ratio} 倍。送入网络之前先做缩放。',
  'claim.label-column-large': '标签“{column}”从 {min} 到 {max}，标准差为 {spread}；平方误差会非常大。',
  'claim.cells-missing':
    '{split, select, all {全部数据} other {{split} 集}}里“{column}”缺失 {share, number, ::percent @##} 的单元格（{cells, number} 个）{columns, plural, =1 {} other {；共有 # 列存在缺失：{names}}}。',
  'claim.cells-infinite':
    '{split, select, all {全部数据} other {{split} 集}}里“{column}”有 {cells, number} 个单元格不是有限值{columns, plural, =1 {} other {；有这类问题的列：{names}}}。',
  'claim.labels-missing':
    '{split, select, all {全部数据} other {{split} 集}}里有 {cells, number} 行缺少标签“{column}”（{share, number, ::percent @##}）。',
  'claim.zeros-stand-in':
    '“{column}”中有 {count, number} 个单元格为 0（{share, number, ::percent @##}），远低于其余所有值：这里的 0 其实表示“未测量”{columns, plural, =1 {} other {。共有 # 列如此：{names}}}。',
  'claim.number-stands-in':
    '“{column}”中有 {count, number} 个单元格为 {value}（{share, number, ::percent @##}），与其余所有值相距很远：它其实表示“未知”{columns, plural, =1 {} other {。共有 # 列如此：{names}}}。',
  'claim.columns-constant': '{columns} 列中有 {constant} 列只有一个值，从中学不到任何东西：{names}。',
  'claim.cells-apart':
    '“{column}”有一个单元格为 {farthest}，消除该列的偏斜后仍偏离中心 {score} 个标准差{columns, plural, =1 {} other {；共有 # 列存在这样的单元格：{names}}}。',
  'claim.rows-apart':
    '{of, number} 行中有 {rows} 行远离其他所有行，最远的一行与近邻的距离是通常的 {score} 倍，主要差在 {names}。',
  'claim.classes-uneven':
    '类别 {most} 有 {rows, number} 行，类别 {least} 只有 {few, number} 行，相差 {ratio} 倍。总是回答 {most} 就能答对 {share, number, ::percent @##}。',
  'claim.classes-somewhat-uneven':
    '类别 {most} 有 {rows, number} 行，类别 {least} 有 {few, number} 行，相差 {ratio} 倍。不要只看准确率，还要看各类召回率。',
  'claim.rows-contradict':
    '{split, select, all {全部数据} other {{split} 集}}的 {of, number} 行中有 {rows, number} 行与别的行各列全同、标签却不同；任何模型在那里的准确率都不可能超过 {ceiling, number, ::percent @##}。',
  'claim.labels-doubted':
    '{of, number} 个标签中有 {rows, number} 个（{share, number, ::percent @##}）遭到从未见过该行的模型反对，而这些模型的准确率为 {accuracy, number, ::percent @##}；最可疑的一个标为 {given}，看起来像 {likely}。',
  'claim.some-labels-doubted':
    '{of, number} 个标签中有 {rows, number} 个（{share, number, ::percent @##}）在从未见过该行的模型看来是错的；最可疑的一个标为 {given}，看起来像 {likely}。请复查。',
  'claim.rows-repeat':
    '{split, select, all {全部数据} other {{split} 集}}的 {of, number} 行中有 {rows, number} 行是已有行的重复。',
  'claim.rows-in-both':
    '{second} 集的 {of, number} 行中有 {rows, number} 行（{share, number, ::percent @##}）也在 {first} 集里，各列完全相同：在它们上面的得分只是死记。',
  'claim.coarse-rows-in-both':
    '{second} 集的 {of, number} 行中有 {rows, number} 行也在 {first} 集里，但各列的取值很粗，本来就会有 {byChance, number, ::percent @##} 的行重复。',
  'claim.copies-nearly-equal':
    '{first, select, all {全部数据} other {{first} 集}}的 {of, number} {kind, select, texts {条文本} pictures {张图片} other {行}}中，有 {rows, number} {kind, select, texts {条与另一条} pictures {张与另一张} other {行与另一行}}几乎相同。',
  'claim.near-copies-in-both':
    '{second} 集的 {of, number} {kind, select, texts {条文本} pictures {张图片} other {行}}中，有 {rows, number} {kind, select, texts {条} pictures {张} other {行}}（{share, number, ::percent @##}）与 {first} 集里的某一{kind, select, texts {条} pictures {张} other {行}}几乎相同。',
  'claim.held-out-near':
    '{second} 集的行到 {first} 集的距离只有 {first} 集内部行间距的 {ratio, number, ::percent @##}：这个划分比真正的新数据更容易。',
  'claim.held-out-far': '{second} 集的行到 {first} 集的距离是 {first} 集内部行间距的 {ratio} 倍：这是另一类数据。',
  'claim.column-tells-all':
    '仅凭“{column}”一列，在未见过的行上得分就达 {alone, number, ::percent @##}；没有它，最好的模型只有 {without, number, ::percent @##}。它可能是由标签得来的。',
  'claim.column-tells-most':
    '仅凭“{column}”一列，在未见过的行上得分就达 {alone, number, ::percent @##}；没有它，最好的模型只有 {without, number, ::percent @##}。请确认这一列是何时得到的：若在标签之后才填写，它就泄漏了标签。',
  'claim.groups-shared':
    '{second} 集里“{column}”的 {of, number} 个值中有 {shared, number} 个也出现在 {first} 集里：模型遇到的还是同一批对象。',
  'claim.times-mixed':
    '按“{column}”看，{second} 集有 {share, number, ::percent @##} 的行并不晚于 {first} 集最新的一行；如果模型要预测未来，请按时间划分。',
  'claim.splits-differ':
    '分类器能区分 {first} 集和 {second} 集，ROC 曲线下面积为 {auc}（0.5 表示没有差别）{names, select, none {} other {，主要依据：{names}}}。',
  'claim.columns-shifted':
    '“{column}”的均值在 {second} 集与 {first} 集之间相差 {size} 个标准差{columns, plural, =1 {} other {；共有 # 列发生偏移：{names}}}。',
  'claim.columns-distributed-otherwise':
    '“{column}”在 {second} 集与 {first} 集的分布不同：两条分布曲线相距 {ks}（0 为相同，1 为毫无重叠）{columns, plural, =1 {} other {；共有 # 列不同：{names}}}。',
  'claim.categories-unseen':
    '{second} 集有 {rows, number} 行（{share, number, ::percent @##}）的“{column}”取值在 {first} 集里从未出现，例如“{value}”。',
  'claim.splits-scaled-otherwise':
    '{columns} 列中有 {odd} 列在 {second} 集与 {first} 集的缩放方式不同：“{column}”在 {first} 集从 {min} 到 {max}，在 {second} 集从 {low} 到 {high}。',
  'claim.class-beyond-units': '标签最大到 {high}，而输出只有 {units} 个单元：类别应为 0 到 {units} 减 1。',
  'claim.class-below-zero': '标签从 {low} 到 {high}；交叉熵要求类别从 0 开始。',
  'claim.class-numbers-gap':
    '{classes} 种标签从 {low} 到 {high}，中间有空缺；交叉熵要求 0 到 K 减 1，照这样就需要 {high} 加 1 个单元。',
  'claim.class-numbers-from-one': '{classes} 种标签从 {low} 数到 {high}；交叉熵要求 0 到 K 减 1。',
  'claim.split-of-one-class':
    '{split, select, all {全部数据} other {{split} 集}}的 {rows, number} 行标签全是 {label}。',
  'claim.classes-unknown-to-training':
    '{split} 集有 {share, number, ::percent @##} 的行带有训练集里从未出现的标签：{names}。',
  'claim.rows-sorted-by-label':
    '{split, select, all {全部数据} other {{split} 集}}里相同的标签平均连续出现 {labelRun} 个；打乱之后应为 {expectedRun} 个。要从末尾切出验证集，请先打乱。',
  'claim.rows-drift-with-label':
    '{split, select, all {全部数据} other {{split} 集}}里标签随行在文件中的位置变化（秩相关 {drift}）：从末尾切出的部分会是另一类数据。',
  'claim.nothing-held-out': '有 {rows, number} 行用于训练，却没有留出数据：无从分辨是学会还是死记。',
  'claim.held-out-small':
    '{split} 集只有 {rows, number} 行：{task, select, regression {得分多半靠运气} other {准确率的标准误差为 {error, number, ::percent @##}，小于其两倍的差别说明不了什么}}。',
  'claim.more-rows-help':
    '简单模型用 {half, number} 行时得分 {before}，用 {rows, number} 行时得分 {score}：数据每翻一倍仍有提高。',
  'claim.nothing-foreseen':
    '没有一个简单模型能预测未见过的行的标签：最好的{measure, select, accuracy {准确率} other { R2 }}为 {score}，始终猜同一个答案则为 {guess}。要么特征里没有答案，要么标签与它们对不上。',
  'claim.label-foreseen':
    '标签是可以学会的：最好的简单模型在未见过的行上{measure, select, accuracy {准确率} other { R2 }}为 {score}，始终猜同一个答案则为 {guess}。网络不应比它差。',
  'claim.pictures-unreadable': '有 {unreadable, plural, other {#}} 张图片无法读取，第一张是 {file}。',
  'claim.pictures-uniform': '{rows, number} 张图片中有 {uniform} 张是单一颜色，第一张是 {file}。',

  'clear.column-scales': '各列的尺度相近：标准差从 {least} 到 {most}。',
  'clear.target-spread': '标签“{column}”的标准差为 {spread}，适合平方误差。',
  'clear.missing-cells': '{columns} 列中没有缺失的单元格。',
  'clear.stand-in-values': '{columns} 个数值列中没有疑似用来代替缺失的值。',
  'clear.constant-columns': '{columns} 列中没有常数列。',
  'clear.outlying-values': '{columns} 个数值列中没有远离该列分布的单元格。',
  'clear.outlying-rows': '查看的 {rows, number} 行中没有远离近邻的行。',
  'clear.class-shares': '各类别足够均衡：最多相差 {ratio} 倍，最大的一类占 {share, number, ::percent @##}。',
  'clear.contradicting-rows': '输入相同而标签不同的行：{of, number} 行中有 {rows, number} 行。',
  'clear.doubtful-labels':
    '准确率为 {accuracy, number, ::percent @##} 的模型怀疑 {of, number} 个标签中的 {rows, number} 个。',
  'clear.repeated-rows': '同一划分内重复的行：{of, number} 行中有 {rows, number} 行。',
  'clear.rows-in-both-splits': '{second} 集没有一行同时在 {first} 集里。',
  'clear.near-copies': '查看的行中没有两行几乎相同。',
  'clear.split-nearness':
    '{second} 集的行到 {first} 集的距离是 {first} 集内部行间距的 {ratio, number, ::percent @##}：看不出划分过于容易。',
  'clear.telling-column': '没有哪一列单独就能说出标签：最好的“{column}”达到 {alone, number, ::percent @##}。',
  'clear.shared-groups': '“{column}”在 {first} 集与 {second} 集之间几乎没有重叠（{share, number, ::percent @##}）。',
  'clear.splits-told-apart': '分类器分不出 {first} 集和 {second} 集：曲线下面积为 {auc}，0.5 表示没有差别。',
  'clear.shifted-columns': '各划分之间没有列发生偏移；相差最大的“{column}”为 {ks}。',
  'clear.unseen-values': '留出的行中，类别取值在训练集里从未出现的占 {share, number, ::percent @##}。',
  'clear.scales-between-splits': '{second} 集与 {first} 集缩放方式不同的列：{columns} 列中有 {odd} 列。',
  'clear.class-numbers': '标签从 {low} 数到 {high}，没有空缺。',
  'clear.classes-in-splits': '每个划分里的类别训练集都有，共 {classes} 类。',
  'clear.rows-in-order': '{split, select, all {全部数据} other {{split} 集}}的行没有按标签排列。',
  'clear.held-out-rows': '{split} 集有 {rows, number} 行，准确率的标准误差为 {error, number, ::percent @##}。',
  'clear.rows-enough': '得分不再随行数提高：{half, number} 行时为 {before}，{rows, number} 行时为 {score}。',
  'clear.anything-to-learn': '简单模型（{model}）在未见过的行上得分 {score}，始终猜同一个答案则为 {guess}。',
  'clear.picture-files': '{rows, number} 张图片全都可以读取。',

  'summary.data.ill': '这些数据有问题。最可能：{cause}{others, plural, =0 {} other {；另有 # 个问题也很可能}}。',
  'summary.data.healthy': '这些数据看起来没有问题。',

  'check.column-scales': '各列的尺度是否悬殊到必须先缩放？',
  'check.target-spread': '要预测的量对平方误差来说是否太大？',
  'check.missing-cells': '有没有空的单元格，或不是数的值？',
  'check.stand-in-values': '是否有某个数在代替缺失值？',
  'check.constant-columns': '有没有只含一个值的列？',
  'check.outlying-values': '是否有个别单元格远离该列自身的分布？',
  'check.outlying-rows': '是否有整行远离其他所有行？',
  'check.class-shares': '训练数据中某一类别是否远多于另一类？',
  'check.contradicting-rows': '有没有输入相同而标签不同的行，它们允许多高的准确率？',
  'check.doubtful-labels': '从未见过某一行的模型是否反对它的标签？',
  'check.repeated-rows': '同一划分里是否多次出现同一行？',
  'check.rows-in-both-splits': '留出数据里是否有训练集也有的行？',
  'check.near-copies': '有没有几乎相同的行、文本或图片？',
  'check.split-nearness': '留出的行到训练数据的距离是否比训练数据内部还近？',
  'check.telling-column': '是否单凭一列就能几乎无误地说出标签？',
  'check.shared-groups': '同样的人、来源或时间是否出现在划分的两侧？',
  'check.splits-told-apart': '分类器能否看出一行来自哪个划分？',
  'check.shifted-columns': '个别列在留出数据里的分布是否不同？',
  'check.unseen-values': '留出数据里是否有训练集从未出现的类别取值？',
  'check.scales-between-splits': '留出数据各列的缩放是否与训练集不同？',
  'check.class-numbers': '整数标签是否从 0 数到 K 减 1？',
  'check.classes-in-splits': '每个划分是否都有多个类别，而训练集包含全部类别？',
  'check.rows-in-order': '文件中的行是否按标签排列？',
  'check.held-out-rows': '有没有留出数据，是否大到得分有意义？',
  'check.rows-enough': '增加行数是否有用？',
  'check.anything-to-learn': '简单模型能否预测未见过的行的标签？',
  'check.picture-files': '每张图片是否都能读取，并且有内容？',

  'irrelevant.few-data-rows': '行数太少',
  'irrelevant.models-foresee-little': '简单模型预测得太差，不足以怀疑标签',
  'irrelevant.no-classes': '标签不是类别',
  'irrelevant.no-label-column': '没有标签列',
  'irrelevant.no-number-columns': '没有数值列',
  'irrelevant.no-rows': '没有行',
  'irrelevant.quick': '快速检查不用模型',
  'irrelevant.one-split': '只有一个划分',

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
  'how.overlaps': '指明人、来源或时间所在的列：--group patient_id、--time date。',
  'how.learningCurve': AUDIT,
  'how.rowOrder': AUDIT,
  'how.splitDistance': AUDIT,
  'how.pictures': '提供一个图片目录。',
} as const satisfies Readonly<Record<keyof typeof english, string>>
