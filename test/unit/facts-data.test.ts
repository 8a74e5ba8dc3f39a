// What people say of their data, their model and their trouble, in three languages.

import { describe, expect, it } from 'vitest'
import { told, uncued } from './facts-told.ts'

type Examples = readonly (readonly [text: string, facts: Record<string, unknown>])[]

const EXAMPLES: Readonly<Record<string, Examples>> = {
  classes: [
    ['It is a problem with 7 classes.', { classes: 7 }],
    ['a 3-class classifier', { classes: 3, task: 'classification' }],
    ['num_classes=1000', { classes: 1000 }],
    ['labels from 0 to 4', { classes: 5 }],
    ['This is binary classification.', { classes: 2, task: 'classification' }],
    ['一共有6个类别', { classes: 6 }],
    ['这是一个二分类问题', { classes: 2, task: 'classification' }],
    ['标签是0-9的整数', { classes: 10 }],
    ['Всего 15 классов.', { classes: 15 }],
    ['бинарная классификация текстов', { classes: 2, task: 'classification' }],
  ],
  dataset: [
    ['I train a small network on CIFAR-10', { dataset: 'cifar-10', classes: 10 }],
    ['(x_train, y_train), _ = keras.datasets.mnist.load_data()', { dataset: 'mnist' }],
    ['在ImageNet上训练', { dataset: 'imagenet' }],
    ['Учу на Fashion-MNIST', { dataset: 'fashion-mnist' }],
  ],
  'target-range': [
    ['The regression targets lie between -1 and 1.', { target_range: [-1, 1], task: 'regression' }],
    ['target values are in [0, 100]', { target_range: [0, 100] }],
    ['目标值在[-5, 5]之间', { target_range: [-5, 5] }],
    ['回归任务,标签范围是0到1', { target_range: [0, 1], task: 'regression' }],
    ['целевые значения от -1 до 1', { target_range: [-1, 1] }],
    ['таргет в диапазоне [0, 1]', { target_range: [0, 1] }],
  ],
  examples: [
    ['I have 5000 training samples and 500 validation samples.', { examples_train: 5000, examples_val: 500 }],
    ['train: 800, val: 200', { examples_train: 800, examples_val: 200 }],
    ['The training set contains 12,500 images.', { examples_train: 12500 }],
    ['x_train shape: (60000, 28, 28)', { examples_train: 60000 }],
    ['My dataset has 60k rows', { examples_train: 60000 }],
    ['训练集有3000张图片,验证集有500张', { examples_train: 3000, examples_val: 500 }],
    ['训练/验证样本数为8000/2000', { examples_train: 8000, examples_val: 2000 }],
    ['数据一共1.2万条', { examples_train: 12000 }],
    ['обучающая выборка 5000, проверочная 1000', { examples_train: 5000, examples_val: 1000 }],
    ['В обучающей выборке 12 000 примеров, в тестовой 3 000', { examples_train: 12000, examples_test: 3000 }],
    ['Всего 700 картинок.', { examples_train: 700 }],
  ],
  normalization: [
    ['The inputs are normalized to zero mean.', { inputs_normalized: true }],
    ['x_train = x_train / 255.0', { inputs_normalized: true, input_range: [0, 1] }],
    ['I did not normalize the images.', { inputs_normalized: false }],
    ['Pixel values range from 0 to 255.', { inputs_normalized: false, input_range: [0, 255] }],
    ['输入数据做了归一化', { inputs_normalized: true }],
    ['图像没有归一化', { inputs_normalized: false }],
    ['Данные нормализованы.', { inputs_normalized: true }],
    ['признаки не нормализованы', { inputs_normalized: false }],
  ],
  imbalance: [
    ['Only 3% of the samples are positive.', { majority_share: 0.97 }],
    ['90% of the images belong to one class', { majority_share: 0.9 }],
    ['The class ratio is 9:1', { majority_share: 0.9 }],
    ['model.fit(x, y, class_weight={0: 1, 1: 9})', { class_weights: true }],
    ['正负样本比例1:4', { majority_share: 0.8 }],
    ['少数类占5%', { majority_share: 0.95 }],
    ['положительных всего 2%', { majority_share: 0.98 }],
    ['веса классов заданы', { class_weights: true }],
  ],
  'output-layer': [
    ['The last layer is Dense(10) with softmax.', { output_units: 10, output_activation: 'softmax' }],
    ['The output layer has 3 neurons.', { output_units: 3 }],
    ['There is a sigmoid at the end.', { output_activation: 'sigmoid' }],
    ['最后一层是softmax', { output_activation: 'softmax' }],
    ['输出层有5个神经元', { output_units: 5 }],
    ['последний слой softmax на 10 классов', { output_units: 10, output_activation: 'softmax' }],
    ['На выходе один нейрон с сигмоидой', { output_units: 1, output_activation: 'sigmoid' }],
  ],
  'hidden-activations': [
    ['The hidden layers use ReLU.', { hidden_activations: ['relu'] }],
    ['activation function: tanh', { hidden_activations: ['tanh'] }],
    ['激活函数用的relu', { hidden_activations: ['relu'] }],
    ['隐藏层激活函数是sigmoid', { hidden_activations: ['sigmoid'] }],
    ['функция активации ReLU', { hidden_activations: ['relu'] }],
  ],
  model: [
    ['I am fine-tuning a ResNet-50.', { model: 'resnet', pretrained: true }],
    ['a two-layer LSTM', { model: 'lstm' }],
    ['用卷积神经网络做图像分类', { model: 'cnn', task: 'classification' }],
    ['свёрточная сеть из четырёх слоёв', { model: 'cnn' }],
    ['полносвязная сеть', { model: 'mlp' }],
  ],
  task: [
    ['I am solving a regression problem.', { task: 'regression' }],
    ['--task regression', { task: 'regression' }],
    ['multi-label classification', { task: 'multilabel' }],
    ['回归问题', { task: 'regression' }],
    ['目标检测', { task: 'detection' }],
    ['задача регрессии', { task: 'regression' }],
    ['сегментация снимков', { task: 'segmentation' }],
  ],
  pretrained: [
    ["base = VGG16(weights='imagenet', include_top=False)", { pretrained: true }],
    ['I train it from scratch.', { pretrained: false }],
    ['The backbone is frozen.', { frozen_layers: true }],
    ['从头训练的', { pretrained: false }],
    ['冻结了主干网络', { frozen_layers: true }],
    ['обучаю с нуля', { pretrained: false }],
    ['взял предобученную модель и заморозил слои', { pretrained: true, frozen_layers: true }],
  ],
  resumed: [
    ['I resumed training from a checkpoint.', { resumed: true }],
    ['接着上次的checkpoint继续训练', { resumed: true }],
    ['продолжил обучение с чекпоинта', { resumed: true }],
  ],
  augmentation: [
    ['With data augmentation it looks the same.', { augmentation: true }],
    ['没有做数据增强', { augmentation: false }],
    ['без аугментации', { augmentation: false }],
  ],
  'batch-norm': [
    ['There is batch normalization after every convolution.', { batch_norm: true }],
    ['没有用批归一化', { batch_norm: false }],
    ['батчнорм после каждого слоя', { batch_norm: true }],
  ],
  parameters: [
    ['The model has 1,234,567 parameters.', { parameters: 1234567 }],
    ['number of parameters: 10.65M', { parameters: 10650000 }],
    ['参数量约25万', { parameters: 250000 }],
    ['в модели 11 млн параметров', { parameters: 11000000 }],
  ],
  complaint: [
    ['Why does my loss become NaN after a few steps?', { complaint: ['loss-nan'] }],
    ['The loss is not decreasing at all.', { complaint: ['loss-flat'] }],
    ['validation loss is lower than training loss', { complaint: ['val-below-train'] }],
    ['accuracy is stuck at 0.5', { complaint: ['accuracy-flat'] }],
    ['the model predicts always the same class', { complaint: ['predictions-constant'] }],
    ['loss一直不下降', { complaint: ['loss-flat'] }],
    ['损失变成nan了', { complaint: ['loss-nan'] }],
    ['准确率不变', { complaint: ['accuracy-flat'] }],
    ['лосс не падает', { complaint: ['loss-flat'] }],
    ['функция потерь растёт', { complaint: ['loss-rises'] }],
    ['loss is negative', { complaint: ['loss-negative'] }],
    ['сеть переобучается', { complaint: ['overfits'] }],
  ],
}

describe.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
  it.each(examples.map(([text, facts]) => ({ text, facts })))('$text', ({ text, facts }) => {
    expect(told(text)).toMatchObject(facts)
    expect(uncued(text)).toEqual([])
  })
})
