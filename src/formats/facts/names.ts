// The names that askers and libraries give to optimizers, losses, activations, frameworks and models, and ours for them.

import { L, R } from './words.ts'

export type Names = readonly (readonly [name: string, source: string])[]

export const OPTIMIZERS: Names = [
  ['adamw', '(?:paged_)?adamw(?:_[a-z0-9_]+)?|adam-w'],
  ['nadam', 'nadam'],
  ['radam', 'radam|rectified ?adam'],
  ['adamax', 'adamax'],
  ['adam', 'adam(?:optimizer)?'],
  ['adabound', 'adabound'],
  ['adadelta', 'ada[- ]?delta(?:optimizer)?'],
  ['adagrad', 'ada[- ]?grad(?:optimizer)?'],
  ['adafactor', 'adafactor'],
  ['rmsprop', 'rms[- _]?prop(?:optimizer)?'],
  [
    'sgd',
    'sgdm?|momentumoptimizer|gradientdescent(?:optimizer)?|(?:stochastic )?gradient descent|随机梯度下降|стохастическ[а-яё]+ градиентн[а-яё]+ спуск[а-яё]*',
  ],
  ['lamb', 'lamb(?=optimizer|[(,\'"]|$)'],
  ['lars', 'lars'],
  ['lion', 'lion(?=[(,\'"]|$)'],
  ['lbfgs', 'l-?bfgs'],
  ['ftrl', 'ftrl'],
  ['rprop', 'rprop'],
  ['muon', 'muon'],
  ['novograd', 'novograd'],
]

export const ACTIVATIONS: Names = [
  ['leaky-relu', 'leaky[ _-]?relu'],
  ['prelu', 'prelu'],
  ['relu6', 'relu6'],
  ['selu', 'selu'],
  ['gelu', 'gelu'],
  ['celu', 'celu'],
  ['elu', 'elu'],
  ['relu', 'relu'],
  ['hard-sigmoid', 'hard[ _-]?sigmoid'],
  ['log-softmax', 'log[ _-]?softmax'],
  ['softmax', 'softmax'],
  ['sigmoid', 'sigmoid[ae]?|сигмоид[а-яё]*|logistic'],
  ['tanh', 'tanh|hyperbolic tangent|гиперболическ[а-яё]+ тангенс[а-яё]*'],
  ['swish', 'swish'],
  ['silu', 'silu'],
  ['mish', 'mish'],
  ['softplus', 'softplus'],
  ['softsign', 'softsign'],
  ['linear', 'linear|identity|линейн[а-яё]+|线性(?!层|回归|模型|衰减)'],
]

export const FRAMEWORKS: Names = [
  ['hf-trainer', 'trainingarguments|trainer\\.train|hugging ?face trainer|hf trainer|seq2seqtrainer|sfttrainer'],
  ['lightning', '(?:pytorch[- _]?)?lightning|pl\\.trainer|lightningmodule'],
  ['fastai', 'fast\\.?ai'],
  ['detectron2', 'detectron2?'],
  ['mmdetection', 'mmdet(?:ection)?|mmcv|mmengine'],
  ['fairseq', 'fairseq'],
  ['ultralytics', 'ultralytics'],
  ['deepspeed', 'deepspeed'],
  ['darknet', 'darknet'],
  ['lightgbm', 'lightgbm|lgbm?|lgb\\.train'],
  ['xgboost', 'xgboost|xgb'],
  ['catboost', 'catboost[a-z]*'],
  ['sklearn', 'sklearn|scikit-learn|mlpclassifier|mlpregressor'],
  ['paddle', 'paddle(?:paddle)?'],
  ['mindspore', 'mindspore'],
  ['mxnet', 'mxnet|gluon'],
  ['caffe', 'caffe2?'],
  ['chainer', 'chainer'],
  ['keras', 'keras(?:-tuner)?'],
  ['flax', 'flax'],
  ['jax', 'jax'],
  ['pytorch', 'py ?torch|torch(?:vision|text)?'],
  ['tensorflow', 'tensor ?flow|tf(?:2|1)?(?=\\.|$| |,)'],
  ['theano', 'theano'],
  [
    'numpy',
    'numpy(?= ?(?:net|network|implementation|only|mlp|nn|手写|实现|搭建|写)|$)|(?<=сет[ьи] на |^)numpy(?=$|,| и )|(?:plain|pure|raw|only|чист[а-яё]+|纯|только на|написан[а-яё]* на) ?numpy',
  ],
]

/** Names of families; the general ones stand last and give way to a special one. */
export const MODELS: Names = [
  ['resnet', '(?:wide[- ]?|se-?)?res-?net(?:-?\\d+)?(?:v\\d)?|resnext(?:-?\\d+)?|wrn'],
  ['vgg', 'vgg(?:-?\\d+)?'],
  ['inception', '(?:google ?net|inception(?:[- ]?v?\\d|[- ]?resnet)?)'],
  ['alexnet', 'alexnet|caffenet'],
  ['lenet', 'lenet(?:-?5)?'],
  ['mobilenet', 'mobilenet(?:[- _]?v\\d)?'],
  ['efficientdet', 'efficientdet(?:-?d\\d)?'],
  ['efficientnet', 'efficientnet(?:[- ]?[bv]\\d)?'],
  ['densenet', 'densenet(?:-?\\d+)?'],
  ['shufflenet', 'shufflenet(?:[- ]?v\\d)?'],
  ['squeezenet', 'squeezenet'],
  ['unet', 'u-?net(?:\\+\\+)?'],
  ['centernet', 'centernet'],
  ['retinanet', 'retinanet'],
  ['yolo', 'yolo(?:[- ]?v?\\d+[a-z]?)?(?:-tiny)?'],
  ['ssd', 'ssd(?:300|512)'],
  ['faster-rcnn', '(?:faster|mask|cascade)[- ]?r-?cnn'],
  ['bert', '(?:distil|ro|al|de)?bert(?:a)?(?:-(?:base|large)[a-z-]*)?'],
  ['t5', 'm?t5(?:-(?:small|base|large))?'],
  ['gpt', '(?:nano|mini)?-?gpt(?:-?[234j])?'],
  ['llama', '(?:tiny|code)?-?llama(?:[- ]?\\d(?:\\.\\d)?)?'],
  ['mistral', 'mistral|mixtral'],
  ['qwen', 'qwen(?:\\d(?:\\.\\d)?)?'],
  ['vit', 'vit(?:-[bls])?(?:/?\\d\\d)?|vision transformer'],
  ['wavenet', 'wavenet'],
  ['seq2seq', 'seq2seq|encoder-decoder'],
  [
    'gradient-boosting',
    'lightgbm|xgboost|catboost|gradient[- ]boost(?:ing|ed)[a-z ]*|梯度提升树?|градиентн[а-яё]+ бустинг[а-яё]*',
  ],
  ['gan', '(?:dc|w|c|cycle)?gan'],
  ['vae', '(?:beta-)?vae|variational auto-?encoder'],
  ['diffusion', 'ddpm|diffusion model|диффузионн[а-яё]+ модел[а-яё]+|扩散模型'],
  ['autoencoder', 'auto-?encoder|自编码器?|автоэнкодер[а-яё]*|автокодировщик[а-яё]*'],
  ['gnn', 'gcn|gnn|graph (?:convolutional|neural) network|图(?:卷积|神经)网络|графов[а-яё]+ (?:нейро)?сет[а-яё]+'],
  ['lstm', '(?:bi-?)?(?:conv)?lstm'],
  ['gru', '(?:bi-?|li-?)?gru'],
  ['transformer', 'transformer|трансформер[а-яё]*'],
  ['rnn', 'rnn|recurrent (?:neural )?net(?:work)?|循环神经网络|рекуррентн[а-яё]+ (?:нейро)?[а-яё ]*сет[а-яё]+'],
  [
    'cnn',
    'cnn|conv(?:olutional)?[- ]?(?:neural[- ])?net(?:work)?|卷积(?:神经)?网络|св[её]рточн[а-яё]+ (?:нейро)?[а-яё ]*сет[а-яё]+',
  ],
  [
    'mlp',
    'mlp|multi-?layer perceptron|fully[- ]connected (?:neural )?net(?:work)?|feed-?forward (?:neural )?net(?:work)?|多层感知机|全连接(?:神经)?网络|полносвязн[а-яё]+ (?:нейро)?[а-яё ]*сет[а-яё]+|перцептрон[а-яё]*',
  ],
]

/** One pattern for all names of a list. */
export function anyOf(names: Names): string {
  return `(?:${names.map(([, source]) => source).join('|')})`
}

const compiled = new WeakMap<Names, readonly (readonly [string, RegExp])[]>()

/** Our name for the words of a text that `anyOf` matched, or undefined. */
export function nameOf(names: Names, text: string): string | undefined {
  let patterns = compiled.get(names)
  if (!patterns) {
    patterns = names.map(([name, source]) => [name, new RegExp(`^(?:${source})$`, 'i')] as const)
    compiled.set(names, patterns)
  }
  const plain = text.trim()
  return patterns.find(([, whole]) => whole.test(plain))?.[0]
}

/** A pattern for any name as a word of its own. */
export function word(names: Names): string {
  return `${L}${anyOf(names)}${R}`
}

const BASES = new Set(['tensorflow', 'theano', 'pytorch', 'numpy', 'jax'])
/** How special a framework is: Keras says more than the TensorFlow below it. */
export function frameworkRank(name: string): number {
  if (name === 'theano' || name === 'numpy') return 0
  if (name === 'deepspeed') return 3
  return BASES.has(name) ? 1 : 2
}

const GENERAL = new Set(['cnn', 'rnn', 'mlp', 'transformer', 'seq2seq'])
/** How special a model's name is: ResNet says more than convolutional network. */
export function modelRank(name: string): number {
  return GENERAL.has(name) ? 1 : 2
}
