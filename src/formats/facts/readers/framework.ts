// Which library trains the model.

import type { Fact } from '../../../record/fact.ts'
import { FRAMEWORKS, frameworkRank, nameOf, word } from '../names.ts'
import { defineFactReader } from '../reader.ts'
import { isImport, pattern, refused, says } from '../words.ts'

const NAMED = pattern(word(FRAMEWORKS))
const CODE: readonly (readonly [string, RegExp])[] = [
  ['hf-trainer', /\btrainingarguments\(|(?<![.\w])trainer\(|"transformers_version"/],
  ['lightning', /\bpl\.(?:trainer|lightningmodule)\b|\bl\.trainer\(/],
  ['keras', /\bmodel\.(?:compile|fit_generator)\(|\bsequential\(\)|\btf\.keras\b|\bmodel\.add\(|\bmodel\.fit\(/],
  [
    'pytorch',
    /\bnn\.(?:module|linear|conv\dd|crossentropyloss|bce\w+|sequential|mseloss)\b|\boptim\.(?:sgd|adam\w*)\(|\bloss\.backward\(\)|\.zero_grad\(\)/,
  ],
  ['lightgbm', /\blgb\.(?:train|dataset|lgbm)|\bnum_leaves\b/],
  ['xgboost', /\bxgb\.(?:train|dmatrix|xgb)/],
  ['caffe', /\bbase_lr\s?:|\bsoftmaxwithloss\b/],
  ['darknet', /\bsubdivisions\s?=/],
  ['detectron2', /\bims_per_batch\b/],
]

export default defineFactReader({
  name: 'framework',
  read(sentence) {
    const { text } = sentence
    const found: Fact[] = []
    for (const [name, form] of CODE) {
      const match = form.exec(text)
      if (match) found.push(says(sentence, 'framework', name, match))
    }
    if (!/numpy/i.test(text) || !isImport(text))
      for (const match of text.matchAll(NAMED)) {
        const name = refused(text, match) || isElsewhere(text, match) ? undefined : nameOf(FRAMEWORKS, match[0])
        if (name) found.push(says(sentence, 'framework', name, match))
      }
    return found.sort((a, b) => frameworkRank(String(b.value)) - frameworkRank(String(a.value))).slice(0, 1)
  },
})

/** A name in a path or an address is where something lies, not what was used. */
function isElsewhere(text: string, match: RegExpExecArray): boolean {
  return (
    /[/\\@]$/.test(text.slice(0, match.index)) ||
    /^[/\\]|^\.(?:com|org|io)\b/.test(text.slice(match.index + match[0].length))
  )
}
