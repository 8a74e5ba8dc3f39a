// Layouts of real trainings, written by hand in their writers' words, and what each of them tells.

import { describe, expect, it } from 'vitest'
import { places, told } from '../../../test/unit/told.ts'
import { dialects } from './dialects/index.ts'

interface Layout {
  readonly dialect: string
  readonly title: string
  readonly source: string
  readonly series: Readonly<Record<string, string>>
  readonly events?: readonly string[]
  readonly runs?: readonly string[]
}

const LAYOUTS: readonly Layout[] = [
  {
    dialect: 'sklearn',
    title: 'a network with a part held out, which stops by itself, and one that overflows',
    source: `Iteration 1, loss = 2.10139699
Validation score: 0.548148
Iteration 2, loss = 1.45701767
Validation score: 0.725926
Validation score did not improve more than tol=0.000100 for 10 consecutive epochs. Stopping.
Iteration 1, loss = 143189349566478989550048333394530083439974025779794040038803567120295489699840.00000000
Iteration 2, loss = inf
Iteration 3, loss = nan
/usr/lib/python3/sklearn/neural_network/_multilayer_perceptron.py:702: ConvergenceWarning: Stochastic Optimizer: Maximum iterations (3) reached and the optimization hasn't converged yet.
  warnings.warn(
`,
    series: {
      'loss -': '2.10139699@e1 1.45701767@e2 1.43189349566479e+77@e1 Infinity@e2 NaN@e3',
      'Validation score val': '0.548148@e1 0.725926@e2',
    },
    events: ['early-stop'],
  },
  {
    dialect: 'sklearn',
    title: 'a linear model, whose examples seen and objective are no losses',
    source: `-- Epoch 1
Norm: 102.38, NNZs: 61, Bias: -34.492353, T: 1347, Avg. loss: 2.450720, Objective: 3.076075
Total training time: 0.00 seconds.
-- Epoch 2
Norm: 85.84, NNZs: 61, Bias: -46.757760, T: 2694, Avg. loss: 0.808524
Total training time: 0.00 seconds.
Convergence after 2 epochs took 0.00 seconds
`,
    series: { 'loss -': '2.45072@e1 0.808524@e2', 'weight norm -': '102.38@e1 85.84@e2' },
    events: ['early-stop'],
  },
  {
    dialect: 'sklearn',
    title: 'the iterations of L-BFGS-B, which are steps',
    source: `RUNNING THE L-BFGS-B CODE

At X0         0 variables are exactly at the bounds

At iterate    0    f=  2.30259D+00    |proj g|=  1.20000D-01

At iterate    1    f=  1.50000D+00    |proj g|=  8.00000D-02
`,
    series: { 'loss -': '2.30259@s0 1.5@s1', 'gradient norm -': '0.12@s0 0.08@s1' },
  },
  {
    dialect: 'sklearn',
    title: "others' iterations, which are steps of their own layout",
    source: 'Iteration 100, loss = 0.5\nIteration 200, loss = 0.4\n',
    series: { 'loss train': '0.5@s100 0.4@s200' },
  },
  {
    dialect: 'lists',
    title: 'a history printed whole, in the words of Python, numpy and PyTorch',
    source: `{'loss': [2.09, 1.42, nan], 'val_loss': [np.float64(2.1), np.float64(1.5), np.float64(1.0)], 'lr': [1, 1, 1]}
acc = [tensor(0.1, device='cuda:0'), tensor(0.2), tensor(0.3, dtype=torch.float64)]
`,
    series: {
      'loss -': '2.09@e1 1.42@e2 NaN@e3',
      'val_loss val': '2.1@e1 1.5@e2 1@e3',
      'acc -': '0.1@e1 0.2@e2 0.3@e3',
    },
  },
  {
    dialect: 'lists',
    title: 'a history behind its log, which only says it again, and lists that are none',
    source: `epoch 1 loss 2.5
epoch 2 loss 1.5
loss_curve_: [2.5, 1.5, 1.0]
shapes: [3, 2, 1]
`,
    series: { 'loss -': '2.5@e1 1.5@e2' },
  },
  {
    dialect: 'keras',
    title: 'a bar for each epoch, and an evaluation behind them',
    source: `Epoch 1/2

 1/4 [======>.......................] - ETA: 0s - loss: 1.2182 - accuracy: 0.0000e+00\x08\x08\x08\x08
4/4 [==============================] - 0s 21ms/step - loss: 0.7852 - accuracy: 0.5000 - val_loss: 0.7 - val_accuracy: 0.5
Epoch 2/2
4/4 [==============================] - 0s 21ms/step - loss: nan - accuracy: 0.2500 - val_loss: nan - val_accuracy: 0.25
2/2 [==============================] - 0s 4ms/step - loss: 0.6543 - accuracy: 0.4
loss: 0.6543
`,
    series: {
      'loss -': '0.7852@e1 NaN@e2',
      'accuracy -': '0.5@e1 0.25@e2',
      'val_loss val': '0.7@e1 NaN@e2',
      'val_accuracy val': '0.5@e1 0.25@e2',
    },
    events: ['evaluation', 'evaluation'],
  },
  {
    dialect: 'keras',
    title: 'unfinished bars where no finished one follows',
    source: `Epoch 3/30
100/31367 [..............................] - ETA: 11:48 - loss: 15.9145 - acc: 0.0126
200/31367 [..............................] - ETA: 11:40 - loss: 16.1 - acc: 0.0130
`,
    series: {
      'loss -': '15.9145@e3s100 16.1@e3s200',
      'acc -': '0.0126@e3s100 0.013@e3s200',
    },
  },
  {
    dialect: 'keras',
    title: 'verbose=2 of Keras 3',
    source: `Epoch 1/2
100/100 - 2s - 20ms/step - accuracy: 0.5012 - loss: 0.6931 - val_accuracy: 0.51 - val_loss: 6.9000e-01
Epoch 2/2
100/100 - 2s - 20ms/step - accuracy: 0.6012 - loss: 0.5931 - val_accuracy: 0.61 - val_loss: -5.9000e-01
`,
    series: {
      'accuracy -': '0.5012@e1 0.6012@e2',
      'loss -': '0.6931@e1 0.5931@e2',
      'val_accuracy val': '0.51@e1 0.61@e2',
      'val_loss val': '0.69@e1 -0.59@e2',
    },
  },
  {
    dialect: 'keras',
    title: 'colours and heavy lines of Keras 3',
    source: `Epoch 1/2
\x1b[1m1/9\x1b[0m \x1b[37m━━━━━━━━\x1b[0m \x1b[1m5s\x1b[0m 700ms/step - accuracy: 0.1 - loss: 2.5\x0d\x1b[1m9/9\x1b[0m \x1b[32m━━━━━━━━\x1b[0m \x1b[1m1s\x1b[0m 70ms/step - accuracy: 0.2 - loss: 2.1 - val_accuracy: 0.3 - val_loss: 2.0
`,
    series: {
      'accuracy -': '0.2@e1',
      'loss -': '2.1@e1',
      'val_accuracy val': '0.3@e1',
      'val_loss val': '2@e1',
    },
  },
  {
    dialect: 'keras',
    title: 'line breaks lost in pasting',
    source: `Non-trainable params: 0____________________________________________________________NoneEpoch 1/5800/800 [==============================] - 795s - loss: 0.0292 - val_loss: 0.0128Epoch 2/5800/800 [==============================] - 754s - loss: 0.0169 - val_loss: 0.0120
`,
    series: {
      'loss -': '0.0292@e1 0.0169@e2',
      'val_loss val': '0.0128@e1 0.012@e2',
    },
  },
  {
    dialect: 'keras',
    title: 'a line wrapped in the middle of a pair',
    source: `Epoch 1/25
30/30 [==============================] - 18s 593ms/step - loss: 7.9712 - acc: 0.5000 - val_loss: 
7.5 - val_acc: 0.25
`,
    series: {
      'loss -': '7.9712@e1',
      'acc -': '0.5@e1',
      'val_loss val': '7.5@e1',
      'val_acc val': '0.25@e1',
    },
  },
  {
    dialect: 'keras',
    title: 'fit(epochs=1) in a loop counts on',
    source: `Epoch 1/1
8/8 [==============================] - 1s - loss: 0.9
Epoch 1/1
8/8 [==============================] - 1s - loss: 0.8
`,
    series: {
      'loss -': '0.9@e1 0.8@e2',
    },
  },
  {
    dialect: 'headings',
    title: 'headings name runs',
    source: `## small
Epoch 1/2
 - 1s - loss: 0.9
## large
Epoch 1/2
 - 1s - loss: 0.8
`,
    series: {
      '1:loss -': '0.9@e1',
      '2:loss -': '0.8@e1',
    },
    runs: ['small', 'large'],
  },
  {
    dialect: 'headings',
    title: 'seeds one after the other, with a summary at the end',
    source: `=== seed 1 start ===
step:10/20 val_loss:4.5
step:20/20 val_loss:4.1
=== seed 2 start ===
step:10/20 val_loss:4.4
step:20/20 val_loss:4.0
=== seed 2 end ===
step:20/20 val_loss:4.0
`,
    series: {
      '1:val_loss val': '4.5@s10 4.1@s20',
      '2:val_loss val': '4.4@s10 4@s20',
    },
    runs: ['seed 1 start', 'seed 2 start'],
  },
  {
    dialect: 'general',
    title: 'the tutorial of PyTorch: epoch and batch in brackets',
    source: `[1,  2000] loss: 2.213
[1,  4000] loss: 1.868
[2,  2000] loss: 1.451
[2,  4000] loss: 1.402
Finished Training
Accuracy of the network on the 10000 test images: 54 %
`,
    series: {
      'loss -': '2.213@e1s2000 1.868@e1s4000 1.451@e2s8000 1.402@e2s10000',
    },
  },
  {
    dialect: 'general',
    title: 'phases below a header of the epoch',
    source: `Epoch 0/24
----------
train Loss: 0.5012 Acc: 0.7459
val Loss: 0.2233 Acc: 0.9150

Epoch 1/24
----------
train Loss: 0.4409 Acc: 0.8115
val Loss: 0.3011 Acc: 0.8889

Training complete in 1m 8s
Best val Acc: 0.941176
`,
    series: {
      'train Loss train': '0.5012@e0 0.4409@e1',
      'Acc train': '0.7459@e0 0.8115@e1',
      'val Loss val': '0.2233@e0 0.3011@e1',
      'Acc val': '0.915@e0 0.8889@e1',
    },
  },
  {
    dialect: 'general',
    title: 'the quickstart of PyTorch: steps behind the loss, a heading for the test',
    source: `Epoch 1
-------------------------------
loss: 2.303494  [   64/60000]
loss: 2.294637  [ 6464/60000]
Test Error: 
 Accuracy: 50.9%, Avg loss: 2.158137 

Epoch 2
-------------------------------
loss: 2.168120  [   64/60000]
loss: 2.157712  [ 6464/60000]
Test Error: 
 Accuracy: 56.9%, Avg loss: 1.895124 
`,
    series: {
      'loss -': '2.303494@e1s64 2.294637@e1s6464 2.16812@e2s60064 2.157712@e2s66464',
      'Accuracy test': '50.9@e1s6464 56.9@e2s66464',
      'Avg loss test': '2.158137@e1s6464 1.895124@e2s66464',
    },
  },
  {
    dialect: 'general',
    title: 'samples seen within the epoch',
    source: `Train Epoch: 1 [0/60000 (0%)]\x09Loss: 2.3
Train Epoch: 1 [640/60000 (1%)]\x09Loss: 1.7

Test set: Average loss: 0.2689, Accuracy: 9148/10000 (91%)

Train Epoch: 2 [0/60000 (0%)]\x09Loss: 0.8
`,
    series: {
      'Loss train': '2.3@e1s0 1.7@e1s640 0.8@e2s60000',
      'Average loss test': '0.2689@e1s640',
      'Accuracy test': '0.9148@e1s640',
    },
  },
  {
    dialect: 'general',
    title: 'the language model of PyTorch',
    source: `| epoch   1 |   200/ 2983 batches | lr 20.00 | ms/batch 11.60 | loss  7.62 | ppl  2045.43
| epoch   1 |   400/ 2983 batches | lr 20.00 | ms/batch 10.80 | loss   nan | ppl      nan
-----------------------------------------------------------------------------------------
| end of epoch   1 | time: 35.2s | valid loss  5.90 | valid ppl   365.12
-----------------------------------------------------------------------------------------
| epoch   2 |   200/ 2983 batches | lr 20.00 | ms/batch 11.60 | loss  6.62 | ppl  745.43
=========================================================================================
| End of training | test loss  5.12 | test ppl   167.10
`,
    series: {
      'lr -': '20@e1s200 20@e1s400 20@e2s3183',
      'loss -': '7.62@e1s200 NaN@e1s400 6.62@e2s3183',
      'ppl -': '2045.43@e1s200 NaN@e1s400 745.43@e2s3183',
      'valid loss val': '5.9@e1',
      'valid ppl val': '365.12@e1',
      'test loss test': '5.12@e2s3183',
      'test ppl test': '167.1@e2s3183',
    },
  },
  {
    dialect: 'general',
    title: 'Chinese',
    source: `第 1 轮,训练损失:0.693,验证准确率:51.2%
第 2 轮,训练损失:0.593,验证准确率:61.2%
第3轮 训练损失=0.493 验证准确率=0.71
`,
    series: {
      '训练损失 train': '0.693@e1 0.593@e2 0.493@e3',
      '验证准确率 val': '51.2@e1 61.2@e2 0.71@e3',
    },
  },
  {
    dialect: 'general',
    title: 'Russian',
    source: `Эпоха 1: потери на обучении 0.693, точность на валидации 0.51
Эпоха 2: потери на обучении 0.593, точность на валидации 0.61
`,
    series: {
      'потери на обучении train': '0.693@e1 0.593@e2',
      'точность на валидации val': '0.51@e1 0.61@e2',
    },
  },
  {
    dialect: 'general',
    title: 'minimum, mean and maximum',
    source: `train: iter:    30, loss min|avg|max: 0.736|0.973| 3.527, ETA: 2:26:17 (0.35s/it)
validation loss (min, avg, max): (inf, nan, -inf)
`,
    series: {
      'loss train': '0.973@s30',
      'validation loss val': 'NaN@s30',
    },
  },
  {
    dialect: 'general',
    title: 'several epochs on one line',
    source: `Epoch 1, train loss 0.5, val loss 0.6 Epoch 2, train loss 0.4, val loss 0.55 Epoch 3, train loss 0.3, val loss 0.5
`,
    series: {
      'train loss train': '0.5@e1 0.4@e2 0.3@e3',
      'val loss val': '0.6@e1 0.55@e2 0.5@e3',
    },
  },
  {
    dialect: 'general',
    title: 'a split is inherited from the start of the line',
    source: `Epoch 7 | train loss 0.5 acc 0.9 | val loss 0.7 acc 0.8
`,
    series: {
      'train loss train': '0.5@e7',
      'acc train': '0.9@e7',
      'val loss val': '0.7@e7',
      'acc val': '0.8@e7',
    },
  },
  {
    dialect: 'general',
    title: 'Megatron',
    source: ` [2025-01-01 00:00:00] iteration      100/  500000 | consumed samples:        25600 | elapsed time per iteration (ms): 512.3 | learning rate: 1.500E-04 | global batch size:   256 | lm loss: 6.123456E+00 | loss scale: 65536.0 | grad norm: 1.234 | number of skipped iterations:   0 | number of nan iterations:   0 |
 [2025-01-01 00:01:00] iteration      200/  500000 | consumed samples:        51200 | elapsed time per iteration (ms): 512.3 | learning rate: 1.500E-04 | global batch size:   256 | lm loss: 5.123456E+00 | loss scale: 65536.0 | grad norm: 1.134 | number of skipped iterations:   0 | number of nan iterations:   0 |
-----------------------------------------------------------------------------------------------
 validation loss at iteration 200 | lm loss value: 5.200000E+00 | lm loss PPL: 1.812E+02 | 
-----------------------------------------------------------------------------------------------
`,
    series: {
      'learning rate -': '0.00015@s100 0.00015@s200',
      'lm loss -': '6.123456@s100 5.123456@s200',
      'loss scale -': '65536@s100 65536@s200',
      'grad norm -': '1.234@s100 1.134@s200',
      'lm loss value val': '5.2@s200',
      'lm loss PPL val': '181.2@s200',
    },
  },
  {
    dialect: 'general',
    title: 'torchtitan',
    source: `[titan] 2025-03-01 10:00:00,123 - root - INFO - step:  1  loss: 12.2529  grad_norm:  1.2  memory: 40.10GiB(50.1%)  tps: 3,021  tflops: 120.1  mfu: 31.20%
[titan] 2025-03-01 10:00:10,123 - root - INFO - step: 10  loss: 10.1529  grad_norm:  1.1  memory: 40.10GiB(50.1%)  tps: 3,121  tflops: 120.1  mfu: 31.20%
`,
    series: {
      'loss -': '12.2529@s1 10.1529@s10',
      'grad_norm -': '1.2@s1 1.1@s10',
    },
  },
  {
    dialect: 'general',
    title: 'llm.c',
    source: `s:0 tel:11.0092
s:0 trl:11.0091 lr:0.000001 norm:15.37
s:1 trl:10.9 lr:0.000002 norm:14.1
step    1/19560 | train loss 10.990000 | norm 15.3730 | lr 8.57e-07 | 1234.56 ms | 52.4% A100 fp16 MFU | 424000 tok/s
val loss 11.009
`,
    series: {
      'tel val': '11.0092@s0',
      'trl train': '11.0091@s0 10.9@s1',
      'lr -': '0.000001@s0 0.000002@s1 8.57e-7@s1',
      'norm train': '15.37@s0 14.1@s1 15.373@s1',
      'train loss train': '10.99@s1',
    },
  },
  {
    dialect: 'general',
    title: 'nanoGPT: nan glued to letters is none',
    source: `step:0/20 val_loss:10.8 train_time:278ms step_avg:nanms
step:1/20 train_loss:9.8 train_time:278ms step_avg:nanms
`,
    series: {
      'val_loss val': '10.8@s0',
      'train_loss train': '9.8@s1',
    },
  },
  {
    dialect: 'general',
    title: 'fairseq',
    source: `| epoch 001 | loss 7.03 | nll_loss 6.1 | ppl 70.1 | wps 1288 | num_updates 100 | lr 0.33 | gnorm 1.2 | oom 0 | wall 12
| epoch 001 | valid on 'valid' subset | valid_loss 6.4 | valid_ppl 80.1 | num_updates 100 | best 6.4
`,
    series: {
      'loss -': '7.03@e1s100',
      'nll_loss -': '6.1@e1s100',
      'ppl -': '70.1@e1s100',
      'lr -': '0.33@e1s100',
      'gnorm -': '1.2@e1s100',
      'valid_loss val': '6.4@e1s100',
      'valid_ppl val': '80.1@e1s100',
    },
  },
  {
    dialect: 'general',
    title: 'MMEngine',
    source: `2023/01/01 10:00:00 - mmengine - INFO - Epoch(train)  [1][ 50/500]  base_lr: 1.0000e-02 lr: 1.0000e-02  eta: 0:10:00  time: 0.5  data_time: 0.1  memory: 3000  loss: 1.2345  loss_cls: 0.8  acc: 55.1
2023/01/01 10:00:00 - mmengine - INFO - Epoch(val) [1][100/100]    coco/bbox_mAP: 0.1230  coco/bbox_mAP_50: 0.2230  data_time: 0.01  time: 0.05
2023/01/01 10:00:00 - mmengine - INFO - Epoch(train)  [2][ 50/500]  base_lr: 1.0000e-02 lr: 1.0000e-02  eta: 0:10:00  time: 0.5  data_time: 0.1  memory: 3000  loss: 1.1345  loss_cls: 0.7  acc: 57.1
`,
    series: {
      'base_lr -': '0.01@e1s50 0.01@e2s550',
      'lr -': '0.01@e1s50 0.01@e2s550',
      'loss train': '1.2345@e1s50 1.1345@e2s550',
      'loss_cls train': '0.8@e1s50 0.7@e2s550',
      'acc train': '55.1@e1s50 57.1@e2s550',
      'coco/bbox_mAP val': '0.123@e1s100',
      'coco/bbox_mAP_50 val': '0.223@e1s100',
    },
  },
  {
    dialect: 'general',
    title: 'XGBoost: the first of several sets is trained on',
    source: `[0]\x09validation_0-logloss:0.65432\x09validation_1-logloss:0.66000
[1]\x09validation_0-logloss:0.61432\x09validation_1-logloss:0.62000
Stopping. Best iteration:
`,
    series: {
      'validation_0-logloss train': '0.65432@s0 0.61432@s1',
      'validation_1-logloss val': '0.66@s0 0.62@s1',
    },
  },
  {
    dialect: 'general',
    title: 'LightGBM',
    source: `[50]\x09training's auc: 0.91\x09valid_1's auc: 0.85
[100]\x09training's auc: 0.95\x09valid_1's auc: 0.84
`,
    series: {
      "training's auc train": '0.91@s50 0.95@s100',
      "valid_1's auc val": '0.85@s50 0.84@s100',
    },
  },
  {
    dialect: 'general',
    title: 'two loggers print the same line',
    source: `INFO:tensorflow:Step 100 per-step time 0.813s loss=1.396
I0912 11:41:51.976096 139735407601536 model_lib_v2.py:652] Step 100 per-step time 0.813s loss=1.396
`,
    series: {
      'loss -': '1.396@s100',
    },
    events: ['ranks'],
  },
  {
    dialect: 'general',
    title: 'ranks',
    source: `[rank0]: step 10 loss 2.31
[rank1]: step 10 loss 2.29
[rank0]: step 20 loss 2.11
[rank1]: step 20 loss 2.09
`,
    series: {
      'loss -': '2.31@s10 2.11@s20',
    },
    events: ['ranks'],
  },
  {
    dialect: 'general',
    title: 'torchvision: the batch, and the mean of the epoch',
    source: `Epoch: [0]  [   0/5004]  eta: 5:20:11  lr: 0.1  img/s: 50.1  loss: 6.9912 (6.9912)  acc1: 0.0000 (0.0000)  time: 3.8391  data: 1.2  max mem: 7123
Epoch: [0]  [5003/5004]  eta: 0:00:01  lr: 0.1  img/s: 50.1  loss: 4.1 (5.2)  acc1: 20.0 (12.5)  time: 0.3  data: 0.2  max mem: 7123
Epoch: [0] Total time: 0:32:11
Test:   [  0/196]  eta: 0:05:10  loss: 3.1 (3.1)  acc1: 30.0 (30.0)  time: 1.5
Test:   [195/196]  eta: 0:00:00  loss: 3.3 (3.2)  acc1: 28.0 (29.5)  time: 0.5
Test:  Acc@1 29.500 Acc@5 55.100
Epoch: [1]  [   0/5004]  eta: 5:20:11  lr: 0.1  img/s: 50.1  loss: 3.9912 (3.9912)  acc1: 25.0000 (25.0000)  time: 3.8391  data: 1.2  max mem: 7123
`,
    series: {
      'lr -': '0.1@e0s0 0.1@e0s5003 0.1@e1s5004',
      'loss -': '6.9912@e0s0 4.1@e0s5003 5.2@e0 3.9912@e1s5004',
      'acc1 -': '0@e0s0 20@e0s5003 12.5@e0 25@e1s5004',
      'loss test': '3.2@e0',
      'acc1 test': '29.5@e0',
    },
  },
  {
    dialect: 'progress',
    title: 'Lightning: values of validation are told once',
    source: `Epoch 0:   0%|          | 0/100 [00:00<?, ?it/s]
Epoch 0:  50%|█████     | 50/100 [00:05<00:05,  9.8it/s, loss=0.71, v_num=3]
Epoch 0: 100%|██████████| 100/100 [00:10<00:00,  9.8it/s, loss=0.61, v_num=3, val_loss=0.55, val_acc=0.81]
Epoch 1:  50%|█████     | 50/100 [00:05<00:05,  9.8it/s, loss=0.51, v_num=3, val_loss=0.55, val_acc=0.81]
Epoch 1: 100%|██████████| 100/100 [00:10<00:00,  9.8it/s, loss=0.41, v_num=3, val_loss=0.45, val_acc=0.85]
`,
    series: {
      'loss -': '0.71@e0s50 0.61@e0s100 0.51@e1s150 0.41@e1s200',
      'val_loss val': '0.55@e0 0.45@e1',
      'val_acc val': '0.81@e0 0.85@e1',
    },
  },
  {
    dialect: 'progress',
    title: 'two bars in an epoch: the second is of validation',
    source: `Epoch: 19 | LR: 0.00025
Processing |################| (3708/3708) Batch: 0.2s | Loss: 0.0035 | Acc:  0.75
Processing |################| (493/493) Batch: 0.1s | Loss: 0.3065 | Acc:  0.01
`,
    series: {
      'LR -': '0.00025@e19',
      'Loss -': '0.0035@e19',
      'Acc -': '0.75@e19',
      'Loss val': '0.3065@e19',
      'Acc val': '0.01@e19',
    },
  },
  {
    dialect: 'json-line',
    title: 'Hugging Face, with numbers as strings, behind bars',
    source: `  1%|          | 10/1000 [00:05<08:00,  2.0it/s]{'loss': '2.31', 'grad_norm': '1.5', 'learning_rate': '5e-05', 'epoch': '0.01'}
  2%|▏         | 20/1000 [00:10<08:00,  2.0it/s]{'loss': '0', 'grad_norm': nan, 'learning_rate': '4.9e-05', 'epoch': '0.02'}
{'eval_loss': 1.9, 'eval_accuracy': 0.5, 'eval_runtime': 3.2, 'eval_samples_per_second': 100.0, 'epoch': 0.02}
{'train_runtime': 45.4, 'train_samples_per_second': 3.5, 'train_loss': 2.1, 'epoch': 1.0}
`,
    series: {
      'loss -': '2.31@e0.01s10 0@e0.02s20',
      'grad_norm -': '1.5@e0.01s10 NaN@e0.02s20',
      'learning_rate -': '0.00005@e0.01s10 0.000049@e0.02s20',
      'eval_loss val': '1.9@e0.02',
      'eval_accuracy val': '0.5@e0.02',
    },
  },
  {
    dialect: 'json-line',
    title: 'fairseq in JSON',
    source: `2021-01-01 10:00:00 | INFO | train_inner | {"epoch": 1, "update": 0.5, "loss": "12.34", "ppl": "5190.1", "wps": "1000", "num_updates": "100", "lr": "0.0001", "gnorm": "2.3", "loss_scale": "128"}
2021-01-01 10:01:00 | INFO | valid | {"epoch": 1, "valid_loss": "10.1", "valid_ppl": "1100", "valid_num_updates": "200"}
`,
    series: {
      'loss -': '12.34@e1s100',
      'ppl -': '5190.1@e1s100',
      'lr -': '0.0001@e1s100',
      'gnorm -': '2.3@e1s100',
      'loss_scale -': '128@e1s100',
      'valid_loss val': '10.1@e1',
      'valid_ppl val': '1100@e1',
    },
  },
  {
    dialect: 'json-block',
    title: 'entries of trainer_state.json',
    source: `    {
      "epoch": 2.85,
      "loss": 0.3025,
      "step": 550
    },
    {
      "epoch": 2.9,
      "loss": NaN,
      "step": 560
    },
`,
    series: {
      'loss -': '0.3025@e2.85s550 NaN@e2.9s560',
    },
  },
  {
    dialect: 'table',
    title: 'fastai',
    source: `epoch     train_loss  valid_loss  accuracy  time    
0         0.512       0.481       0.801     00:12   
1         0.412       #na#        0.821     00:12   
2         0.312       0.381       0.851     00:12   
`,
    series: {
      'train_loss train': '0.512@e0 0.412@e1 0.312@e2',
      'valid_loss val': '0.481@e0 0.381@e2',
      'accuracy -': '0.801@e0 0.821@e1 0.851@e2',
    },
  },
  {
    dialect: 'table',
    title: 'markdown',
    source: `Here is what I get:

| Epoch | Train Loss | Val Loss | Val Acc |
|-------|-----------:|---------:|--------:|
| 1     | 0.69       | 0.68     | 51.2%   |
| 2     | 0.65       | **0.71** | 50.9%   |
`,
    series: {
      'Train Loss train': '0.69@e1 0.65@e2',
      'Val Loss val': '0.68@e1 0.71@e2',
      'Val Acc val': '51.2@e1 50.9@e2',
    },
  },
  {
    dialect: 'table',
    title: 'CSV',
    source: `epoch,train_loss,val_loss
0,0.9,1.0
1,0.8,1.1
2,0.7,nan
`,
    series: {
      'train_loss train': '0.9@e0 0.8@e1 0.7@e2',
      'val_loss val': '1@e0 1.1@e1 NaN@e2',
    },
  },
  {
    dialect: 'table',
    title: 'spaCy',
    source: `E    #       LOSS TOK2VEC  LOSS NER  ENTS_F  ENTS_P  ENTS_R  SCORE 
---  ------  ------------  --------  ------  ------  ------  ------
  0       0          0.00     45.50    0.00    0.00    0.00    0.00
  1     200        120.12   1245.50   45.10   50.00   41.00    0.45
`,
    series: {
      'LOSS TOK2VEC -': '0@e0s0 120.12@e1s200',
      'LOSS NER -': '45.5@e0s0 1245.5@e1s200',
      'ENTS_F -': '0@e0s0 45.1@e1s200',
      'ENTS_P -': '0@e0s0 50@e1s200',
      'ENTS_R -': '0@e0s0 41@e1s200',
      'SCORE -': '0@e0s0 0.45@e1s200',
    },
  },
  {
    dialect: 'table',
    title: 'Ultralytics',
    source: `      Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size
      1/100      2.5G      1.201      2.304      1.105         23        640: 100%|██████████| 8/8 [00:02<00:00,  3.5it/s]
                 Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100%|██████████| 4/4 [00:01<00:00,  3.1it/s]
                   all        128        929      0.640      0.537      0.605      0.446
      2/100      2.5G      1.101      2.104      1.005         23        640: 100%|██████████| 8/8 [00:02<00:00,  3.5it/s]
`,
    series: {
      'box_loss -': '1.201@e1',
      'cls_loss -': '2.304@e1',
      'dfl_loss -': '1.105@e1',
      'precision val': '0.64@e1',
      'recall val': '0.537@e1',
      'mAP50 val': '0.605@e1',
      'mAP50-95 val': '0.446@e1',
    },
  },
  {
    dialect: 'table',
    title: 'columns without names',
    source: `0 0.46 0.35 0.91
1 0.41 0.32 0.92
2 0.42 nan 0.92
`,
    series: {
      'train_loss train': '0.46@e0 0.41@e1 0.42@e2',
      'valid_loss val': '0.35@e0 0.32@e1 NaN@e2',
      'accuracy -': '0.91@e0 0.92@e1 0.92@e2',
    },
  },
  {
    dialect: 'boxes',
    title: 'Stable-Baselines',
    source: `---------------------------------
| rollout/           |          |
|    ep_len_mean     | 22.4     |
|    ep_rew_mean     | 22.4     |
| time/              |          |
|    iterations      | 1        |
|    total_timesteps | 2048     |
---------------------------------
---------------------------------
| rollout/           |          |
|    ep_len_mean     | 25.4     |
|    ep_rew_mean     | 25.4     |
| time/              |          |
|    iterations      | 2        |
|    total_timesteps | 4096     |
| train/             |          |
|    loss            | 6.17     |
---------------------------------
`,
    series: {
      'ep_rew_mean -': '22.4@s2048 25.4@s4096',
      'loss -': '6.17@s4096',
    },
  },
  {
    dialect: 'caffe',
    title: 'outputs of the test net belong to the iteration that follows',
    source: `solver.cpp:397]     Test net output #0: Accuracy1 = 0.5
solver.cpp:218] Iteration 10, loss = 87.3363
solver.cpp:237]     Train net output #0: loss = 87.3363 (* 1 = 87.3363 loss)
sgd_solver.cpp:105] Iteration 10, lr = 0.1
`,
    series: {
      'Accuracy1 test': '0.5@s10',
      'loss train': '87.3363@s10',
      'lr -': '0.1@s10',
    },
  },
  {
    dialect: 'darknet',
    title: 'iterations; regions without objects are no sign',
    source: `Region 82 Avg IOU: -nan, Class: -nan, Obj: -nan, No Obj: 0.004668, .5R: -nan, .75R: -nan,  count: 0
1012: 2.500000, 3.500000 avg, 0.001000 rate, 1.947555 seconds, 6072 images
1013: -nan, -nan avg loss, 0.001000 rate, 1.896905 seconds, 6084 images
`,
    series: {
      'loss -': '2.5@s1012 NaN@s1013',
      'avg loss -': '3.5@s1012 NaN@s1013',
      'rate (lr) -': '0.001@s1012 0.001@s1013',
    },
  },
  {
    dialect: 'boosting',
    title: 'CatBoost',
    source: `0:\x09learn: 0.6823\x09test: 0.6830\x09best: 0.6830 (0)\x09total: 240ms\x09remaining: 3m 12s
1:\x09learn: 0.6723\x09test: 0.6750\x09best: 0.6750 (1)\x09total: 340ms\x09remaining: 3m 10s
`,
    series: {
      'learn loss train': '0.6823@s0 0.6723@s1',
      'loss val': '0.683@s0 0.675@s1',
    },
  },
  {
    dialect: 'estimator',
    title: 'the values of a hook belong to the step that follows',
    source: `cross_entropy = 2.3, learning_rate = 0.0125, train_accuracy = 0
loss = 2.68, step = 0
cross_entropy = 2.1, learning_rate = 0.0125, train_accuracy = 0.1
loss = 2.46, step = 100
`,
    series: {
      'cross_entropy -': '2.3@s0 2.1@s100',
      'learning_rate -': '0.0125@s0 0.0125@s100',
      'train_accuracy train': '0@s0 0.1@s100',
      'loss -': '2.68@s0 2.46@s100',
    },
  },
  {
    dialect: 'messages',
    title: 'events',
    source: `Epoch 5 loss: 0.5
Epoch 00005: ReduceLROnPlateau reducing learning rate to 0.0001.
Epoch 6: early stopping
[deepspeed] OVERFLOW! Rank 0 Skipping step. Attempted loss scale: 65536, reducing to 32768
Traceback (most recent call last):
  File "train.py", line 10, in <module>
    main()
RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB
`,
    series: {
      'loss -': '0.5@e5',
    },
    events: ['rate-reduced', 'early-stop', 'scale-skip', 'out-of-memory'],
  },
  {
    dialect: 'nothing',
    title: 'prose, settings, summaries, results of variants',
    source: `My training loss goes down to 0.01 but validation accuracy stays at 60% after 10 epochs. I use a learning rate of 0.001 and batch size 32.
I tried 3 times with lr 0.1, 0.01 and 0.001. The loss is around 2.3 in epoch 1.
Total params: 252,219
dense_1 (Dense)                  (None, 100)           115300      activation_1[0][0]
learning_rate: 0.001
Namespace(lr=0.1, momentum=0.9, epochs=10, kl=0.1, name='a')
model=A  acc=0.93
model=B  acc=0.95
split=train  tn=0.884  fp=0.000
feature_dice_ratio   91
feature_jaccard_ratio   13
`,
    series: { 'acc -': '0.93@ 0.95@' },
  },
]

describe.each(LAYOUTS)('$dialect: $title', ({ source, series, events = [], runs = [] }) => {
  const read = told(source)

  it('tells the series and nothing else', () => {
    expect(Object.fromEntries([...read.series].map(([name, points]) => [name, places(points)]))).toEqual(series)
  })

  it('tells the events and runs', () => {
    expect(read.events).toEqual(events)
    expect(read.runs).toEqual(runs)
  })
})

it('has a layout for every dialect', () => {
  expect(
    dialects.map((dialect) => dialect.name).filter((name) => !LAYOUTS.some((one) => one.dialect === name)),
  ).toEqual([])
})
