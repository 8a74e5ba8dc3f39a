// Chinese sentences of the checks that look inside a training: claims, clear answers, and how to let them look.

import type { deep as english } from '../en/deep.ts'

/** Every question about the inside of a training waits for the same thing. */
const WATCH = '监视训练过程：whyloss run -- python train.py。'

export const deep = {
  'claim.inputs-uneven':
    '输入“{name}”各特征的离散程度相差 {ratio} 倍；通常在 100 倍以内网络还能应付。{metric} 从 {first} 到 {last}。',
  'claim.inputs-off-centre':
    '输入“{name}”有一个特征偏离 0 达 {offset} 个标准差，通常不到 10 个。{metric} 从 {first} 到 {last}。',
  'claim.inputs-size':
    '输入“{name}”的取值从 {min} 到 {max}，大小约为 {size}；网络期望的大小约为 1。{metric} 从 {first} 到 {last}。',
  'claim.inputs-not-finite':
    '“{name}”在第 {step} 步含有 NaN 或 Inf（占其数值的 {share, number, percent}）；查看过的 {batches} 个张量中有 {some} 个如此。',
  'claim.inputs-sentinel': '“{name}”的取值从 {min} 到 {max}，其中一端正是表格里常用来表示缺失值的记号。',
  'claim.targets-large':
    '目标值从 {min} 到 {max}，标准差为 {spread}；损失在标准差约为 1 时最合适。{metric} 从 {first} 到 {last}。',
  'claim.targets-off-centre':
    '目标值集中在 {mean} 附近，彼此只差 {spread}：网络必须先学会这个很大的常数。{metric} 从 {first} 到 {last}。',
  'claim.labels-outside-units': '标签从 {min} 到 {max}，而输出只有 {units} 个单元：类别应为 0 到 {units} 减 1。',
  'claim.targets-outside-probability': '二元交叉熵的目标值从 {min} 到 {max}，而它只接受 0 到 1。',
  'claim.targets-all-equal': '{batches} 个批次（{examples} 个样本）的目标值全是 {value}。',
  'claim.targets-mostly-ignored':
    '查看的全部 {batches} 个批次中，标签只有 {value} 和会被损失忽略的 {min}：{left, number, percent} 的标签不起作用，而全部被忽略的批次损失为 NaN。',
  'claim.targets-all-ignored': '{batches} 个批次（{examples} 个样本）的目标值全是 {value}，而损失会忽略这个值。',
  'claim.batches-of-one-class':
    '{batches} 个批次中有 {pureBatches} 个只含一个类别（共 {classes} 类）：标签是按顺序来的。',
  'claim.split-labels-apart':
    '验证集的标签为 {least} 到 {most}，而 {examples, number} 个训练样本的标签为 {low} 到 {high}：其余类别训练时从未见过。',
  'claim.labels-in-runs': '相同的标签平均连续出现 {labelRun} 个；打乱之后应为 {expectedRun} 个。',
  'claim.repeated-batches': '{batches} 个批次中有 {repeated} 个在同一轮内已经出现过；一遍之内本不该有重复。',
  'claim.few-carry-the-loss':
    '{examples} 个样本中的 {count} 个占了损失的 {carried, number, percent}；最差的一个为 {worst}，通常为 {usual}。',
  'claim.pairing-twice': '`{loss}` 要求 logits，但它的输入已经过 {from}：同一个函数用了两次，梯度被压平。',
  'claim.pairing-stacked':
    '最后两层都带有压缩函数（softmax 或 sigmoid），`{loss}` 得到的是压缩两次的结果：各输出彼此接近，梯度被压平。',
  'claim.pairing-no-logarithm': '`{loss}` 要求概率的对数，但它的输入来自 {from}。',
  'claim.pairing-no-probability': '`{loss}` 要求概率，但它的输入来自 {from}，可能落在 0 到 1 之外。',
  'claim.pairing-bounded': '`{loss}` 要求大小不限的 logits，而 {from} 给它们设了界：有些答案给不出来。',
  'claim.pairing-one-unit': '`{loss}` 得到形状为 {input} 的输入：对单个单元做 softmax 永远等于 1，与输入无关。',
  'claim.pairing-over-the-batch':
    '{loss} 之前的 {from} 沿批次方向（{input} 的第 0 轴）而不是沿类别计算：各样本共享一个和。',
  'claim.pairing-broadcast': '`{loss}` 得到形状为 {input} 的输出和形状为 {target} 的目标：每个输出都在与每个目标比较。',
  'claim.squares-on-one-hot': '`{loss}` 度量的是表示类别的 0/1 行；这类目标应当用交叉熵。',
  'claim.squares-on-class-numbers':
    '`{loss}` 把 {min} 到 {max} 的类别编号（共 {distinct} 个）当作数量：类别 {max} 被看作比邻近的类别离 {min} 更远。',
  'claim.targets-beyond-output':
    '目标值从 {min} 到 {max}；而经过 {activation} 的输出{activation, select, relu {没有低于 0 的值} tanh {只在 -1 与 1 之间} other {只在 0 与 1 之间}}。',
  'claim.relu-before-the-loss': '输出在进入 `{loss}` 之前经过 {activation}：低于 0 时既没有值也没有梯度。',
  'claim.outputs-alike':
    '不同样本的输出只差 {across}，为其大小的 {share, number, percent}：所有输入得到同一个答案。{metric} 从 {first} 到 {last}。',
  'claim.one-class-answered':
    '在每个批次中，有 {top, number, percent} 的样本都判给了同一个类别。{metric} 从 {first} 到 {last}。',
  'claim.answers-certain':
    '概率几乎全是 0 或 1（确定程度 {certainty, number, percent}），而 {metric} 从 {first} 到 {last}。',
  'claim.logits-huge': 'logits 达到 {size}，通常低于 20，而 {metric} 从 {first} 到 {last}：错误的答案也给得十足肯定。',
  'claim.dead-layers':
    '{layer} 中有 {share, number, percent} 的单元对批次里每个样本都为 0（超过 50 % 的层：{layers}）。{metric} 从 {first} 到 {last}。',
  'claim.saturated-layers':
    '{layer} 中有 {share, number, percent} 的值离界限不到 1 %（超过 50 % 的层：{layers}），那里的梯度接近 0。{metric} 从 {first} 到 {last}。',
  'claim.gradients-vanish':
    '梯度范数在 {firstLayer} 为 {firstNorm}，在 {lastLayer} 为 {lastNorm}：比值为 {ratio}，通常高于 0.001。{metric} 从 {first} 到 {last}。',
  'claim.gradients-explode':
    '梯度范数在反向传播中每层增大 {growth} 倍，从 {lastLayer} 的 {lastNorm} 到 {firstLayer} 的 {firstNorm}；通常低于 2 倍。{metric} 从 {first} 到 {last}。',
  'claim.weights-alike': '{layers} 的所有单元初始权重相同：它们得到相同的梯度，始终是同一个单元的副本。',
  'claim.weights-wide':
    '{layers} 的初始权重标准差为 {spread}，按其输入数目通常为 {usual}，相差 {times} 倍。{metric} 从 {first} 到 {last}。',
  'claim.weights-narrow':
    '{layers} 的初始权重标准差为 {spread}，按其输入数目通常为 {usual}：信号一进来就消失。{metric} 从 {first} 到 {last}。',
  'claim.bias-far-from-zero': '{layers} 的偏置初始值达到 {bias}，通常接近 0。{metric} 从 {first} 到 {last}。',
  'claim.hidden-softmax':
    '隐藏层之间有 softmax（{activations}）：其值之和为 1，输入的信息几乎传不过去。{metric} 虽在变化，但学到的比应有的少。',
  'claim.hidden-sigmoid':
    '隐藏层的激活全是 sigmoid：每一层最多只传回四分之一的梯度，输出也不以 0 为中心。{metric} 学到的比应有的少；通常使用 ReLU 一类的激活。',
  'claim.linear-net': '{layers} 个带权重的层之间没有任何激活函数：合在一起只是一个线性映射。',
  'claim.narrow-layer': '{layer} 只有 {units} 个单元，两侧都是它的 {times} 倍宽。{metric} 从 {first} 到 {last}。',
  'claim.no-normalization': '{depth} 个带权重的层依次相连，中间没有归一化层。{metric} 从 {first} 到 {last}。',
  'claim.no-normalization-drift':
    '{depth} 个带权重的层依次相连，中间没有归一化层，各层输出的离散程度相差 {apart} 倍。{metric} 从 {first} 到 {last}。',
  'claim.modes-apart':
    '同样的批次在 eval 模式下损失为 {inEval}，在 train 模式下为 {inTrain}，相差 {times} 倍：BatchNorm 存储的统计量不合适。',
  'claim.norm-of-few-examples':
    'BatchNorm（{layers}）每批只用 {batch, number} 个样本计算均值和方差，基本是噪声：评估模式使用的统计量与训练时不同。{metric} 从 {first} 到 {last}。',
  'claim.norm-momentum':
    'BatchNorm（{layers}）的 momentum 为 {momentum}，通常为 0.1：在 {steps, number} 步里，保存的统计量{slow, select, yes {几乎停留在初始值} other {只跟随最后一个批次}}。',
  'claim.trains-in-eval-mode': '训练步在 eval 模式下运行：dropout 不起作用，BatchNorm 用的是一直不更新的存储统计量。',
  'claim.evaluates-in-train-mode':
    '评估在 train 模式下运行：dropout 仍在起作用，BatchNorm 会把同一批次的样本混在一起。',
  'claim.all-frozen': '优化器持有的 {parameters} 个参数全部被冻结：什么也学不到。',
  'claim.rate-is-zero': '学习率为 0，抽查的 {steps} 步中没有任何权重变动。',
  'claim.no-weight-moves': '优化器执行了更新，但抽查的 {steps} 步中没有任何权重变动。',
  'claim.no-gradient-arrives': '{names} 从未收到梯度，而优化器持有这些权重且它们允许学习：计算图在它们之前被切断了。',
  'claim.frozen-untaught': '{names} 被冻结，而其中的偏置全为 0，与刚初始化时一样：被冻结的权重从未训练过。',
  'claim.left-out': '有 {leftOut} 个损失能到达的参数不在任何优化器中：{names}。',
  'claim.gradients-kept':
    '在检查的 {checked, number} 步中，有 {kept, number} 步开始时上一步的梯度仍在：梯度不断累加，而通常每步都会清零。',
  'claim.steps-overshoot':
    '最初几步按梯度预计，损失应下降其自身的 {early} 倍，{how, select, unknown {而没有损失能降这么多} rose {实际却上升了} other {实际只实现了其中的 {came, number, percent}}}：步子越过了要去的谷底。{metric} 从 {first} 到 {last}。',
  'claim.steps-lead-nowhere':
    '把全部 {steps, number} 步的预计加起来，损失也只会下降其自身的 {folds} 倍，而每一步带来的恰好就是这么多：步子太短，走不到哪里去。{metric} 从 {first} 到 {last}。',
  'claim.rate-died':
    '学习率计划在训练进行到 {part, number, percent} 时就把学习率降到其最高值 {top} 的百分之一以下，最终为 {low}：从第 {at, number} 步起几乎学不到东西。{metric} 从 {first} 到 {last}。',
  'claim.targets-in-order':
    '{batches, number} 个批次（每批 {rows, number} 个目标值）的均值波动是打乱后应有的 {times} 倍：样本是按某种顺序出现的。{metric} 从 {first} 到 {last}。',
  'claim.updates-large':
    '每一步对权重的改动起初为其大小的 {early}，一般为 {usual}，通常约为 0.001。{metric} 从 {first} 到 {last}。',
  'claim.updates-small': '每一步对权重的改动只有其大小的 {usual}，通常约为 0.001。{metric} 从 {first} 到 {last}。',
  'claim.non-finite-first':
    '第一个非有限的数值是{what, select, loss {损失} gradient {梯度} weight {权重} other {一个数}}，在第 {step} 步；在此之前输出最大达到 {largest}。',
  'claim.non-finite-from-inputs':
    '从第 {step} 步起{what, select, loss {损失} gradient {梯度} weight {权重} other {某个数}}不再是有限值，而输入里早已有这样的值。',
  'claim.sgd-on-uneven-gradients':
    '普通的 {optimizer} 对各层相差 {apart} 倍的梯度使用同一个学习率。{metric} 从 {first} 到 {last}。',
  'claim.sgd-on-sparse-gradients':
    '普通的 {optimizer} 在训练嵌入或注意力层，它们的梯度稀疏而不均匀；这里通常用 Adam。{metric} 从 {first} 到 {last}。',
  'claim.few-steps-in-an-epoch':
    '一轮只有 {steps, plural, other {#}} 步（批次 {batch}）；少于 10 步时，对数据的多数遍历都浪费了。{metric} 从 {first} 到 {last}。',
  'claim.state-lost-and-jump':
    '第 {at} 步加载了权重，却没有加载 {optimizer} 的状态；损失在那里从 {before} 变到 {after}。',
  'claim.state-lost': '第 {at} 步加载了权重，却没有加载 {optimizer} 的状态：它的滑动平均从头开始。',
  'claim.dropout-cost':
    '同样的批次在 dropout 为 {dropout} 时损失为 {inTrain}，不用时为 {inEval}：训练损失中有 {part, number, percent} 来自 dropout，而不是误差。',

  'exhibit.dead-share': '失活单元的占比',
  'exhibit.saturated-share': '饱和值的占比',
  'exhibit.modes': 'eval 与 train 模式下的损失',
  'exhibit.step-foretold': '一步带来的损失变化：预计与实际',
  'exhibit.learning-rate': '学习率',
  'exhibit.update-ratio': '更新量与权重之比',
  'exhibit.example-losses': '单个样本的损失',
  'exhibit.gradient-layers': '各层的梯度范数',

  'clear.input-scale': '输入的大小合乎常规（{size}），或者损失照样在下降。',
  'clear.input-values': '输入与目标的 {batches} 个张量全是有限值。',
  'clear.target-scale': '目标值的大小合乎常规（标准差 {spread}）。',
  'clear.label-range': '标签从 {min} 到 {max}，都在输出的 {units} 个类别之内。',
  'clear.label-variety': '{batches} 个批次的目标值各不相同。',
  'clear.split-labels': '验证集的标签都在训练标签的范围 {low} 到 {high} 之内。',
  'clear.label-order': '相同标签平均连续出现 {labelRun} 个，与随机情形相当（{expectedRun}）。',
  'clear.repeated-batches': '{batches} 个批次中有 {repeated} 个在一轮内出现两次。',
  'clear.example-losses': '{examples} 个样本中最差的 1 % 占损失的 {carried, number, percent}。',
  'clear.output-pairing': '`{loss}` 得到了它要求的输入（来自 {from}）。',
  'clear.loss-for-targets': '`{loss}` 适合 {min} 到 {max} 的目标值。',
  'clear.output-reach': '来自 {activation} 的输出能够达到 {min} 到 {max} 的目标值。',
  'clear.output-variety': '不同输入得到不同输出（相差其大小的 {share, number, percent}），或者损失在下降。',
  'clear.output-certainty': '答案的肯定程度并不过分（输出最大 {size}）。',
  'clear.dead-layers': '每层失活单元至多 {share, number, percent}，或者损失照样在下降。',
  'clear.saturated-layers': '每层饱和的值至多 {share, number, percent}，或者损失照样在下降。',
  'clear.gradient-flow': '第一层的梯度是最后一层的 {ratio}，或者损失照样在下降。',
  'clear.initial-weights': '初始权重的离散程度合乎常规（{spread}，预期 {usual}），或者损失照样在下降。',
  'clear.linear-net': '{layers} 个层之间有激活函数。',
  'clear.narrow-layer': '没有哪一层比相邻层窄很多（至多 {times} 倍），或者损失照样在下降。',
  'clear.normalization': '网络有 {norms} 个归一化层（带权重的层 {depth} 个），或者没有也能学。',
  'clear.norm-of-batches': 'BatchNorm 每批看到的样本足够多，统计量以通常的速度更新。',
  'clear.modes-apart': '同样的批次在 eval 模式下损失为 {inEval}，在 train 模式下为 {inTrain}。',
  'clear.training-mode': '训练在 train 模式下进行，评估在 eval 模式下进行。',
  'clear.weights-held': '损失能到达的权重都在优化器中（{parameters} 个参数），而且在变动。',
  'clear.gradients-cleared': '各步之间梯度已清零。',
  'clear.steps-tried': '每一步之后该批数据的损失按梯度预计的幅度下降，或者预计的下降足够走完全程。',
  'clear.rate-died': '学习率直到训练结束（或接近结束）都有效。',
  'clear.target-order': '各批次目标值的差异不超过打乱后的应有水平。',
  'clear.update-size': '每一步对权重的改动为其大小的 {usual}（通常为 0.0001 到 0.01），或者损失在下降。',
  'clear.first-non-finite': '查看过的损失和梯度全是有限值。',
  'clear.optimizer-fit': '{optimizer} 适合它所训练的网络，或者损失在下降。',
  'clear.steps-an-epoch': '一轮有 {steps, plural, other {#}} 步，或者损失照样在下降。',
  'clear.resumed-state': '优化器状态随权重一起恢复，或者本来就没有状态可丢。',
  'clear.dropout-cost': '同样的批次不用 dropout 时损失为 {inEval}，用时为 {inTrain}。',

  'irrelevant.activations-unknown': '不知道用了哪些激活函数',
  'irrelevant.batch-norm-too': 'BatchNorm 在两种模式下也不同',
  'irrelevant.epochs-unknown': '不知道一轮有多少步',
  'irrelevant.few-batches': '看到的批次太少',
  'irrelevant.few-examples': '看到的样本太少',
  'irrelevant.few-layers': '这样的层太少',
  'irrelevant.inputs-alike': '所有输入都一样',
  'irrelevant.inputs-normalised': '第一层会把输入归一化',
  'irrelevant.many-labels-each': '一个样本有多个标签',
  'irrelevant.modes-alike': '没有在两种模式下表现不同的 dropout 或 BatchNorm',
  'irrelevant.narrow-on-purpose': '网络要还原自己的输入：窄是有意的',
  'irrelevant.no-batch-norm': '没有 BatchNorm',
  'irrelevant.no-class-numbers': '目标值不是类别编号',
  'irrelevant.no-dropout': '没有 dropout',
  'irrelevant.no-float-inputs': '输入不是实数',
  'irrelevant.no-labels-in-order': '没有看到类别的先后顺序',
  'irrelevant.no-layer-values': '没有任何层有数值',
  'irrelevant.no-modes': '没有看到运行模式',
  'irrelevant.no-output-rows': '没有看到一个批次的输出',
  'irrelevant.no-regression': '这不是回归',
  'irrelevant.no-resume': '这次训练不是恢复的',
  'irrelevant.no-trained-loss': '没有看到用于训练的损失',
  'irrelevant.not-deep': '网络不深，或者自己能保持尺度',
  'irrelevant.several-optimizers': '有多个优化器',
  'irrelevant.targets-alike': '所有目标值都一样',
  'irrelevant.weights-loaded': '权重是加载来的',
  'irrelevant.weights-still': '没有权重在动',
  'irrelevant.watched': '已看到实际运行的情况，改为据此判断',

  'how.deadShare': WATCH,
  'how.evalLossOnTrain': WATCH,
  'how.exampleLoss': WATCH,
  'how.initialWeights': WATCH,
  'how.inputs': WATCH,
  'how.layers': WATCH,
  'how.lossCalls': WATCH,
  'how.optimizers': WATCH,
  'how.order': WATCH,
  'how.outputs': WATCH,
  'how.saturatedShare': WATCH,
  'how.targets': WATCH,
  'how.stepForetold': WATCH,
  'how.stepChange': WATCH,
  'how.updateRatio': WATCH,

  'check.input-scale': '输入的大小是否是网络能接受的？',
  'check.input-values': '输入和目标中是否有缺失值或无穷值？',
  'check.target-scale': '目标值的大小是否适合损失函数？',
  'check.label-range': '标签是否都在输出的类别之内？',
  'check.label-variety': '目标值彼此是否不同？',
  'check.split-labels': '验证集的类别训练时都见过吗？',
  'check.label-order': '标签是否打乱了顺序？',
  'check.repeated-batches': '同一轮内是否重复出现相同的批次？',
  'check.example-losses': '是否少数样本占了大部分损失？',
  'check.output-pairing': '损失函数得到的输入是否合乎要求？',
  'check.loss-for-targets': '损失函数是否适合它的目标？',
  'check.output-reach': '输出激活函数能否达到目标值？',
  'check.output-variety': '不同的输入是否得到不同的答案？',
  'check.output-certainty': '答案的肯定程度是否与损失不符？',
  'check.dead-layers': '某一层是否有许多失活单元？',
  'check.saturated-layers': '隐藏层的值是否停在激活函数的界限上？',
  'check.gradient-flow': '梯度从最后一层到第一层是否保持大小？',
  'check.initial-weights': '初始权重的离散程度是否合适？',
  'check.linear-net': '各层之间是否有激活函数？',
  'check.narrow-layer': '是否有一层比相邻层窄很多？',
  'check.normalization': '深层网络是否缺少归一化层？',
  'check.norm-of-batches': 'BatchNorm 的统计量是否基于足够多的样本？',
  'check.modes-apart': '同一批次在 eval 模式下损失是否更高？',
  'check.training-mode': '训练与评估是否各在自己的模式下运行？',
  'check.weights-held': '优化器是否持有并更新所有权重？',
  'check.gradients-cleared': '各步之间梯度是否清零？',
  'check.steps-tried': '每一步是否实现了梯度预计的下降？',
  'check.rate-died': '学习率计划是否让学习早早结束？',
  'check.target-order': '目标值是否按顺序出现？',
  'check.update-size': '每一步相对权重有多大？',
  'check.first-non-finite': '最先出现非有限值的是什么？',
  'check.optimizer-fit': '优化器是否适合所训练的网络？',
  'check.steps-an-epoch': '一轮的步数是否足够？',
  'check.resumed-state': '优化器状态是否恢复了？',
  'check.dropout-cost': '训练损失中有多少来自 dropout？',
} as const satisfies Readonly<Record<keyof typeof english, string>>
