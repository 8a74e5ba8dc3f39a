// The code of a remedy: as every framework has it, or as the user's does.

import type { Code } from './explanation.ts'
import snippets from './snippets.generated.json' with { type: 'json' }

const FRAMEWORKS = [
  { key: 'pytorch', framework: 'PyTorch', language: 'python', file: 'pytorch.py' },
  { key: 'keras', framework: 'Keras', language: 'python', file: 'keras.py' },
  { key: 'tensorflow', framework: 'TensorFlow.js', language: 'javascript', file: 'tensorflow.mjs' },
] as const

/** The code of a remedy in each framework that has it. */
export function codeOf(remedy: string): Code[] {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = snippets
  return FRAMEWORKS.flatMap(({ key, framework, language, file }) => {
    const text = known[remedy]?.[key]
    return text === undefined ? [] : [{ framework, language, text, path: `snippets/${remedy}/${file}` }]
  })
}

const BY_NAME: readonly (readonly [name: RegExp, framework: string])[] = [
  [/tensorflow-?\.?js|tfjs/i, 'TensorFlow.js'],
  [/keras|tensorflow/i, 'Keras'],
  [/torch|lightning|hf-trainer|fastai|detectron|mmdetection|fairseq|ultralytics|deepspeed/i, 'PyTorch'],
]

/** Its code in the framework that a fact names; undefined where that framework is unknown or has none. */
export function codeIn(framework: string, remedy: string): Code | undefined {
  const known = BY_NAME.find(([name]) => name.test(framework))?.[1]
  return codeOf(remedy).find((code) => code.framework === known)
}
