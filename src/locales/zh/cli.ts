// Chinese sentences of the room `cli`.

import type { cli as english } from '../en/cli.ts'

export const cli = {
  'cli.about': '神经网络训练的医生：我的损失为什么是这样？',
  'cli.help.version': '显示版本',
  'cli.help.help': '显示本帮助',
  'cli.help.command': '显示某个命令的帮助',
  'cli.help.after': `

示例：
  whyloss diagnose train.log                    损失为什么是这样？
  python train.py 2>&1 | whyloss diagnose       同上，从管道读取
  whyloss run -- python train.py                同上，在训练时实时观测
  whyloss diagnose runs/                        目录里的每一次训练
  whyloss audit --train a.csv --val b.csv       训练之前或与训练一起，检查数据及其划分
  whyloss verify -- python train.py             试用疗法，并用新的种子证实
  whyloss explain learning-rate-too-high        是什么、怎样辨认、怎么办

尚未提供：serve、compare、mcp。`,
  'cli.diagnose': '读取已有的记录（日志、训练目录、粘贴的问题），指出原因',
  'cli.diagnose.paths': '日志、事件文件、历史或目录；- 或不写则读标准输入',
  'cli.diagnose.format': 'text、json、html 或 md（默认看 --out 的扩展名，否则为 text）',
  'cli.diagnose.json': '等同于 --format json',
  'cli.diagnose.out': '写入这个文件，而不是标准输出',
  'cli.diagnose.lang': '语言：en、zh 或 ru（默认取自区域设置）',
  'cli.diagnose.fact': '补充记录里没有的事实，或更正一条；可重复使用',
  'cli.diagnose.failOn': '有证据充分（或至少很可能）的故障时以 1 退出（默认 never）',
  'cli.diagnose.listUnchecked': '列出所有未能进行的检查，以及怎样补齐所缺',
  'cli.diagnose.last': '有多个训练时，只看最后 <count> 个',
  'cli.diagnose.follow': '文件增长时持续更新；按 Ctrl-C 或所有记录结束后给出最终报告',
  'cli.diagnose.after': `

示例：
  whyloss diagnose train.log
  whyloss diagnose runs/ --json --out report.json
  whyloss diagnose runs/ --out report.html             一页报告，可查看、发送和打印
  whyloss diagnose train.log --fact learning_rate=0.01 --fact classes=10
  whyloss diagnose train.log --fail-on strong          用于脚本或 CI
  whyloss diagnose .whyloss/2026-01-31T12-00-00 --follow    记录进行中，随时更新
  whyloss diagnose                                     粘贴后按 Ctrl-D

退出码：
  0  已回答，无论训练健康与否
  1  发现故障，且 --fail-on 要求如此
  2  输入无法读取，或 whyloss 自身出错
  3  证据太少，无法下结论`,
  'cli.run': '运行一个命令，实时观测其中的训练；代码一行也不用改',
  'cli.run.command': '要运行的命令，与不用 whyloss 时一样；前面加 -- 把它的选项隔开',
  'cli.run.out': '存放记录和报告的目录（默认 .whyloss/<时间>）',
  'cli.run.format': 'text 在结束时打印；json、html 和 md 写成该目录里的文件（默认 text）',
  'cli.run.failOn': '命令成功但有证据充分（或至少很可能）的故障时以 1 退出（默认 never）',
  'cli.run.stopOn': 'fatal：损失不再是数、一去不返，或权重从不动时，结束命令',
  'cli.run.webhook': '结束时把诊断结果以 JSON 发送到这个地址',
  'cli.run.after': `

示例：
  whyloss run -- python train.py --lr 0.1
  whyloss run --stop-on fatal -- torchrun --nproc_per_node 2 train.py
  whyloss run --out runs/7 --fail-on strong -- bash train.sh
  whyloss run -- ./train                               不是 Python：读取它打印的内容

标准输出只属于命令；whyloss 只写标准错误。

退出码：
  与命令相同；被信号结束时为 128 加信号编号
  1    命令成功，但发现故障，且 --fail-on 要求如此
  2    whyloss 的用法有误
  4    按 --stop-on 的要求结束了命令
  126  命令不能执行
  127  找不到命令`,

  'cli.explain': '详细解释一个原因、一项检查或一种格式；不写名称则列出全部',
  'cli.explain.name': '原因、检查或格式的 id，与报告中所印相同',
  'cli.explain.format': 'text 或 md（默认 text）',
  'cli.paste': '请粘贴日志或问题，然后按 Enter 和 Ctrl-D。',
  'cli.stdin': '标准输入',
  'cli.reading': '正在读取 {path}',
  'cli.wrote': '已写入 {path}（{size}）。',
  'cli.run.wrote': '记录和报告在 {folder}；用 whyloss diagnose {folder} 可再次读取。',
  'cli.run.stopped': '已按 --stop-on 的要求结束命令：{line}',
  'cli.run.elsewhere': '这里无法建立目录；记录在 {folder}。',
  'cli.run.cut': '命令打印的内容超过了保留的上限：有 {size} 未保留。',
  'cli.run.webhook.failed': '诊断结果未能发送（{reason}）。',
  'cli.run.failed': '观测出错（{reason}）；命令未受影响。',

  'cli.error.line': 'whyloss：{message}',
  'cli.error.planned': '命令 {name} 还不存在。',
  'cli.error.format.unknown': '没有 {name} 这种格式；可用 text、json、html 和 md。',
  'cli.error.language.unknown': '没有 {name} 这种语言；可用 en、zh 和 ru。',
  'cli.error.failOn.unknown': '--fail-on 接受 strong、likely 或 never，而不是 {name}。',
  'cli.error.fact.shape': '--fact 接受 NAME=VALUE，而不是 {given}。',
  'cli.error.fact.unknown': '没有名为 {name} 的事实；最接近的是 {nearest}。',
  'cli.error.fact.value':
    '--fact {name} 接受{kind, select, number {一个数} count {一个不小于 0 的整数} share {0 到 1 之间的比例} yes { true 或 false} range {两个数：LOW,HIGH} numbers {以逗号分隔的数} words {以逗号分隔的词} text {一个词} other {下列之一：{kind}}}，而不是 {value}。',
  'cli.error.last': '--last 需要 1 以上的整数，而不是 {given}。',
  'cli.error.follow.stdin': '--follow 只接受文件和目录，不接受标准输入。',
  'cli.error.run.nothing': 'run 需要一个命令：whyloss run -- python train.py',
  'cli.error.run.not-found': '{name}：没有这个命令。',
  'cli.error.run.not-executable': '{name}：不能执行。',
  'cli.error.stopOn.unknown': '--stop-on 只接受 fatal，而不是 {name}。',
  'cli.error.webhook': '--webhook 接受以 http:// 或 https:// 开头的地址，而不是 {address}。',
  'cli.error.page': '页面尚未构建；请先运行 `npm run build`。',
  'cli.error.out': '无法写入 {path}（{reason}）。',
  'cli.error.command.path': '{name} 不是命令。是否想用：whyloss diagnose {name}',
  'cli.error.command.unknown': '没有命令 {name}；whyloss --help 会列出全部命令。',
  'cli.error.option.unknown': '没有选项 {name}{nearest, select, none {} other {；最接近的是 {nearest}}}。',
  'cli.error.option.value': '选项 {name} 需要一个值。',
  'cli.error.explain.unknown': '没有名为 {name} 的原因、检查或格式；最接近的是 {nearest}。',
  'cli.error.explain.format': 'explain 支持 text 或 md，而不是 {name}。',
  'cli.error.slurm.missing': '找不到 {name}；--runner slurm 需要本机装有 Slurm 的命令。',
  'cli.error.slurm.refused': 'Slurm 拒绝了作业：{sentence}',
  'cli.error.slurm.never': '作业 {job} 按现在的要求永远无法启动；Slurm 给出的原因是 {reason}。',
  'cli.error.slurm.unseen':
    '作业 {job} 正在节点 {node} 上运行或已经结束，但在 {folder} 中看不到它写的任何内容；该目录必须位于本机与计算节点共享的存储上。',
  'cli.error.slurm.failed':
    '作业 {job} 在训练开始前就结束了（{state}，节点 {node}）；它的输出在 {logs}。计算节点必须能访问实验目录和 whyloss 本身。',
  'cli.error.slurm.option': '--slurm 不接受 {name}；它由 whyloss 自行设定。',
  'cli.error.trial.folder': '{folder} 中没有试验，或者从本机看不到该目录。',
  'cli.error.usage': '{message}',
} as const satisfies Readonly<Record<keyof typeof english, string>>
