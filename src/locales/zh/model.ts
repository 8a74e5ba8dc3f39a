// Chinese sentences of the model exam: what its checks claim and ask, of stored weights and of predictions.

import type { model as english } from '../en/model.ts'

const MODEL =
  '提供模型：--model model.onnx（或 .keras、.h5、.pt、.ckpt、.safetensors；也可以单独运行 whyloss inspect）。'
const PREDICTIONS =
  '提供预测：--predictions predictions-test.csv，含 y_true、y_pred 和 p_CLASS 列，每个划分一个文件；或者提供 ONNX 模型及其数据。'
const EXPLAINED = '提供 ONNX 模型及其输入数据：--model model.onnx --train train.csv --test test.csv --label y。'

export const model = {
  'summary.model.ill':
    '这个模型或它得到的数据有问题。最可能：{cause}{others, plural, =0 {} other {；另有 # 个问题也很可能}}。',
  'summary.model.healthy': '这个模型看起来没有问题。',

  'claim.stored-not-finite':
    '保存的 {of} 个张量中有 {tensors} 个含有非有限值，位于 {layers}：凡是经过它们的预测都是 NaN。',
  'claim.stored-huge': '保存的权重中，最大的绝对值达到 {largest}：再训练下去很可能溢出。',
  'claim.stored-units-alike':
    '{layer} 的 {units} 个单元中，有 {share, number, ::percent @##} 与另一个单元的权重完全相同：它们初始时就相同，梯度又让它们一直相同。',
  'claim.stored-units-dead':
    '{layer} 的 {units} 个单元中，有 {share, number, ::percent @##} 的权重全为 0，或者全是同一个值：信息无法通过它们。',
  'claim.stored-inputs-unheard': '{layer} 有 {inputs, plural, other {# 个输入}}没有任何单元在听：它们的权重全是 0。',
  'claim.weights-as-drawn':
    '凡是大到足以判断的层（共 {of} 层），权重的边界和均匀分布都仍与 {initializer} 初始化一致{zero, select, true {，偏置也全为 0} other {}}：文件里是一个没有训练过的模型。',
  'claim.norm-statistics-unseen':
    '{of} 个 BatchNorm 层中有 {count} 个（{layers}）的均值仍是初始的 0、方差仍是初始的 1：它们从未在训练模式下见过任何批次。',
  'claim.norm-statistics-odd':
    '{of} 个 BatchNorm 层中有 {count} 个（{layers}）保存的方差从 {min} 到 {max}：除以这样的方差，信号不是爆炸就是消失。',
  'claim.all-linear': '{layers} 个带权重的层之间没有任何激活函数：再深，整个网络也只是一个线性映射。',
  'claim.many-bounded': '有 {bounded} 个隐藏层用饱和型激活压缩输出（{activations}）：传到其中第一层的梯度所剩无几。',
  'claim.narrow-stored-layer':
    '{layer} 只有 {units, plural, other {#}} 个单元，两侧都是它的 {times} 倍宽：这里通不过的信息，后面所有的层都得不到。',
  'claim.more-parameters-than-rows':
    '模型有 {parameters, number} 个参数，训练数据只有 {examples, number} 行，平均每行 {each} 个；它在训练集上得分 {train}，在未见过的行上只有 {held}。',
  'claim.below-usual-size':
    '模型在自己的训练集上只得 {train}，它有 {depth, plural, other {# 个}}带权重的层，最宽的隐藏层 {width} 个单元；通常从 3 到 8 层、{usual} 个单元以上起步。',
  'claim.deep-without-normalization': '{depth} 个带权重的层之间没有归一化，在训练集上的得分为 {train}。',

  'claim.no-better-than-guessing':
    '模型在 {split, select, all {全部数据} other {{split}}} 上得分 {score}（{measure}），始终猜同一个答案也有 {guess}：它没有任何预测能力。',
  'claim.guessing-on-held-out':
    '模型在 {split, select, all {全部数据} other {{split}}} 上得分 {score}（{measure}），并不比始终猜同一个答案（{guess}）好，而在训练集上得分 {train}。',
  'claim.simple-models-do-better':
    '一个简单模型（{model, select, linear {线性模型} neighbours {最近邻} trees {提升树} other {{model}}}）在未见过的行上达到 {simple}（{measure}）；而被检查的模型在 {split, select, all {全部数据} other {{split}}} 上是 {score}，在自己的训练集上也只有 {train}。',
  'claim.simple-models-hold-better':
    '一个简单模型（{model, select, linear {线性模型} neighbours {最近邻} trees {提升树} other {{model}}}）在未见过的行上达到 {simple}（{measure}）；而被检查的模型学会了训练集（{train}），到 {split, select, all {全部数据} other {{split}}} 上只剩 {score}。',
  'claim.score-gap':
    '模型在训练集上得分 {train}，在 {split, select, all {全部数据} other {{split}}} 上得分 {score}（{measure}；95% 区间 {low} 至 {high}），相差 {gap}：这部分学到的东西没有泛化。',
  'claim.test-below-validation':
    '验证集和测试集模型都没有见过，得分却分别是 {val} 和 {test}（{measure}；测试集的 95% 区间 {low} 至 {high}）：测试集是另一类数据。',
  'claim.too-sure':
    '模型在 {split, select, all {全部数据} other {{split}}} 上的平均置信度为 {confidence, number, ::percent @##}，实际只有 {accuracy, number, ::percent @##} 正确（校准误差 {ece, number, ::percent @##}）。温度取 {temperature} 即可校准：损失从 {loss} 变为 {lossThen}，准确率不变。',
  'claim.too-unsure':
    '模型在 {split, select, all {全部数据} other {{split}}} 上有 {accuracy, number, ::percent @##} 正确，平均置信度却只有 {confidence, number, ::percent @##}（校准误差 {ece, number, ::percent @##}）。温度取 {temperature} 即可校准：损失从 {loss} 变为 {lossThen}。',
  'claim.one-class-predicted':
    '在 {split, select, all {全部数据} other {{split}}} 上，{predicted, number, ::percent @##} 的预测都是“{class}”，而真正属于它的只有 {true, number, ::percent @##}{never, plural, =0 {} other {；有 # 个类别从未被预测到}}。',
  'claim.rare-class-lost':
    '在 {split, select, all {全部数据} other {{split}}} 上，类别“{class}”的 {rows} 行只找出 {recall, number, ::percent @##}，类别“{other}”找出 {others, number, ::percent @##}；训练集里“{other}”与“{class}”的行数之比为 {ratio} 比 1。',
  'claim.classes-renamed':
    '模型在 {split, select, all {全部数据} other {{split}}} 上的准确率为 {accuracy, number, ::percent @##}；把预测的类别名换一种对应关系，准确率就是 {renamed, number, ::percent @##}。模型分得清各个类别，只是编号与标签的不一致。',
  'claim.sure-and-wrong':
    '{of, number} 行训练数据中，有 {rows} 行的标签遭到模型以超过 90% 的概率反对：模型从其余的行学到，这些标签是错的。',
  'claim.two-humps':
    '训练集各行的损失呈双峰，{humps, number, ::percent @##} 的行在较高的一峰；有 {rows} 行的标签遭到模型以超过 90% 的概率反对。这些标签与其余的行所说明的相矛盾。',
  'claim.few-rows-carry-the-error':
    '在 {split, select, all {全部数据} other {{split}}} 上，百分之一的行占了平方误差的 {carried, number, ::percent @##}；最差的一行误差为 {worst}，通常为 {usual}。',
  'claim.small-loss-large-error':
    '{split, select, all {全部数据} other {{split}}} 上的均方误差 {loss} 看起来很小，但目标值只在 {low} 到 {high} 之间：误差是目标值标准差的 {spread, number, ::percent @##}（R² 为 {r2}）。',
  'claim.predictions-in-another-unit':
    '预测值跟得上目标值，只是单位不同：直接计算 R² 为 {r2}，按“真值 = {intercept} + {slope} × 预测值”换算后为 {mended}。某处缩放没有还原，或者还原时用错了参数。',
  'claim.predictions-off-in-a-split':
    '在 {split, select, all {全部数据} other {{split}}} 上，预测值直接计算 R² 为 {r2}，按“真值 = {intercept} + {slope} × 预测值”换算后为 {mended}：那里的输入或目标值用了不同的缩放。',
  'claim.predictions-at-a-bound':
    '在 {split, select, all {全部数据} other {{split}}} 上，{bound, number, ::percent @##} 的预测值停在一个边界上（预测范围 {low} 到 {high}），而 {beyond, number, ::percent @##} 的目标值超出了预测所及{activation, select, none {} other {：输出激活函数 {activation} 够不到它们}}。',
  'claim.residuals-curved':
    '在 {split, select, all {全部数据} other {{split}}} 上，残差随预测值呈弯曲趋势，这一趋势解释了残差方差的 {curved, number, ::percent @##}：还有规律没有学到。',
  'claim.part-worse':
    '{column} 为 {part, select, missing {缺失} other {{part}}} 时（{split, select, all {全部数据} other {{split}}} 的 {rows} 行），模型得分 {score}（{measure}），其余各行为 {rest}。',
  'claim.accuracy-flatters':
    '在 {split, select, all {全部数据} other {{split}}} 上准确率为 {accuracy, number, ::percent @##}，但各类召回率的平均只有 {balanced, number, ::percent @##}；始终回答最大的类别也能达到 {guess, number, ::percent @##}。',
  'claim.few-scored-rows':
    '{split, select, all {全部数据} other {{split}}} 只有 {rows} 行：得分 {score}（{measure}）换一批行也可能是 {low} 或 {high}。',
  'claim.score-uncertain':
    '{split, select, all {全部数据} other {{split}}} 有 {rows, number} 行，得分 {score}（{measure}）的真实水平在 {low} 到 {high} 之间：比这更小的差别说明不了什么。',
  'claim.predictions-not-finite':
    '{split, select, all {全部数据} other {{split}}} 上有 {count, number} 个预测值是 NaN 或无穷。',
  'claim.predictions-hold':
    '模型在未见过的行（{split, select, all {全部数据} other {{split}}}）上得分 {score}（{measure}；95% 区间 {low} 至 {high}），在训练集上得分 {train}；始终猜同一个答案为 {guess}。',
  'claim.predictions-beat-guessing':
    '模型在 {split, select, all {全部数据} other {{split}}} 上得分 {score}（{measure}；95% 区间 {low} 至 {high}）；始终猜同一个答案为 {guess}。',
  'claim.one-feature-decides':
    '只把 {feature} 打乱，得分 {score}（{measure}）就下降 {drop}，占逐个打乱各特征所致下降之和的 {part, number, ::percent @##}；其次是 {second}，下降 {next}。',
  'claim.features-idle':
    '{of} 个特征中有 {idle} 个打乱后得分不降（{names}）{kept, select, none {} other {；只用 {enough, plural, other {#}} 个就够了：{kept}}}。',
  'claim.no-feature-matters': '{of} 个特征打乱任何一个，得分都不变：模型没有用到它的输入。',
  'claim.importance-does-not-hold':
    '在训练集上起作用的 {of} 个特征中，有 {gone} 个在 {split, select, all {全部数据} other {{split}}} 上不再起作用（{names}）；打乱 {feature}，训练集上的得分下降 {train}，{split, select, all {全部数据} other {{split}}} 上只下降 {held}。',

  'clear.stored-values': '保存的值全是有限值；权重的绝对值最大为 {largest}。',
  'clear.stored-units': '每层失活或重复的单元至多 {share, number, ::percent @##}。',
  'clear.untrained-weights': '{of} 层中仍像刚初始化时一样的有 {layers} 层。',
  'clear.stored-norm-statistics': '全部 {of} 个 BatchNorm 层都见过数据；它们的方差从 {min} 到 {max}。',
  'clear.stored-activations': '各层之间有激活函数：{activations}。',
  'clear.stored-widths': '相对于前后两层，最窄的是 {layer}，相差 {times} 倍。',
  'clear.model-size':
    '模型的大小合适：{depth} 个带权重的层，{parameters, number} 个参数{known, select, true {，每行训练数据 {each} 个} other {}}。',
  'clear.beats-guessing':
    '模型在 {split, select, all {全部数据} other {{split}}} 上得分 {score}（{measure}），始终猜同一个答案为 {guess}。',
  'clear.simple-models':
    '模型在 {split, select, all {全部数据} other {{split}}} 上得分 {score}（{measure}）；最好的简单模型为 {simple}。',
  'clear.score-gap': '{split, select, all {全部数据} other {{split}}} 上的得分（{score}）与训练集上的（{train}）相近。',
  'clear.held-out-apart': '验证集（{val}）与测试集（{test}）得分相当。',
  'clear.probability-calibration':
    '平均置信度为 {confidence, number, ::percent @##}，实际正确 {accuracy, number, ::percent @##}：概率可信（校准误差 {ece, number, ::percent @##}）。',
  'clear.predicted-classes': '最常见的预测“{class}”占各行的 {predicted, number, ::percent @##}。',
  'clear.class-recall': '最稀有的类别“{class}”，召回率为 {recall, number, ::percent @##}。',
  'clear.names-of-classes':
    '类别名换成别的对应关系也不会更好（{renamed, number, ::percent @##}，现为 {accuracy, number, ::percent @##}）。',
  'clear.sure-and-wrong': '{of, number} 个训练标签中，有 {rows} 个遭到模型十分肯定的反对。',
  'clear.error-tail': '最差的百分之一的行占平方误差的 {carried, number, ::percent @##}。',
  'clear.error-beside-spread': '误差是目标值标准差的 {spread, number, ::percent @##}（R² 为 {r2}）。',
  'clear.scale-of-predictions': '即使换一种缩放，预测的 R² 也只是从 {r2} 升到 {mended}。',
  'clear.residual-shape': '残差没有规律，预测值也没有被边界卡住。',
  'clear.weak-parts':
    '没有哪一部分数据的预测明显更差；最弱的是 {column} 为 {part, select, missing {缺失} other {{part}}} 的部分（{score}，其余为 {rest}）。',
  'clear.metric-fits-task':
    '准确率（{accuracy, number, ::percent @##}）与平衡准确率（{balanced, number, ::percent @##}）一致。',
  'clear.scored-rows':
    '{split, select, all {全部数据} other {{split}}} 的 {rows, number} 行足以把得分限定在 {low} 到 {high} 之间。',
  'clear.finite-predictions': '预测值全是有限的数。',
  'clear.sound-predictions':
    '{split, select, all {全部数据} other {{split}}} 上的得分为 {score}（{measure}），始终猜同一个答案为 {guess}。',
  'clear.deciding-feature':
    '没有哪个特征独自决定预测：{feature} 占打乱各特征所致下降之和的 {part, number, ::percent @##}。',
  'clear.idle-features': '{of} 个特征中有 {idle} 个不起作用。',
  'clear.importance-apart': '在训练集上起作用的特征，在 {split, select, all {全部数据} other {{split}}} 上同样起作用。',

  'check.stored-values': '保存的权重是否全是有限的数？',
  'check.stored-units': '有没有单元的权重已失活，或者与另一个单元相同？',
  'check.untrained-weights': '保存的权重是否仍像刚初始化时一样？',
  'check.stored-norm-statistics': 'BatchNorm 保存的统计量是否见过数据？',
  'check.stored-activations': '保存的各层之间是否有非线性？',
  'check.stored-widths': '是否有一层比前后两层窄很多？',
  'check.model-size': '模型的大小是否与样本数相称？',
  'check.beats-guessing': '模型的预测是否胜过始终猜同一个答案？',
  'check.simple-models': '网络是否达到了简单模型的水平？',
  'check.score-gap': '在未见过的行上，得分是否明显低于训练集？',
  'check.held-out-apart': '模型在测试集上的得分是否与验证集相当？',
  'check.probability-calibration': '模型给出的概率是否可信？',
  'check.predicted-classes': '各类别被预测的比例是否与真实比例相当？',
  'check.class-recall': '稀有类别的召回率是否与常见类别一样高？',
  'check.names-of-classes': '类别名换一种对应关系，预测是否就对了？',
  'check.sure-and-wrong': '在哪些行上，模型十分肯定地判为标签之外的类别？',
  'check.error-tail': '是否少数几行占了大部分平方误差？',
  'check.error-beside-spread': '相对于目标值的离散程度，误差有多大？',
  'check.scale-of-predictions': '预测值与目标值的单位是否相同？',
  'check.residual-shape': '回归的残差里是否还有规律？',
  'check.weak-parts': '模型在某一部分数据上是否明显更差？',
  'check.metric-fits-task': '准确率能否反映各类别识别得怎样？',
  'check.scored-rows': '留出的行是否多到得分有意义？',
  'check.finite-predictions': '预测值是否全是有限的数？',
  'check.sound-predictions': '预测在未见过的行上是否站得住？',
  'check.deciding-feature': '是否有一个特征几乎决定了所有预测？',
  'check.idle-features': '模型没有用到哪些特征？',
  'check.importance-apart': '在训练集上起作用的特征，在未见过的行上是否也起作用？',

  'irrelevant.few-features': '特征太少',
  'irrelevant.few-predictions': '有预测的行太少',
  'irrelevant.no-feature-matters': '没有一个特征在训练集上起作用',
  'irrelevant.no-held-out-predictions': '没有留出数据的预测',
  'irrelevant.no-kernels': '没有与权重矩阵相乘的层',
  'irrelevant.no-parts': '没有哪一部分数据特别突出',
  'irrelevant.no-regression-predictions': '没有对足够多的行预测数值',
  'irrelevant.no-scores': '没有能够打分的预测',
  'irrelevant.no-train-predictions': '不知道训练数据各行的概率',
  'irrelevant.no-two-scores': '没有同时得到训练集和留出数据的得分',

  'how.modelFile': MODEL,
  'how.weights': MODEL,
  'how.predictions': PREDICTIONS,
  'how.scores': PREDICTIONS,
  'how.exampleLosses': PREDICTIONS,
  'how.confusion': PREDICTIONS,
  'how.calibration': PREDICTIONS,
  'how.residuals': PREDICTIONS,
  'how.segments': PREDICTIONS,
  'how.importance': EXPLAINED,
  'how.smallestSet': EXPLAINED,

  'exhibit.confusion': '混淆矩阵：每行是真实类别，每列是预测类别',
  'exhibit.reliability': '置信度与实际正确率',
  'exhibit.true-and-predicted': '真值与预测值',
  'exhibit.residuals': '残差随预测值的变化',
  'exhibit.worst-examples': '损失最大的行',
  'exhibit.weak-parts': '模型表现更差的部分',
  'exhibit.importance': '打乱某个特征后得分下降多少',

  'evidence.modelFile': '模型文件',
  'evidence.weights': '保存的权重',
  'evidence.predictions': '预测',
  'evidence.scores': '得分及其区间',
  'evidence.exampleLosses': '每个样本的损失',
  'evidence.confusion': '真实类别与预测类别',
  'evidence.calibration': '概率的校准',
  'evidence.residuals': '残差',
  'evidence.segments': '各部分数据上的得分',
  'evidence.importance': '各特征的重要性',
  'evidence.smallestSet': '够用的最少特征',
} as const satisfies Readonly<Record<keyof typeof english, string>>
