// Chinese sentences of the diagnosis: the summary and what every finding claims.

import type { checks as english } from '../en/checks.ts'
import { answers } from './answers.ts'

export const checks = {
  'claim.reading/gap-opens':
    '{metric} 在第 {at} {axis, select, epoch {轮} other {步}}掉头：从最低的 {best} 回升 {rise, number, percent} 到 {last}，而训练损失继续下降到 {train}。',
  'claim.reading/gap-open': '{metric} 停在 {last}，是训练损失 {train} 的 {ratio} 倍，而训练损失一直在下降。',
  'claim.accuracy-gap':
    '训练准确率是 {train, number, percent}，{metric} 是 {val, number, percent}：相差 {gap, number, percent}。',
  'claim.reading/validation-below-train':
    '在 {epochs, plural, other {#}} 个值上，{metric} 是 {train} 的 {ratio} 倍：更低，而数字上看不出任何毛病。',
  'claim.reading/validation-below-train-dropout':
    '在 {epochs, plural, other {#}} 个值上，{metric} 是 {train} 的 {ratio} 倍。训练时开着 dropout 或其他噪声，验证时没有：仅此一点就会抬高训练损失。',
  'claim.reading/validation-far-above':
    '{metric} 从第一个值起就远高于训练：{val} 对 {train}，通常是 {ratio} 倍。过拟合要经过若干轮才会拉开差距。',
  'claim.erratic-validation': '{metric} 在相邻值之间跳动 e^{val} 倍，是训练损失跳动的 {times} 倍。',
  'claim.reading/loss-accuracy-apart':
    '{metric} 在最佳值（第 {at} 个值）之后上升 {rise, number, percent}，而 {score} 并没有下降（{gained, number, percent}）：损失看的是回答有多肯定，准确率只看对错。',
  'claim.reading/loss-falls-accuracy-falls':
    '{metric} 下降 {fall, number, percent} 的同时，{score} 也下降了 {lost, number, percent}：损失里有一部分与答对无关。',
  'claim.reading/frozen': '{metric} 停在 {value}，{all} 个值中有 {points} 个分毫不差。',
  'claim.reading/never-fell': '{metric} 完全没有下降：在 {share, number, percent} 的训练过程中都是 {level}。',
  'claim.reading/bottleneck': '{metric} 从 {first} 降下来之后，在 {share, number, percent} 的训练过程中停在 {level}。',
  'claim.reading/dataset-at-fault':
    '{metric} 下降 {val, number, percent}，而训练损失停滞不动（{train, number, percent}）：问题出在数据上。',
  'claim.reading/diverging': '{metric} 持续上升：从 {best} 到 {last}，是最佳值的 {factor} 倍。',
  'claim.reading/diverging-fast': '{metric} 越升越快：从 {best} 到 {last}，是最佳值的 {factor} 倍。',
  'claim.reading/still-learning':
    '记录结束时 {metric} 为 {last}，仍在下降；按曲线推算，再训练同样长的时间会到 {ahead}（再低 {gain, number, percent}）。',
  'claim.reading/low-from-the-start':
    '{metric} 第一个值就已经是 {first}，最后是 {last}：很小，但误差小不小要看目标值的离散程度。',
  'claim.reading/low-from-the-start-updates':
    '第一轮之后 {metric} 就是 {first}，但这一轮已有约 {updates} 次更新（{examples} 个样本，批次 {batch}）：简单的数据在一轮之内就能学会。',
  'claim.reading/low-from-the-start-assumed':
    '第一轮之后 {metric} 就是 {first}，但这一轮有 {examples} 个样本：按批次 {batch} 计，约 {updates} 次更新。简单的数据在此之内就能学会。',
  'claim.uniform-guessing':
    '{metric} 停在 {level}；在 {classes} 个类别里随机猜测的代价是 ln {classes} = {guess}。输入里的东西一点也没有学到。',
  'claim.majority-guessing': '{metric} 停在 {level, number, percent}，分毫不差：所有输入得到同一个答案。',
  'claim.majority-guessing-entropy':
    '{metric} 停在 {level, number, percent}，损失停在 {cost}：这正是总答最大类别的代价。',
  'claim.majority-guessing-stated': '{metric} 是 {level, number, percent}，即最大类别的占比。',
  'claim.rare-class-missed':
    '{metric} 低到 {low, number, percent}，而全部回答中有 {reached, number, percent} 是对的：稀有类别被漏掉了。',
  'claim.top-k-always-one':
    '{metric} 从第一个值起就是 1，而损失还有 {loss}：类别数为 K 时，只要 k >= K，top-k 永远是对的。',
  'claim.accuracy-in-regression':
    '{metric} 统计完全命中的次数；对回归损失来说它说明不了任何问题（{level, number, percent}）。',
  'claim.binary-accuracy-one-hot':
    '{metric} 从 {level, number, percent} = (K-1)/K 开始：二元准确率把 one-hot 目标里的每个 0 都算作命中。',
  'claim.accuracy-below-floor':
    '{level, number, percent} 的 {metric} 与 {loss} 的交叉熵不可能同时成立：每个错误答案至少要付出 ln 2。',
  'claim.loss-beside-accuracy':
    '打印出来的 {metric} 是 {own}，在准确率差不多时却是 {other} 的 {times} 倍：两者的平均方式不同。',
  'claim.lagging-mean':
    '在 {share, number, percent} 的轮次里，某一轮的 {metric} 就是下一轮的 {train}：训练损失是整轮的平均，因而滞后。',
  'claim.validation-noise':
    '{metric} 抖动 {seen}；仅 {examples} 个样本就会带来 {binomial} 的抖动。更小的差别没有意义。',
  'claim.no-held-out': '共 {points} 个值，没有一个来自留出数据：既看不出过拟合，也看不出成效。',
  'claim.splits-apart':
    '{metric} 在一个数据集上达到 {best, number, percent}，在另一个上只有 {worst, number, percent}。',
  'claim.loss-in-target-units':
    '{metric} 为 {last}，相当于在 [{low}, {high}] 的目标上误差 {error}：占取值范围的 {share, number, percent}。',
  'claim.loss-in-target-units-assumed':
    '如果损失是均方误差，{metric} 为 {last} 就相当于在 [{low}, {high}] 的目标上均方根误差 {error}：占取值范围的 {share, number, percent}。',
  'claim.loss-in-target-units-r2':
    '{metric} 为 {last}，相当于误差 {error}，占取值范围 [{low}, {high}] 的 {share, number, percent}；R2 为 {r2}。',
  'claim.epochs-of-zeros':
    '{metric} 每 {every, plural, =2 {2} other {#}} 个值就有一个恰好为 0（共 {zeros} 个）：那些轮次没有数据。',
  'claim.sum-not-reset': '{metric} 与步数成正比地增长：打印的是一个没有清零的累加和。',
  'claim.wrong-divisor': '{metric} 有一个值是 {value}，与其余 {usual} 左右的值相差 {ratio} 倍：那次打印用错了除数。',
  'claim.loss-falls': '{metric} 从 {first} 降到 {last}。',
  'claim.loss-falls-and-holds': '{metric} 从 {first} 变到 {last}，留出数据上的值也站得住。',
  'claim.clipped-cross-entropy': '{metric} 是 {level}，等于截断常数的 -ln（{source}）：真实类别的概率恰好为 0。',
  'claim.clipped-times-error':
    '{metric} 是 {level} = {error} x {clip}：错误率乘以截断常数的 -ln（{source}）。每个答案都给得十足肯定。',
  'claim.negative-cross-entropy': '{metric} 低到 {lowest}。交叉熵不可能低于 0：目标超出了 [0, 1]。',
  'claim.negative-loss': '{metric} 低到 {lowest}。对数值的似然来说没问题，对交叉熵或平方误差来说就不对了。',
  'claim.margin-collapse': '{metric} 停在 {last}，也就是它的间隔 {margin}：所有嵌入都缩成了同一个点。',
  'claim.first-loss':
    '第一个 {metric} 是 {first}；在 {classes} 个类别里随机猜测的代价是 {guess}。前者是后者的 {times} 倍。',
  'claim.first-loss-unknown-classes': '第一个 {metric} 是 {first}，比在几千个类别里随机猜测的代价还高。',
  'claim.softmax-over-one-unit': '单个单元上的 softmax 恒为 1，与输入无关。',
  'claim.one-unit-many-classes': '一个输出单元配 {loss}，分不开 {classes} 个类别。',
  'claim.no-probability': '{activation} 输出给不出概率，而 {loss} 需要概率。',
  'claim.logits-as-probabilities': '线性输出送进了 {loss}，除非另行说明，它要求的是概率。',
  'claim.probabilities-as-logits': '{activation} 输出送进了要求 logits 的损失：梯度被压平了两次。',
  'claim.squared-error-on-classes': '对类别编号求平方误差，等于认为类别 9 比类别 1 离 0 更远。',
  'claim.targets-out-of-reach': '{activation} 输出无法达到所有目标值。',
  'claim.relu-at-the-output': '输出端的 ReLU 给不出 0 以下的值，那里也没有梯度。',
  'claim.constant-initializer': '按所述，权重从同一个常数开始（{initializer}）：一层里的所有单元于是学到同样的东西。',
  'claim.wide-initializer': '按所述，权重的初始范围非常大（{initializer}）。',
  'claim.held-out-at-chance':
    '{metric} 是 {val, number, percent}，不比随机猜测好，而训练达到了 {train, number, percent}。',
  'claim.accuracy-at-chance': '{classes} 个类别下 {metric} 是 {level, number, percent}：不比随机猜测好。',
  'claim.bounded-activations': '隐藏层使用 {activations}，而 {metric} 几乎不下降。',
  'claim.linear-activations': '隐藏层是线性的：合起来只是一个线性映射。',
  'claim.non-finite-start': '{metric} 从第一个值起就不是有限值。',
  'claim.non-finite-rise': '{metric} 升到 {last}，从第 {at} {axis, select, epoch {轮} other {步}}起不再是有限值。',
  'claim.non-finite-sudden':
    '{metric} 为 {last}，随后从第 {at} {axis, select, epoch {轮} other {步}}起不再是有限值，之前并没有上升。',
  'claim.sudden-jump':
    '{metric} 在第 {at} {axis, select, epoch {轮} other {步}}从约 {before} 跳到 {after}，并停在那里。',
  'claim.jump-and-recovery':
    '{metric} 在第 {at} {axis, select, epoch {轮} other {步}}从约 {before} 跳到 {after}，随后又回落。',
  'claim.jump-at-resume':
    '{metric} 在第 {at} {axis, select, epoch {轮} other {步}}从约 {before} 跳到 {after}，正是训练恢复的地方。',
  'claim.spikes':
    '{metric} 有 {count, plural, other {#}} 个值远高于其余；最突出的是第 {at} {axis, select, epoch {轮} other {步}}的 {value}，平时为 {usual}。',
  'claim.oscillation': '{metric} 逐轮摆动，幅度为其水平的 {relative, number, percent}。',
  'claim.pendulum': '{metric} 以 {lag} 个值为周期摆动，而这并不是一轮。',
  'claim.slow-descent': '{metric} 平滑地、几乎沿直线从 {first} 降到 {last}：只低了 {fall, number, percent}。',
  'claim.rate-above-usual':
    '学习率 {rate} 高于 {optimizer, select, any {优化器} other {{optimizer}}} 通常的承受范围（{low} 到 {high}）。',
  'claim.rate-below-usual':
    '学习率 {rate} 低于 {optimizer, select, any {优化器} other {{optimizer}}} 通常的需要（{low} 到 {high}）。',
  'claim.rate-cuts':
    '{cuts, plural, other {#}} 次降低学习率中，有 {helped} 次 {metric} 随之下降，其间保持平稳：这是学习率调度在起作用。',
  'claim.rate-cut-cures': '{metric} 原本在摆动或上升，学习率一降就下降了。',
  'claim.relapse':
    '{metric} 在第 {at} {axis, select, epoch {轮} other {步}}降到 {best}，然后又爬回 {peak}：学到的东西又丢了。',
  'claim.repeated-losses': '{metric} 有 {share, number, percent} 的值与上一轮逐位相同。',
  'claim.overflow-skips': '有 {skips} 个优化步因半精度梯度溢出而被跳过。',
  'claim.scale-at-floor': '有 {skips} 个优化步被跳过，损失缩放系数降到 {lowest}：每一步都溢出。',
  'claim.gradient-non-finite': '{metric} 在 {lost, plural, other {#}} 步上是 NaN 或无穷。',
  'claim.gradient-zero': '{metric} 几乎为 0（{usual}）：没有权重在动。',
  'claim.gradient-grows': '{metric} 在第 {at} {axis, select, epoch {轮} other {步}}增长到 {top}，平时为 {usual}。',
  'claim.gradient-jumps': '{metric} 在第 {at} {axis, select, epoch {轮} other {步}}跳到 {top}，平时为 {usual}。',
  'claim.few-steps': '总共 {steps} 步，{metric} 仍是 {last}，接近随机猜测的代价。',
  'claim.few-steps-an-epoch': '每轮 {perEpoch} 次更新，总共 {steps} 次：要看步数，而不是轮数。',
  'claim.small-batch': '损失降不下来，而批次只有 {batch}，非常小。',
  'claim.large-batch': '{examples} 个样本，批次 {batch}，每轮的更新次数就很少。',
  'claim.shaking': '{metric} 每次打印之间的抖动是其水平的 {relative, number, percent}，批次损失就是这样。',
  'claim.shaking-but-falling':
    '{metric} 的抖动是其水平的 {relative, number, percent}，批次损失就是这样，而它的趋势在下降。',
  'claim.penalty-share': '损失中有 {share, number, percent} 是惩罚项，而不是误差。',
  'claim.strong-regularization': '正则化很强（dropout {dropout}，权重衰减 {decay}），训练并不比验证好。',
  'claim.zero-loss': '{metric} 在 {points, plural, other {#}} 个值中有 {zeros} 个恰好为 0。',
  'claim.no-detections': '{metrics} 全都是 0。',
  'claim.saw-tooth': '{metric} 在每一轮内下降，在轮次交界处又跳回去，共 {epochs} 轮如此。',
  'claim.epoch-pattern': '{metric} 每一轮都经历同样的起伏：批次按同样的顺序出现，而且其中一些与众不同。',
  'claim.stairs': '{metric} 每到新的一轮就降一个台阶，轮内保持平稳：样本第二次出现时被记住了。',
  'claim.not-shuffled': '按所述，数据没有打乱。',
  'claim.raw-inputs': '按所述，输入没有缩放。',
  'claim.large-targets': '目标值的跨度是 {range}；在其上的平方误差从 {first} 开始。',
  'claim.huge-loss': '{metric} 从 {first} 开始：与很大的目标值的平方同一量级。',
  'claim.few-examples': '训练样本 {examples} 个，而验证落在后面。',
  'claim.many-parameters': '{parameters} 个参数对 {examples} 个训练样本，而验证落在后面。',
  'claim.label-ceiling': '{metric} 停在 {level, number, percent}。',
  'claim.label-ceiling-below-validation':
    '{metric} 停在 {level, number, percent}，而验证达到 {val, number, percent}：标签干净的地方模型是对的，它与一部分训练标签相矛盾。',
  'claim.too-good': '{metric} 从第 {at} 个值起就是满分。',
  'claim.rates-tried': '试过的其他学习率没有帮助（{rates}）。',
  'exhibit.accuracy': '准确率',
  'exhibit.batch-loss': '批次损失',
  'exhibit.gradient-norm': '梯度范数',
  'exhibit.loss': '损失',
  'exhibit.printed-loss': '打印的损失',
  'exhibit.train-and-validation': '训练与验证',
  'exhibit.validation': '验证',
  'exhibit.validation-accuracy': '验证准确率',
  'exhibit.validation-loss': '验证损失',
  'summary.ill':
    '这次训练有问题。{proven, select, yes {经实验证实的原因} other {最可能的原因}}：{cause}{others, plural, =0 {} other {；另有 # 个原因也很可能}}。',
  'summary.sick': '有些地方不对，但记录不足以判断原因。首先应查看：{cause}。',
  'summary.healthy': '这次训练看起来是健康的。',
  'summary.benign': '没有故障。曲线呈这种样子的原因：{cause}。',
  'summary.possible': '证据不足以下结论。首先应查看：{cause}。',
  'summary.perhaps': '没有明显的问题，但看到的太少，还不能说它健康。',
  'summary.undecided': '证据不足以下结论，也没有突出的迹象。',
  'rather.against': '之所以不是“{rival}”：{against}',
  'rather.less': '“{rival}”也会留下类似的痕迹，但看到的现象对它的支持较少。',
  ...answers,
} as const satisfies Readonly<Record<keyof typeof english, string>>
