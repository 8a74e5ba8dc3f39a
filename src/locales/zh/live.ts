// Chinese sentences of the room `live`.

import type { live as english } from '../en/live.ts'

export const live = {
  'live.not-finite': '{metric} 变成了 {is}',
  'live.diverged': '{metric} 一去不返，从 {first} 到 {last}',
  'live.not-moved': '看了 {looks, plural, other {#}} 次，没有一个权重动过',
  'live.line.fatal': '{named, select, yes {{run}，} other {}}第 {at} {axis, select, epoch {轮} other {步}}：{what}。',
  'live.line.fatal-because':
    '{named, select, yes {{run}，} other {}}第 {at} {axis, select, epoch {轮} other {步}}：{what}。最可能的原因：{cause}（{certainty}）。',
  'live.line.fault':
    '{named, select, yes {{run}，} other {}}第 {at} {axis, select, epoch {轮} other {步}}：{cause}（{certainty}）。{claim}',

  'live.none.inner': '这个命令里还有一个 whyloss run 在观测，报告见上文。',
  'live.shut':
    'Python 带着 {flag} 启动，记录器无法进入，只能读取打印的内容。请去掉 {flag}，或在脚本里加上：import whyloss; whyloss.watch(model, optimizer)',
  'live.none.python':
    '什么也没有记录到：没有 Python 3.9 或更新的版本在这里训练或打印过内容，或者 PYTHONPATH 被重新设置了。后一种情况请在脚本里加上：import whyloss; whyloss.watch(model, optimizer)',
  'live.none.shell':
    '什么也没有记录到：这个命令里没有 Python 3.9 或更新的版本训练或打印过内容。如果某个脚本重新设置了 PYTHONPATH，请在训练代码里加上：import whyloss; whyloss.watch(model, optimizer)',
  'live.none.untrained': '这里没有能看到的训练，打印的内容里也没有像损失或指标的东西。',
  'live.none.text': '打印的内容里没有像损失或指标的东西。',
  'live.none.silent': '这个命令什么也没有打印，因此无从判断。',
  'live.none.unread': '什么也读不到：命令直接写到终端。把它的输出接到 cat，打印的内容就能读到。',
} as const satisfies Readonly<Record<keyof typeof english, string>>
