// Settings of a training as people and programs write them, in three languages.

import { describe, expect, it } from 'vitest'
import { told, uncued } from './facts-told.ts'

type Examples = readonly (readonly [text: string, facts: Record<string, unknown>])[]

const EXAMPLES: Readonly<Record<string, Examples>> = {
  'learning-rate': [
    ['I set the learning rate to 3e-4 and left the rest alone.', { learning_rate: 3e-4 }],
    ['My initial learning rate was 0.05.', { learning_rate: 0.05 }],
    ['lr=0.001', { learning_rate: 0.001 }],
    ['learning_rate: 2.5e-05', { learning_rate: 2.5e-5 }],
    ['python train.py --lr 3e-4 --seed 1', { learning_rate: 3e-4 }],
    ['The network is trained with a learning rate of 10^-3.', { learning_rate: 1e-3 }],
    ['学习率设为1e-3', { learning_rate: 1e-3 }],
    ['初始学习率是0.01,后面没有衰减', { learning_rate: 0.01 }],
    ['我用的lr是5e-5', { learning_rate: 5e-5 }],
    ['скорость обучения 0.001', { learning_rate: 0.001 }],
    ['Начальная скорость обучения у меня 0,0003.', { learning_rate: 0.0003 }],
    ['learning rate поставил 1e-4', { learning_rate: 1e-4 }],
    ['I tried learning rates of 0.1, 0.01 and 0.001 but nothing changes', { learning_rates_tried: [0.1, 0.01, 0.001] }],
    ['学习率试过0.1和0.01,都没有效果', { learning_rates_tried: [0.1, 0.01] }],
    ['Пробовал lr 0.1 и 0.01, без толку', { learning_rates_tried: [0.1, 0.01] }],
    ['I lowered the learning rate from 0.1 to 0.01.', { learning_rate: 0.01, learning_rates_tried: [0.1] }],
  ],
  'batch-size': [
    ['The batch size is 64.', { batch_size: 64 }],
    ['batch_size=32', { batch_size: 32 }],
    ['I use mini-batches of 16', { batch_size: 16 }],
    ["'per_device_train_batch_size': 8,", { batch_size: 8 }],
    ['批大小 32', { batch_size: 32 }],
    ['batch size设成了128', { batch_size: 128 }],
    ['每个batch有64张图片', { batch_size: 64 }],
    ['размер батча 64', { batch_size: 64 }],
    ['Учу батчами по 32', { batch_size: 32 }],
    ['batch size равен 256', { batch_size: 256 }],
  ],
  estimator: [
    [
      "MLPClassifier(learning_rate_init=10, max_iter=50, solver='sgd')",
      {
        ...{ task: 'classification', model: 'mlp', loss_function: 'cross-entropy', framework: 'sklearn' },
        ...{ learning_rate: 10, epochs: 50, optimizer: 'sgd' },
      },
    ],
    [
      'reg = neural_network.MLPRegressor(hidden_layer_sizes=(8,), max_iter=20)',
      { task: 'regression', model: 'mlp', loss_function: 'mse', framework: 'sklearn', epochs: 20 },
    ],
    ["SGDClassifier(loss='log_loss', alpha=0.1)", { task: 'classification', loss_function: 'cross-entropy' }],
    ['SGDClassifier(verbose=1)', { task: 'classification', loss_function: 'hinge' }],
    ['SGDRegressor(max_iter=6)', { task: 'regression', loss_function: 'mse', epochs: 6 }],
  ],
  optimizer: [
    ['I train it with the Adam optimizer.', { optimizer: 'adam' }],
    ['optimizer: AdamW', { optimizer: 'adamw' }],
    [
      'optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)',
      { optimizer: 'sgd', momentum: 0.9, learning_rate: 0.1 },
    ],
    ['opt = RMSprop(lr=1e-3)', { optimizer: 'rmsprop', learning_rate: 1e-3 }],
    ['train_op = tf.train.AdamOptimizer(1e-4).minimize(loss)', { optimizer: 'adam', learning_rate: 1e-4 }],
    ['优化器用的Adam', { optimizer: 'adam' }],
    ['用SGD训练,动量0.9', { optimizer: 'sgd', momentum: 0.9 }],
    ['采用RMSProp优化算法', { optimizer: 'rmsprop' }],
    ['оптимизатор Adam', { optimizer: 'adam' }],
    ['Обучаю с помощью SGD с моментом 0.9', { optimizer: 'sgd', momentum: 0.9 }],
    ['Использую AdamW.', { optimizer: 'adamw' }],
  ],
  'loss-function': [
    ['The loss function is mean squared error.', { loss_function: 'mse' }],
    ['criterion = nn.CrossEntropyLoss()', { loss_function: 'cross-entropy', from_logits: true }],
    ["model.compile(optimizer='adam', loss='mse', metrics=['accuracy'])", { loss_function: 'mse', optimizer: 'adam' }],
    [
      'loss = tf.keras.losses.BinaryCrossentropy(from_logits=True)',
      { loss_function: 'binary-cross-entropy', from_logits: true },
    ],
    ['I am using focal loss', { loss_function: 'focal' }],
    ['F.nll_loss(output, target)', { loss_function: 'nll' }],
    ['损失函数用的是交叉熵', { loss_function: 'cross-entropy' }],
    ['loss用均方误差', { loss_function: 'mse' }],
    ['функция потерь — кросс-энтропия', { loss_function: 'cross-entropy' }],
    ['В качестве функции потерь взял MSE', { loss_function: 'mse' }],
    ['лосс бинарная кросс-энтропия', { loss_function: 'binary-cross-entropy' }],
  ],
  regularization: [
    ['There is a dropout of 0.5 after each dense layer.', { dropout: 0.5, regularization: 'dropout' }],
    ['model.add(Dropout(0.25))', { dropout: 0.25 }],
    ['weight_decay=5e-4', { weight_decay: 5e-4, regularization: 'l2' }],
    ['I use L2 regularization with 1e-4', { regularization: 'l2' }],
    ['I do not use any regularization.', { regularization: 'none' }],
    ['dropout设为0.3', { dropout: 0.3 }],
    ['没有加正则化', { regularization: 'none' }],
    ['权重衰减系数1e-4', { weight_decay: 1e-4 }],
    ['дропаут 0,4', { dropout: 0.4 }],
    ['без регуляризации', { regularization: 'none' }],
    ['Регуляризации нет.', { regularization: 'none' }],
    ['weight decay 0.01 стоит', { weight_decay: 0.01 }],
  ],
  precision: [
    ['Training runs in fp16.', { precision: 'fp16' }],
    ['--bf16 True', { precision: 'bf16' }],
    ['with torch.cuda.amp.autocast():', { precision: 'mixed' }],
    ['用混合精度训练', { precision: 'mixed' }],
    ['半精度训练', { precision: 'fp16' }],
    ['обучаю в смешанной точности', { precision: 'mixed' }],
    ['обучение идёт в половинной точности', { precision: 'fp16' }],
  ],
  epochs: [
    ['I train for 50 epochs.', { epochs: 50 }],
    ['epochs=100', { epochs: 100 }],
    ['num_train_epochs: 3', { epochs: 3 }],
    ['steps_per_epoch=200', { steps_per_epoch: 200 }],
    ['训练了200个epoch', { epochs: 200 }],
    ['一共训练100轮', { epochs: 100 }],
    ['обучал 30 эпох', { epochs: 30 }],
    ['количество эпох: 40', { epochs: 40 }],
  ],
  'gradient-clip': [
    ['Gradients are clipped: clipnorm=1.0', { gradient_clip: 1 }],
    ['torch.nn.utils.clip_grad_norm_(model.parameters(), 5)', { gradient_clip: 5 }],
    ['max_grad_norm: 0.5', { gradient_clip: 0.5 }],
    ['梯度裁剪阈值为1', { gradient_clip: 1 }],
    ['клиппинг градиентов 1.0', { gradient_clip: 1 }],
  ],
  'warmup-schedule': [
    ['We use 500 warmup steps and a cosine schedule.', { warmup_steps: 500, schedule: 'cosine' }],
    ['scheduler = StepLR(optimizer, step_size=30)', { schedule: 'step' }],
    ["lr_scheduler_type='cosine'", { schedule: 'cosine' }],
    ['学习率用余弦退火,预热1000步', { schedule: 'cosine', warmup_steps: 1000 }],
    ['косинусное расписание, прогрев 500 шагов', { schedule: 'cosine', warmup_steps: 500 }],
  ],
  framework: [
    ['I am using PyTorch 1.9 on a laptop', { framework: 'pytorch' }],
    ['Keras with the TensorFlow backend', { framework: 'keras' }],
    ['trainer = pl.Trainer(max_epochs=5)', { framework: 'lightning', epochs: 5 }],
    ['用Keras写的网络', { framework: 'keras' }],
    ['Сеть на PyTorch', { framework: 'pytorch' }],
  ],
  initializer: [
    ["kernel_initializer='he_normal'", { initializer: 'he' }],
    ['nn.init.xavier_uniform_(m.weight)', { initializer: 'glorot' }],
    ['All weights are initialized with zeros.', { initializer: 'zeros' }],
    ['权重用Xavier初始化', { initializer: 'glorot' }],
    ['инициализация Хе не использовалась, взял инициализацию Xavier', { initializer: 'glorot' }],
  ],
  order: [
    ['shuffle=False', { shuffled: false }],
    ['The data are not shuffled.', { shuffled: false }],
    ['训练前打乱了数据', { shuffled: true }],
    ['数据没有打乱', { shuffled: false }],
    ['данные не перемешаны', { shuffled: false }],
    ['The split is stratified.', { stratified: true }],
  ],
}

describe.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
  it.each(examples.map(([text, facts]) => ({ text, facts })))('$text', ({ text, facts }) => {
    expect(told(text)).toMatchObject(facts)
    expect(uncued(text)).toEqual([])
  })
})
