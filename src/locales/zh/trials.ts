// Chinese sentences around trials: the command, its progress, its verdicts and why they are what they are.

import type { trials as english } from '../en/trials.ts'

export const trials = {
  'cli.verify': '用实验证明病因和疗法：带着疗法重新训练，与对照组比较，并换新的随机种子复核',
  'cli.verify.words': '[病因] -- 训练命令',
  'cli.verify.budget': '全部试验可用的时间：10m、2h；训练次数：30x；或步数：50000steps（默认：20x）',
  'cli.verify.knob': '脚本里设置某项的参数：lr=--lr、batch_size=--bs、width=--hidden=64、seed=--seed',
  'cli.verify.jobs': '同时进行的试验数（默认：由核数、GPU 和内存决定）',
  'cli.verify.resume': '继续中断的实验（默认：.whyloss 里最新的一个）',
  'cli.verify.runner': 'local 或 slurm',
  'cli.verify.slurm': '传给 sbatch 的其他选项："--partition=gpu --gres=gpu:1"',
  'cli.verify.cap': '在 Slurm 上：全部试验最多可预约的处理器和 GPU 时间：20h（默认：不限）',
  'cli.verify.folder': '存放试验及其记录的文件夹（默认：.whyloss/时间）',
  'cli.verify.after': `
示例：
  whyloss verify -- python train.py
  whyloss verify learning-rate-too-high --budget 10m -- python train.py
  whyloss verify --knob lr=--lr --knob batch_size=--bs -- python train.py --lr 0.1
  whyloss verify --runner slurm --slurm "--partition=main" -- python train.py
  whyloss verify --resume

脚本和文件都不会被改动：每次试验在当前文件夹的副本里进行，改动只发生在它的进程内部。
疗法在至少五个新的随机种子上都胜过不用它的训练，才算得到证实。
`,
  'cli.error.verify.nothing': 'verify 需要训练命令：whyloss verify -- python train.py',
  'cli.error.verify.cause':
    '没有叫 {name} 的病因{nearest, select, none {} other {；是否想输入 {nearest}}}。whyloss explain 会列出全部病因。',
  'cli.error.verify.budget': '预算应是时间，例如 10m、2h，训练次数，例如 30x，或步数，例如 50000steps，而不是 {text}。',
  'cli.error.verify.jobs': '--jobs 应是不小于 1 的整数，而不是 {text}。',
  'cli.error.verify.knob': '--knob 要说明参数设置的是什么：--knob lr=--lr 或 --knob width=--hidden=64，而不是 {text}。',
  'cli.error.verify.runner': '试验可以在 local 或 slurm 上运行，不支持 {name}。',
  'cli.error.verify.resume': '{path} 里没有可以继续的实验；请用 whyloss verify -- python train.py 开始一个',
  'cli.error.verify.folder':
    '文件夹 {path} 里已有另一个实验；用 whyloss verify --resume {path} 继续它，或换一个文件夹。',
  'cli.error.verify.crashed': '训练本身就会失败，无法试验任何疗法：{error}。输出见 {path}',
  'cli.error.verify.silent':
    '训练结束了，却没有 whyloss 能读到的损失，无从比较。请每轮打印一次损失，或由 PyTorch、Keras 来计算：whyloss run -- 命令 会显示它看到了什么。',
  'cli.error.verify.stepless': '看不到这个训练的步数：请用时间（10m）或训练次数（30x）给出 --budget。',
  'cli.error.verify.small': '{budget} 的预算太小：到时一次训练还没结束。不下任何结论；请用 --budget 放宽。',
  'cli.error.verify.early': '第一次训练还没结束就停止了：不下任何结论。whyloss verify --resume 会重新开始。',
  'cli.verify.kept': '试验保存在 {path}。继续：whyloss verify --resume {path}',
  'cli.verify.stopping': '正在停止试验；已完成的会保留。再按一次 Ctrl-C 立即退出。',
  'cli.verify.page': '包含全部试验的页面：{path}',

  'trial.progress.baseline': '按原样训练一次',
  'trial.progress.screen': '用同一个种子逐个试疗法',
  'trial.progress.confirm': '用新的种子复核最好的一个',
  'trial.progress.line': '{phase}：{running}（已完成 {done} 次试验，最多还需 {left}）',
  'trial.progress.best': '目前最好 {change}：{name} {value, number}，原样为 {own, number}',
  'trial.change.none': '原样',
  'trial.change.seed': '{change}，种子 {seed}',

  'trial.summary.verified':
    '已证实：{cause}。疗法在 {pairs} 个新种子上胜过{against, select, rate {单独调整学习率} other {原样训练}}。',
  'trial.summary.kept': '保持现状即可：{tried, plural, =0 {没有可试的疗法} other {试过的 # 个疗法都没有明显更好}}。',
  'trial.summary.undecided': '未定：没有疗法得到证实，也没有全部排除。',
  'trial.summary.nothing': '未定：诊断建议的疗法在这里都无法试验。',
  'trial.summary.cut': '{why, select, budget {预算用完了} other {实验被中止了}}，还没有证实任何结论。',
  'trial.test.for': '试过：{test}。{shown}这支持“{cause}”，而不是“{other}”。',
  'trial.test.open': '试过：{test}。{shown}这区分不开“{cause}”和“{other}”。',
  'trial.test.share': '损失最终是起始值的 {share, number, percent}。',
  'trial.test.gain': '{name} 的收益：{better, select, down {{gain, number, percent}} other {{gain, number}}}。',
  'trial.reason.proven': '在新种子上更好，超出偶然，也足够有意义',
  'trial.reason.no-effect': '在新种子上没有更好',
  'trial.reason.too-small': '改善太小，不值得改动',
  'trial.reason.uncertain': '种子之间差异太大，看不出结果',
  'trial.reason.few-pairs': '试过的种子不够：另一个疗法同样有效',
  'trial.reason.budget': '预算用完了',
  'trial.reason.not-better': '在脚本自己的种子上没有更好',
  'trial.reason.rate-alone': '不比单独调整学习率更好',
  'trial.reason.not-applied': '无法在进程内部实施：{error}',
  'trial.reason.crashed': '带着它训练失败了：{error}',
  'trial.reason.memory': '它需要的内存超过原样训练的两倍：{error} MB',
  'trial.reason.late': '它花的时间超过原样训练的四倍：{error} 秒',
  'trial.reason.no-measure': '没有得到可比较的指标',
  'trial.reason.deaf-flag': '脚本没有理会这个参数：曲线一个数字都没变',
  'trial.refused.no-optimizer': '没有优化器执行更新',
  'trial.refused.no-loader': '批次是手工切分的',
  'trial.refused.no-layer': '没有这样的层',
  'trial.refused.no-loss': '损失是手写的',
  'trial.refused.loaded': '权重来自文件',
  'trial.refused.unknown-data': '无法改动数据来源',
  'trial.refused.same': '本来就是这样',
  'trial.refused.broken': 'whyloss 自身出错',
  'trial.refused.unsupported': '这个训练里做不到',
  'trial.reason.other-meaning': '它改变了训练损失的含义，又没有留出数据可供评判',
  'trial.reason.by-hand': '需要手工完成',
  'trial.note.unseeded': '脚本没有设置随机种子，各次运行会随机地不同；每次试验都由 whyloss 给定了种子。',
  'trial.note.own-loss': 'whyloss 看不到留出数据；各组按 {name} 比较，它不能说明在新数据上的表现。',
  'trial.note.other-meaning': '有些疗法会改变训练损失的含义，不能用它评判。请让脚本每轮在留出数据上计算损失或得分。',
  'trial.note.unvalued': '不知道 {flag} 现在设为多少；请在 --knob 里写明：--knob 名称={flag}=值。',
  'trial.note.by-hand': '有 {count} 个疗法无法在进程内部实施；可以通过脚本的参数来做：--knob 名称=--参数。',

  'check.tried-remedies': '有没有疗法在新的种子上得到证实，或者毫无作用？',
  'clear.tried-remedies': '试过的 {remedies} 个疗法都没有得出结论。',
  'claim.remedy-verified':
    '在 {seeds} 个新种子上，用疗法时 {metric} 最终为 {with, number}，不用时为 {without, number}。',
  'claim.remedy-in-vain': '针对它试过的 {remedies} 个疗法没有让训练变好。',
  'irrelevant.no-remedy-tried': '没有试过疗法',
  'evidence.trial': '疗法试验',
  'how.trial': '运行 whyloss verify，并附上训练命令。',
} as const satisfies Readonly<Record<keyof typeof english, string>>
