// What is no fact of the asker's run: advice, suppositions, denials, other people's words, numbers of something else.

import { describe, expect, it } from 'vitest'
import { told } from './facts-told.ts'

/** Words that say nothing of the named facts. */
const SILENT: readonly (readonly [text: string, silent: readonly string[]])[] = [
  ['You should try a learning rate of 0.0001.', ['learning_rate', 'learning_rates_tried']],
  ['Try using Adam with lr 1e-4 instead.', ['optimizer', 'learning_rate']],
  ['For example Adam(lr=0.001) is a common choice.', ['optimizer', 'learning_rate']],
  ['I would recommend dropout 0.5 and batch normalization.', ['dropout', 'batch_norm', 'regularization']],
  ['If I used a batch size of 8, would it help?', ['batch_size']],
  ['Should I use a learning rate of 0.1?', ['learning_rate']],
  ['Maybe 10 classes are too many?', ['classes']],
  ['The paper uses SGD with a learning rate of 0.1.', ['optimizer', 'learning_rate']],
  ['I do not use Adam.', ['optimizer']],
  ['instead of Adam', ['optimizer']],
  ['batch 3 of 10', ['batch_size']],
  ['Batch 12/100 done', ['batch_size']],
  ['It happens in epoch 5', ['epochs']],
  ['After 20 epochs the loss is still 0.69', ['epochs']],
  ['within the first 3 epochs', ['epochs']],
  ['Keras version 2.3.1, Python 3.8', ['learning_rate', 'batch_size', 'examples_train']],
  ['lr-factor 0.9', ['learning_rate']],
  ['lr_decay=0.95, min_lr=1e-6', ['learning_rate']],
  ['BatchNormalization(momentum=0.99)', ['momentum']],
  ['16 images per batch take 5 seconds', ['examples_train']],
  ['metrics=["mse", "mae"]', ['loss_function']],
  ['from keras.optimizers import SGD, Adam', ['optimizer']],
  ['# optimizer = SGD(lr=0.1)', ['optimizer', 'learning_rate']],
  ['validation accuracy 0.93, test accuracy 0.91', ['examples_val', 'examples_test']],
  ['at 10:32:15 on 2021-03-04 it crashed', ['examples_train', 'learning_rate', 'batch_size']],
  ['fp16=False', ['precision']],
  ['It works fine on MNIST.', ['dataset', 'classes']],
  ['Epoch 00012: ReduceLROnPlateau reducing learning rate to 0.0001.', ['learning_rate']],
  ['建议把学习率调到0.0001', ['learning_rate']],
  ['可以试试用Adam,学习率设为1e-4', ['optimizer', 'learning_rate']],
  ['例如Dropout(0.5)', ['dropout']],
  ['如果batch size改成8会怎么样?', ['batch_size']],
  ['没有用Adam', ['optimizer']],
  ['第5个epoch', ['epochs']],
  ['训练到10轮以后', ['epochs']],
  ['是否应该用学习率0.1?', ['learning_rate']],
  ['通常用交叉熵损失', ['loss_function']],
  ['Попробуйте скорость обучения 0.0001', ['learning_rate']],
  ['Можно взять Adam с lr 1e-4', ['optimizer', 'learning_rate']],
  ['Например, дропаут 0.5', ['dropout']],
  ['Если поставить батч 8, станет хуже?', ['batch_size']],
  ['Не использую Adam', ['optimizer']],
  ['на 5 эпохе', ['epochs']],
  ['после 10 эпох', ['epochs']],
  ['Обычно используют кросс-энтропию', ['loss_function']],
  ['Веса классов не задавал.', ['class_weights']],
  ['类别权重没有设置', ['class_weights']],
  ['Dropout is not used.', ['dropout', 'regularization']],
  ['I followed the MNIST example but use my own data with 3 classes.', ['dataset']],
  ['With Adam it works, but slowly.', ['optimizer']],
  ['I thought about adding dropout of 0.5.', ['dropout', 'regularization']],
  ['之前用的是SGD', ['optimizer']],
  ['Раньше использовал SGD', ['optimizer']],
  ['In the official tutorial they use a learning rate of 0.001.', ['learning_rate']],
  ['[79 rows x 2 columns]', ['examples_train']],
  ["Observe function: ctc_loss found in module: <class 'torch.nn'>", ['loss_function', 'framework']],
  ['В статье используют SGD и lr 0.1', ['optimizer', 'learning_rate']],
]

/** Advice stands beside a statement: the statement stays. */
const PARTLY: readonly (readonly [text: string, facts: Record<string, unknown>, silent: readonly string[]])[] = [
  [
    'I use Adam with lr 0.001, maybe I should try 0.0001',
    { optimizer: 'adam', learning_rate: 0.001 },
    ['learning_rates_tried'],
  ],
  ['People recommend SGD, but I use Adam.', { optimizer: 'adam' }, []],
  ['我用的是SGD,学习率0.1,是不是应该换成Adam?', { optimizer: 'sgd', learning_rate: 0.1 }, []],
  ['У меня Adam, lr 0.001, может быть стоит попробовать SGD?', { optimizer: 'adam', learning_rate: 0.001 }, []],
]

describe('no facts', () => {
  it.each(SILENT.map(([text, silent]) => ({ text, silent })))('$text', ({ text, silent }) => {
    for (const name of silent) expect(told(text)).not.toHaveProperty(name)
  })
})

describe('only what is stated', () => {
  it.each(PARTLY.map(([text, facts, silent]) => ({ text, facts, silent })))('$text', ({ text, facts, silent }) => {
    expect(told(text)).toMatchObject(facts)
    for (const name of silent) expect(told(text)).not.toHaveProperty(name)
  })
})

describe('pages', () => {
  const question = 'Why is my loss flat?\nI use Adam with a learning rate of 0.01.\n\n'
  it.each([
    ['2 Answers\nUse SGD(lr=0.1) and dropout 0.5.'],
    ['Answer:\nSwitch to batch size 8; I had 5 classes.'],
    ['Related Posts\nL1 regularization in LightGBM\nlearning_rate=0.3'],
    ['回答:\n你的batch size是8,学习率是0.5'],
    ['相关问题\n学习率0.5的SGD'],
    ['Ответ:\nskorost\nскорость обучения 0.5, оптимизатор SGD'],
    ['Похожие вопросы\nоптимизатор SGD, батч 8'],
    ['Leave a Reply\nbatch_size=8'],
  ])('takes nothing from %j', (rest) => {
    expect(told(question + rest)).toEqual(told(question))
    expect(told(question)).toMatchObject({ optimizer: 'adam', learning_rate: 0.01 })
  })

  it('takes nothing from an article', () => {
    expect(
      told('In this article we look at why a loss is flat.\nlearning_rate = 0.001\nDense(10, activation="softmax")'),
    ).toEqual({})
    expect(told('在本文中,我们将讨论原因。\nlearning_rate = 0.001')).toEqual({})
  })

  it('joins a sentence that was wrapped', () => {
    const text =
      'I have been training a small convolutional network for a while now with a learning\nrate of 0.002 and cannot see why.'
    expect(told(text)).toMatchObject({ learning_rate: 0.002, model: 'cnn' })
  })
})
