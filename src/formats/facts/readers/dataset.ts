// Which well-known data set the run trains on, and how many classes that has.

import { anyOf, type Names, nameOf } from '../names.ts'
import { defineFactReader } from '../reader.ts'
import { isImport, L, pattern, refused, says } from '../words.ts'

const DATASETS: Names = [
  ['fashion-mnist', 'fashion[ _-]?mnist'],
  ['kmnist', 'kmnist'],
  ['emnist', 'emnist'],
  ['mnist', 'mnist'],
  ['cifar-100', 'cifar[ _-]?100'],
  ['cifar-10', 'cifar[ _-]?10'],
  ['tiny-imagenet', 'tiny[ _-]?imagenet'],
  ['imagenet', 'imagenet(?:[- ]?1k)?|ilsvrc(?:-?2012)?'],
  ['svhn', 'svhn'],
  ['coco128', 'coco ?128'],
  ['coco', '(?:ms[- ]?)?coco(?:[ -]?20\\d\\d)?'],
  ['voc', '(?:pascal[ -]?)?voc(?:[ -]?20\\d\\d)?'],
  ['imdb', 'imdb'],
  ['market-1501', 'market[- ]?1501'],
  ['librispeech', 'librispeech'],
  ['boston-housing', 'boston[ _]housing'],
  ['iris', 'iris(?= (?:data|dataset)|数据集|[._]data)'],
  ['titanic', 'titanic'],
  ['celeba', 'celeba'],
  ['openwebtext', 'openwebtext'],
  ['wikitext', 'wikitext(?:-?\\d+)?'],
]
const CLASSES: Readonly<Record<string, number>> = {
  mnist: 10,
  'fashion-mnist': 10,
  kmnist: 10,
  'cifar-10': 10,
  'cifar-100': 100,
  imagenet: 1000,
  'tiny-imagenet': 200,
  svhn: 10,
  imdb: 2,
}
const NAME = pattern(`${L}${anyOf(DATASETS)}(?![a-zа-яё])(?!/|\\\\)`)
/** Set beside another run, or only where weights come from. */
const BESIDE =
  /pre-?train|weights|fine-?tun|from_pretrained|transfer|预训练|微调|предобуч|дообуч|веса|works? (?:fine|well|great)|\b(?:is|are|was|works|runs) (?:fine|ok|okay|correct)|no problem|similar to|like the|unlike|same as|正常|в порядке|没(?:有)?问题|类似|работает|нормально|всё хорошо|все хорошо|похож|\b(?:follow(?:ed|ing)?|example|tutorial|code) .{0,24}\bbut\b|\bmy own (?:data|images|dataset)|自己的(?:数据|图片)|参考|сво(?:и|их|ими) (?:данн|картин|изобр)|по примеру/i

export default defineFactReader({
  name: 'dataset',
  cues: [
    'mnist',
    'cifar',
    'imagenet',
    'ilsvrc',
    'svhn',
    'coco',
    'voc',
    'imdb',
    'market',
    'libri',
    'boston',
    'iris',
    'titanic',
    'celeb',
    'webtext',
    'wikitext',
  ],
  read(sentence) {
    const { text } = sentence
    if (BESIDE.test(text) || (isImport(text) && !/datasets?/.test(text))) return []
    const match = [...text.matchAll(NAME)].find((one) => !refused(text, one))
    const name = match && nameOf(DATASETS, match[0])
    if (!match || !name) return []
    const classes = CLASSES[name]
    return [
      says(sentence, 'dataset', name, match),
      ...(classes && !/\d ?(?:class|类|класс)/i.test(text) ? [says(sentence, 'classes', classes, match)] : []),
    ]
  },
})
