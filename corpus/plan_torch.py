"""The PyTorch runs."""

from functools import partial

from plan_entry import entry

FAMILY = ["overfitting", "too-little-data", "model-too-large", "too-little-regularization"]
CHAR = {"script": "torch_charlm.py", "architecture": "char-rnn"}
TRIPLET = {"script": "torch_triplet.py", "architecture": "embedding"}

digits = partial(entry, "torch", "digits")
cancer = partial(entry, "torch", "cancer")
diabetes = partial(entry, "torch", "diabetes")
wine = partial(entry, "torch", "wine")
text = partial(entry, "torch", "help-texts")

ADAM = "--optimizer adam --lr {torch_digits_mlp_adam}"
SGD = "--optimizer sgd --lr {torch_digits_mlp_sgd}"

RATE = [
    digits("lr-too-high/strong", 1, ADAM + " --epochs 20", "lines",
        "PyTorch MLP (two hidden layers of 64, ReLU) on the sklearn digits, {nTrain} training and {nVal} validation images, pixels "
        "scaled to 0..1, nn.CrossEntropyLoss on raw logits, Adam with lr={lr}, batch size {batch}. The loss does not get down and "
        "accuracy hangs around. What should I change?",
        accept=["learning-rate-too-high"], expect=["worse"]),
    digits("lr-too-high/strong", 2, ADAM + " --epochs 20", "logging",
        "用 PyTorch 训练手写数字分类(sklearn 的 digits,训练集 {nTrain} 张,验证集 {nVal} 张,像素已归一化到 0~1),两层隐藏层的全连接网络,"
        "Adam,学习率 {lr},batch size {batch},损失函数 CrossEntropyLoss。训练 loss 停在 2.33 左右,再也降不下去,请问是什么原因?", "zh",
        accept=["learning-rate-too-high"], expect=["worse"]),
    digits("lr-too-high/middle", 1, SGD + " --epochs 15", "example",
        "Plain SGD, lr={lr}, batch {batch}, cross-entropy, 10 classes (digits, inputs in [0, 1]). After a few batches the loss sits "
        "at about 2.3 and the accuracy at 10%. Why does it not learn anything?",
        accept=["learning-rate-too-high", "dead-units"], expect=["worse"]),
    digits("lr-too-high/strong", 3, "--net cnn --optimizer adam --lr {torch_digits_cnn_adam} --epochs 12", "csv",
        "", accept=["learning-rate-too-high", "dead-units"], expect=["worse"], architecture="cnn",
        name="torch-digits-cnn-lr-too-high-strong-3"),
    cancer("lr-too-high/strong", 1, "--width 32 --optimizer sgd --lr {torch_cancer_mlp_sgd} --epochs 20", "dicts",
        "Бинарная классификация (breast cancer из sklearn, признаки стандартизованы, {nTrain} примеров в обучении, {nVal} в валидации). "
        "SGD без момента, lr={lr}, batch {batch}, CrossEntropyLoss, на выходе два логита. Лосс скачет и не сходится. В чём дело?", "ru",
        accept=["learning-rate-too-high"], expect=["worse"]),
    diabetes("lr-too-high/middle", 1, "--width 32 --optimizer sgd --lr {torch_diabetes_mlp_sgd} --epochs 15", "table",
        "Regression with an MLP (one linear output, MSELoss), inputs and target both standardised, SGD lr={lr}, batch {batch}, "
        "{nTrain} training rows. My loss is a mess. Help?",
        accept=["learning-rate-too-high", "exploding-gradients"], expect=["worse"]),
    diabetes("lr-too-high/strong", 2, "--width 32 --optimizer sgd --lr {torch_diabetes_mlp_sgd} --epochs 10", "plain",
        "nan. MSELoss, SGD lr={lr}, inputs and targets have zero mean and unit variance.",
        accept=["learning-rate-too-high", "exploding-gradients"], expect=["nan"]),
    digits("lr-too-low/middle", 1, ADAM + " --epochs 20", "brackets",
        "Digits (8x8, scaled to 0..1), MLP 64-64, CrossEntropyLoss, Adam lr={lr}, batch {batch}. After {epochs} epochs it is still bad. "
        "Do I need a bigger network?",
        accept=["learning-rate-too-low", "too-few-epochs"], expect=["worse", "still-falling"]),
    digits("lr-too-low/strong", 2, ADAM + " --epochs 20", "iterations",
        "损失下降得非常非常慢。模型是两层 64 单元的 MLP,数据是 sklearn digits(已除以 16),交叉熵损失,Adam 优化器,lr={lr},batch_size={batch},"
        "训练了 {epochs} 个 epoch。是网络太小了吗?", "zh",
        accept=["learning-rate-too-low", "too-few-epochs"], expect=["worse"]),
    cancer("lr-too-low/strong", 1, "--width 32 --optimizer sgd --lr {torch_cancer_mlp_sgd} --epochs 30", "jsonl",
        "Обучаю небольшую сеть на breast cancer (признаки стандартизованы), CrossEntropyLoss, SGD lr={lr}, batch {batch}, {epochs} эпох. "
        "За {epochs} эпох лосс опустился только с 0.80 до 0.69. Что не так?", "ru",
        accept=["learning-rate-too-low", "too-few-epochs"], expect=["worse"]),
    digits("too-few-epochs/strong", 1, "--optimizer sgd --lr 0.03 --epochs 100", "lines",
        "Small MLP on digits, SGD lr={lr}, batch {batch}, cross-entropy with logits. I trained {epochs} epochs and the result is poor. "
        "Is my learning rate wrong or is the network too small?",
        accept=["too-few-epochs", "learning-rate-too-low"], expect=["worse", "still-falling"]),
    digits("too-few-epochs/middle", 2, "--optimizer sgd --lr 0.03 --epochs 100", "table", "",
        accept=["too-few-epochs", "learning-rate-too-low"], expect=["worse", "still-falling"]),
]

CAPACITY = [
    digits("overfitting/strong", 1, ADAM + " --epochs 60", "lines",
        "I have only {nTrain} labelled digit images and {nVal} for validation. MLP with two layers of {width} units, no dropout, Adam "
        "lr={lr}, CrossEntropyLoss. Training is perfect but validation is not. Which knobs should I try?",
        accept=FAMILY, expect=["worse"]),
    digits("overfitting/middle", 2, ADAM + " --epochs 60", "columns",
        "训练集准确率接近 100%,但是验证集上不去。训练集 {nTrain} 张图,验证集 {nVal} 张,MLP 每层 {width} 个单元,Adam lr={lr}。怎么办?", "zh",
        accept=FAMILY, expect=["worse"]),
    diabetes("overfitting/strong", 1, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --epochs 80", "csv",
        "Регрессия на diabetes: {nTrain} обучающих примеров, {nVal} валидационных, вход и цель стандартизованы. MLP, слои по {width} нейронов, "
        "MSE, Adam lr={lr}. Ошибка на обучении падает, на валидации растёт.", "ru",
        accept=FAMILY, expect=["gap"]),
    diabetes("overfitting/middle", 3, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --epochs 80", "lines",
        "", accept=FAMILY, expect=["gap"]),
    cancer("confidence/strong", 2, "--width 64 --optimizer adam --lr 0.003 --epochs 30", "lines",
        "Val loss goes up epoch after epoch but val accuracy stays where it is. Two classes, {nTrain} training rows, MLP 64-64, Adam lr={lr}, "
        "cross-entropy. Which of the two should I believe?",
        accept=["confidence-not-correctness", *FAMILY], expect=["rising"]),
    digits("model-too-small/strong", 1, ADAM + " --activation tanh --epochs 40", "lines",
        "10 digit classes, {nTrain} images, hidden layers of {width} unit, Adam lr={lr}, CrossEntropyLoss. Both losses get stuck at the same "
        "level and stay together. What limits it?",
        accept=["model-too-small", "bottleneck"], expect=["worse"]),
    digits("model-too-small/middle", 2, ADAM + " --epochs 40", "averages",
        "MLP {width}-{width} on digits, Adam {lr}, batch {batch}. Train and validation loss flatten out together well above zero.",
        accept=["model-too-small", "bottleneck"], expect=["worse"]),
    digits("dropout/strong", 1, ADAM + " --depth 3 --epochs 30", "logging",
        "MLP with three hidden layers of 64 and dropout p={dropout} after each, digits scaled to 0..1, Adam lr={lr}. It learns hardly anything, "
        "with or without more epochs.",
        accept=["too-much-regularization"], expect=["worse"]),
    digits("dropout/middle", 2, ADAM + " --depth 3 --epochs 20", "lines",
        "训练集上的准确率比验证集还低很多,loss 也高。三层 MLP(每层 64),每层后面 dropout={dropout},Adam lr={lr},digits 数据集。这正常吗?", "zh",
        accept=["too-much-regularization", "evaluation-asymmetry"], expect=["val-below-train"]),
    digits("weight-decay/strong", 1, ADAM + " --epochs 20", "steps",
        "Adam(lr={lr}, weight_decay={weightDecay}), MLP 64-64, CrossEntropyLoss, digits. Loss stuck near 2.30, accuracy 10 percent.",
        accept=["too-much-regularization"], expect=["worse"]),
    digits("weight-decay/middle", 2, ADAM + " --epochs 30", "brackets",
        "Сеть на digits (MLP 64-64, кросс-энтропия), optim.Adam(lr={lr}, weight_decay={weightDecay}), batch {batch}. Train и val одинаковые, но оба "
        "лосса застряли на высоком уровне.", "ru",
        accept=["too-much-regularization"], expect=["worse"]),
]

NETWORK = [
    digits("init-zero", 1, ADAM + " --epochs 15", "example",
        "I initialise all weights and biases myself (torch.nn.init.zeros_) for reproducibility. MLP 64-64, Adam lr={lr}, CrossEntropyLoss. "
        "The loss does not move from 2.30.",
        accept=["poor-initialization", "dead-units"], expect=["constant", "worse"]),
    digits("init-huge", 1, ADAM + " --epochs 20", "lines",
        "Почему начальный лосс такой огромный? MLP 64-64, CrossEntropyLoss на логитах, 10 классов, входы в [0, 1], Adam lr={lr}. Веса "
        "инициализирую сам, normal(0, 5).", "ru",
        accept=["poor-initialization"], expect=["huge-start"]),
    digits("init-huge", 2, "--net cnn --optimizer adam --lr 0.001 --epochs 12", "running",
        "The first loss is enormous for a 10-class problem and it ends far from what others get. Small CNN, inputs in [0, 1], Adam lr={lr}.",
        accept=["poor-initialization"], expect=["huge-start"], architecture="cnn", name="torch-digits-cnn-init-huge-2"),
    digits("init-constant", 1, ADAM + " --epochs 20", "table",
        "Every weight starts at 0.05 and every bias at 0 (own init function). Digits, MLP 64-64, Adam lr={lr}. Accuracy is capped at "
        "{valAccuracyPercent}% no matter how long I train.",
        accept=["poor-initialization", "model-too-small"], expect=["worse"]),
    digits("deep-sigmoid/strong", 1, ADAM + " --epochs 15", "lines",
        "Deep network with 16 hidden layers of 64 sigmoid units, Adam lr={lr}, CrossEntropyLoss, digits. Loss is 2.30 from start to end.",
        accept=["vanishing-gradients", "wrong-hidden-activation", "saturated-activations", "missing-normalization"], expect=["constant", "worse"]),
    digits("deep-sigmoid/middle", 2, SGD + " --epochs 15", "columns",
        "我的网络有 10 个隐藏层,激活函数是 sigmoid,SGD,lr={lr},交叉熵损失,10 分类。loss 一直是 2.30 左右,完全不下降。", "zh",
        accept=["vanishing-gradients", "wrong-hidden-activation", "saturated-activations", "missing-normalization"], expect=["constant", "worse"]),
    digits("dead-units/strong", 1, ADAM + " --depth 4 --width 16 --epochs 20", "averages",
        "ReLU network, 4 hidden layers of 16, Adam lr={lr}, cross-entropy, digits. The loss freezes right away.",
        accept=["dead-units", "poor-initialization"], expect=["worse"]),
    digits("exploding-gradients", 1, "--net rnn --width 64 --depth 2 --optimizer sgd --lr 0.6 --clip 1 --epochs 12", "steps",
        "A recurrent network (nn.RNN, ReLU, 2 layers) that reads each digit row by row. SGD lr={lr}, batch {batch}, cross-entropy, no "
        "clipping. Loss explodes / NaN.",
        accept=["exploding-gradients", "learning-rate-too-high"], expect=["nan", "worse"], architecture="rnn"),
    digits("exploding-gradients", 3, "--net rnn --width 64 --depth 2 --optimizer sgd --lr 0.3 --clip 1 --epochs 12", "lines",
        "RNN(ReLU,2 层,64 单元)逐行读取 8x8 图像,SGD lr={lr},没有梯度裁剪。loss 先下降,然后突然爆炸成 nan。", "zh",
        accept=["exploding-gradients", "learning-rate-too-high"], expect=["nan"], architecture="rnn"),
    digits("other-parameters", 1, ADAM + " --epochs 10", "lines",
        "The numbers are the same in every epoch. MLP on digits, Adam lr={lr}, CrossEntropyLoss, I call loss.backward() and optimizer.step() on "
        "every batch.",
        accept=["weights-not-updated"], expect=["constant"]),
    cancer("other-parameters", 2, "--width 32 --optimizer adam --lr 0.001 --epochs 12", "dicts",
        "Лосс на валидации не меняется вообще, до последнего знака. Модель — MLP, Adam lr={lr}, batch {batch}, backward и step вызываются.", "ru",
        accept=["weights-not-updated"], expect=["constant"]),
    digits("gradients-not-cleared", 1, SGD + " --epochs 20", "lines",
        "Simple loop: forward, loss.backward(), optimizer.step(). SGD lr={lr}, batch {batch}, MLP, CrossEntropyLoss, digits in [0, 1]. It gets "
        "good and then bad again.",
        accept=["gradients-not-cleared", "learning-rate-too-high"], expect=["worse"]),
    digits("gradients-not-cleared", 2, ADAM + " --epochs 20", "steps",
        "loss 先下降,然后又涨回来,来回摆动,像钟摆一样。MLP,Adam lr={lr},batch {batch},交叉熵。", "zh",
        accept=["gradients-not-cleared", "learning-rate-too-high"], expect=["worse"]),
    digits("batch-norm-statistics", 1, "--normalize --optimizer sgd --momentum 0.9 --lr {torch_digits_bn_sgd} --epochs 15", "lines",
        "MLP with BatchNorm1d after each linear layer, SGD momentum 0.9, lr={lr}, batch {batch}. Training goes very well but validation is much "
        "worse from the first epoch on, although both come from the same random split.",
        accept=["batch-norm-statistics", "preprocessing-mismatch", "distribution-shift"], expect=["worse"], architecture="mlp-batchnorm"),
    digits("batch-norm-statistics", 2, "--net cnn --normalize --optimizer adam --lr 0.003 --epochs 12", "csv",
        "В режиме train точность 99 %, а после model.eval() всё плохо. CNN с BatchNorm2d, Adam lr={lr}, batch {batch}, разбиение случайное.", "ru",
        accept=["batch-norm-statistics", "preprocessing-mismatch", "distribution-shift"], expect=["worse"], architecture="cnn-batchnorm",
        name="torch-digits-cnn-batch-norm-statistics-2"),
    digits("collapsed-output", 1, "--optimizer adam --lr 0.03 --width 128 --epochs 12", "lines",
        "Embedding with a triplet loss, margin 0.5, hardest positive and hardest negative of each batch. Adam lr={lr}, batch {batch}. The loss "
        "sticks at 0.5.",
        accept=["collapsed-output", "learning-rate-too-high"], expect=["constant"], twin="--optimizer adam --lr 0.001 --width 128 --epochs 12 --seed 1", **TRIPLET),
    digits("collapsed-output", 2, "--optimizer adam --lr 0.05 --width 128 --epochs 12", "plain",
        "triplet loss,margin=0.5,hard mining,训练 loss 一直停在 0.5 左右不动,Adam lr={lr}。为什么?", "zh",
        accept=["collapsed-output", "learning-rate-too-high"], expect=["constant"], twin="--optimizer adam --lr 0.001 --width 128 --epochs 12 --seed 2", **TRIPLET),
]

LOSS = [
    digits("output-loss-mismatch", 1, ADAM + " --epochs 30", "lines",
        "The last layer is nn.Softmax(dim=1) and the criterion nn.CrossEntropyLoss(). Adam lr={lr}, digits. Accuracy is good, but the loss does "
        "not go below 1.46. Why?",
        accept=["output-loss-mismatch"], expect=["worse"]),
    digits("output-loss-mismatch", 2, SGD + " --epochs 20", "example",
        "Сеть заканчивается на F.softmax(x, dim=1), дальше nn.CrossEntropyLoss. SGD lr={lr}, digits, MLP. Лосс еле ползёт вниз.", "ru",
        accept=["output-loss-mismatch"], expect=["worse"]),
    digits("wrong-loss", 1, ADAM + " --epochs 10", "lines",
        "My loss is negative and keeps falling, is that possible? Ten digit classes with labels 0..9, one output, BCEWithLogitsLoss, Adam lr={lr}.",
        accept=["wrong-loss", "output-loss-mismatch", "wrong-output-activation"], expect=["negative"]),
    diabetes("wrong-output-activation/strong", 1, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --epochs 40", "columns",
        "Regression of a standardised target (mean 0, variance 1), MSELoss, Adam lr={lr}; the network is Linear-ReLU three times, the last one "
        "with a single unit. The error stays close to that of a constant guess.",
        accept=["wrong-output-activation", "output-loss-mismatch", "dead-units"], expect=["worse"]),
    diabetes("wrong-output-activation/strong", 3, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --epochs 40", "lines",
        "Регрессия: цель стандартизована (среднее 0, дисперсия 1), последний слой — Linear(32, 1) и ReLU, MSELoss, Adam lr={lr}. MSE не опускается.", "ru",
        accept=["wrong-output-activation", "output-loss-mismatch", "dead-units"], expect=["worse"]),
    diabetes("unscaled-targets/strong", 1, "--width 32 --optimizer sgd --lr {torch_diabetes_mlp_sgd} --epochs 10", "lines",
        "Predicting a cost in cents (values between 25 000 and 350 000) with an MLP and MSELoss, inputs standardised, SGD lr={lr}.",
        accept=["unscaled-targets", "exploding-gradients", "learning-rate-too-high"], expect=["nan"]),
    diabetes("unscaled-targets/middle", 2, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --epochs 30", "brackets",
        "回归任务,目标值在 300 到 4500 之间,没有做归一化;输入做了标准化。MSELoss,Adam lr={lr},batch {batch}。loss 有几百万,降得很慢。", "zh",
        accept=["unscaled-targets", "loss-scale", "learning-rate-too-low"], expect=["worse"]),
    diabetes("loss-scale/strong", 1, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --epochs 20", "lines",
        "The MSE is already tiny in the first epoch and gets down to 0.0001, yet when I plot predictions against the truth they look bad. The "
        "targets are daily returns with a standard deviation of about 0.005. MSELoss, linear output, Adam lr={lr}.",
        accept=["loss-scale"], expect=["small"]),
    digits("numeric-overflow", 1, "--optimizer adam --lr 0.002 --epochs 12", "iterations",
        "It trains fine at first, then NaN from one batch to the next. Digits, MLP, Adam lr={lr}; I wrote the softmax and the log myself and run "
        "the exponent in half precision.",
        accept=["numeric-overflow"], expect=["nan-later"]),
    digits("numeric-overflow", 2, SGD + " --epochs 20", "lines",
        "Несколько эпох всё идёт хорошо, а потом вдруг nan. SGD lr={lr}, batch {batch}, softmax считаю вручную в fp16, входы в [0, 1].", "ru",
        accept=["numeric-overflow"], expect=["nan-later"]),
    digits("sum-not-reset", 1, ADAM + " --epochs 20", "lines",
        "Training loss grows every epoch but val loss falls and the accuracy is excellent?! MLP, Adam lr={lr}, CrossEntropyLoss.",
        accept=["logging-artifact"], expect=["growing"]),
    digits("wrong-divisor", 2, ADAM + " --epochs 15", "table",
        "Train loss is ten to fifty times the validation loss although accuracy is the same on both. Adam lr={lr}, batch {batch}, digits.",
        accept=["logging-artifact"], expect=["val-below-train"]),
    digits("lost-optimizer-state", 1, "--optimizer sgd --momentum 0.9 --lr 0.15 --schedule step --epochs 24", "lines",
        "I had to stop and resume from a checkpoint (net.state_dict() only). SGD with momentum 0.9, lr={lr}, StepLR with two cuts. Since the "
        "resume the loss is worse.",
        accept=["lost-optimizer-state", "learning-rate-too-high"], expect=["jump"]),
    digits("lost-optimizer-state", 2, "--optimizer adam --lr 0.02 --schedule step --epochs 24", "logging",
        "断点续训之后 loss 突然变大,之前一直很好。只保存了模型权重,Adam,StepLR 学习率衰减两次,初始 lr={lr}。", "zh",
        accept=["lost-optimizer-state", "learning-rate-too-high"], expect=["jump"]),
]

DATA = [
    cancer("unscaled-inputs", 1, "--width 32 --optimizer sgd --lr {torch_cancer_mlp_sgd} --epochs 15", "lines",
        "Breast cancer table straight from the file (mean area up to 2500, smoothness about 0.1), MLP 32-32, two logits, CrossEntropyLoss, SGD "
        "lr={lr}, batch {batch}. It predicts one class only.",
        accept=["unscaled-inputs", "learning-rate-too-high"], expect=["worse"]),
    cancer("unscaled-saturated", 2, "--width 32 --last sigmoid --optimizer adam --lr 0.1 --epochs 15", "jsonl",
        "Binary classifier, sigmoid output and nn.BCELoss, Adam lr={lr}. Raw features between 0.001 and 4000. Loss around 63, how can that be?",
        accept=["saturated-output", "unscaled-inputs"], expect=["worse"]),
    cancer("badly-scaled/strong", 1, "--width 32 --optimizer sgd --lr {torch_cancer_mlp_sgd} --epochs 20", "logging",
        "Таблица с признаками очень разного масштаба (от микрон до километров), MLP, CrossEntropyLoss, обычный SGD lr={lr}.", "ru",
        accept=["unscaled-inputs", "wrong-optimizer", "learning-rate-too-high"], expect=["worse"]),
    cancer("missing-values/middle", 1, "--width 32 --optimizer adam --lr {torch_cancer_mlp_adam} --epochs 6", "lines",
        "Loss is nan from the very first epoch. I read a CSV with pandas, standardise it and train an MLP with CrossEntropyLoss and Adam "
        "lr={lr}. A smaller learning rate does not help.",
        accept=["missing-values"], expect=["nan"]),
    diabetes("missing-targets/mild", 1, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --epochs 6", "averages",
        "回归,MSELoss,Adam lr={lr},第一个 epoch 中间 loss 就变成 nan 了,调小学习率也没有用。数据是从 Excel 导出的。", "zh",
        accept=["missing-values"], expect=["nan"]),
    digits("misaligned-labels", 1, ADAM + " --epochs 20", "lines",
        "Validation accuracy is stuck at 10 % (10 classes) while everything looks right: inputs in [0, 1], MLP 64-64, Adam lr={lr}, "
        "CrossEntropyLoss on logits. I shuffle images and labels in my own data set class.",
        accept=["misaligned-labels", "label-noise", "uninformative-features"], expect=["worse"]),
    digits("misaligned-labels", 2, "--net cnn --optimizer adam --lr 0.001 --epochs 12", "example",
        "Точность на тесте не выше 10 %, лосс около 2.30. CNN, Adam lr={lr}, batch {batch}, картинки и метки читаются из двух файлов.", "ru",
        accept=["misaligned-labels", "label-noise", "uninformative-features"], expect=["worse"], architecture="cnn",
        name="torch-digits-cnn-misaligned-labels-2"),
    digits("labels-out-of-range", 1, ADAM + " --epochs 5", "lines",
        "Crashes in the loss. Ten classes, output layer nn.Linear(64, 10).",
        accept=["labels-out-of-range"], expect=["crash"], facts={"lr": 0.001}),
    digits("class-imbalance/strong", 1, "--optimizer sgd --lr 0.1 --epochs 12", "lines",
        "Two classes, MLP 64-64, cross-entropy, SGD lr={lr}, {nTrain} training images. Accuracy is 99 % from the first epoch and never changes, "
        "and in practice it never finds the class I am after.",
        accept=["class-imbalance", "collapsed-output"], expect=["majority"]),
    digits("class-imbalance/middle", 2, "--optimizer sgd --lr 0.05 --epochs 8", "brackets",
        "准确率从第一个 epoch 起就是 95%,一直不变。二分类,SGD lr={lr},交叉熵,训练集 {nTrain} 张图。模型好像只会输出同一个类别。", "zh",
        accept=["class-imbalance", "collapsed-output"], expect=["majority"]),
    digits("label-noise/strong", 1, ADAM + " --epochs 60", "table",
        "Digits labelled by a crowd of volunteers. MLP 64-64, Adam lr={lr}. Validation accuracy never gets over 90 % and the validation loss turns "
        "up again while others report 97 %.",
        accept=["label-noise", "conflicting-labels", "overfitting"], expect=["worse"]),
    digits("conflicting-labels/strong", 1, ADAM + " --epochs 40", "csv",
        "Training loss gets stuck around 1.0 while the validation accuracy is fine; more layers do not help. Digits collected from two annotators, "
        "MLP, Adam lr={lr}.",
        accept=["conflicting-labels", "label-noise"], expect=["worse"]),
    digits("unshuffled-data", 1, SGD + " --epochs 8", "steps",
        "The loss printed every few steps goes up and down like a saw, once an epoch. SGD lr={lr}, batch {batch}, MLP, digits from 10 folders.",
        accept=["unshuffled-data"], expect=["worse"]),
    digits("unshuffled-data", 2, "--optimizer adam --lr 0.003 --epochs 8", "running",
        "Лосс по шагам — пила с периодом в эпоху, точность на тесте около 10 %. MLP, Adam lr={lr}, batch {batch}, картинки лежат в десяти папках.", "ru",
        accept=["unshuffled-data"], expect=["worse"]),
    digits("preprocessing-mismatch", 1, ADAM + " --epochs 15", "lines",
        "Training is fine, validation terrible from the first epoch on, loss in the tens. Same images, random split. MLP, Adam lr={lr}.",
        accept=["preprocessing-mismatch", "distribution-shift"], expect=["offset"]),
    cancer("preprocessing-mismatch", 2, "--width 32 --optimizer adam --lr {torch_cancer_mlp_adam} --epochs 15", "columns",
        "", accept=["preprocessing-mismatch", "distribution-shift"], expect=["offset"]),
    digits("distribution-shift/strong", 1, ADAM + " --epochs 20", "brackets",
        "Trained on scans of 2023, validated on scans of 2024. Train accuracy 99 %, validation far below from the start. MLP, Adam lr={lr}.",
        accept=["distribution-shift", "preprocessing-mismatch"], expect=["offset"]),
    cancer("distribution-shift/strong", 2, "--width 32 --optimizer adam --lr {torch_cancer_mlp_adam} --epochs 20", "lines",
        "训练集来自 A 医院,验证集来自 B 医院。训练 loss 正常下降,验证 loss 却越来越高,验证准确率只有 40% 左右。MLP 32-32,Adam lr={lr}。", "zh",
        accept=["distribution-shift", "preprocessing-mismatch"], expect=["offset"]),
    digits("easy-validation-set", 1, "--dropout 0.3 --examples 150 --optimizer adam --lr 0.001 --epochs 40", "lines",
        "Validation loss is below the training loss and accuracy {valAccuracyPercent} %, but on new writers I get only {testAccuracyPercent} %. {nTrain} training and {nVal} "
        "validation images, several of each writer, split at random; MLP with dropout 0.3, Adam lr={lr}.",
        accept=["easy-validation-set", "data-leakage"], expect=["val-below-train"]),
    digits("data-leakage/strong", 1, "--examples 100 --optimizer adam --lr 0.003 --epochs 40", "csv",
        "On validation {valAccuracyPercent} %, on a fresh test set only {testAccuracyPercent} %. {nTrain} training and {nVal} validation images, collected over "
        "several days and split at random. MLP, Adam lr={lr}.",
        accept=["data-leakage", "easy-validation-set", "distribution-shift"], expect=[]),
    digits("single-class", 1, ADAM + " --epochs 6", "lines",
        "Loss goes to 0.0000 and accuracy is 1.0 at once. Too good to be true? ImageFolder-style loader, {nTrain} images, Adam lr={lr}.",
        accept=["single-class", "no-targets-found"], expect=["zero"]),
    digits("validation-set-too-small/middle", 1, "--optimizer adam --lr 0.003 --epochs 30", "lines",
        "Validation accuracy only ever shows 0.9 or 1.0 and val loss is all over the place while training is smooth. {nTrain} training and {nVal} validation images, Adam "
        "lr={lr}.",
        accept=["validation-set-too-small"], expect=["coarse"]),
    diabetes("outlying-targets/mild", 1, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --epochs 20", "steps",
        "Every now and then a batch has an enormous loss, always one per epoch, otherwise all is well. Regression, MSELoss, Adam lr={lr}, batch {batch}, "
        "{nTrain} rows from several clinics, target standardised.",
        accept=["outliers"], expect=["worse-train"]),
    diabetes("outlying-targets/middle", 2, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --epochs 20", "iterations",
        "个别 batch 的 loss 特别大(几百),其他 batch 都在 1 左右。回归任务,MSELoss,Adam lr={lr},batch_size={batch},目标已标准化。", "zh",
        accept=["outliers"], expect=["worse-train"]),
]

BATCH = [
    digits("batch-too-large/strong", 1, "--optimizer sgd --lr 0.3 --epochs 20", "lines",
        "Full-batch training (batch size {batch}), SGD lr={lr}, {epochs} epochs, digits, MLP, cross-entropy. It falls smoothly but it is slow. A colleague "
        "gets 95 % with the same network in as many epochs.",
        accept=["batch-too-large", "too-few-epochs", "learning-rate-too-low"], expect=["worse", "still-falling"]),
    digits("batch-too-large/middle", 2, "--optimizer adam --lr 0.001 --epochs 20", "jsonl",
        "Обучаю с batch size {batch} при {nTrain} примерах, Adam lr={lr}, {epochs} эпох. Кривая гладкая, но качество хуже, чем у коллег.", "ru",
        accept=["batch-too-large", "too-few-epochs", "learning-rate-too-low"], expect=["worse", "still-falling"]),
    digits("batch-too-small/strong", 1, "--optimizer sgd --lr 0.15 --epochs 8", "running",
        "Batch size {batch}, SGD lr={lr}. The loss is so noisy that I see no trend.",
        accept=["batch-too-small", "learning-rate-too-high"], expect=["worse"]),
]

WELL = [
    digits("healthy", 1, ADAM + " --epochs 12", "lines",
        "First network of mine: MLP 64-64 on digits, Adam lr={lr}, batch {batch}, CrossEntropyLoss. Does this look right?"),
    digits("healthy-step-schedule", 2, "--optimizer sgd --momentum 0.9 --lr 0.05 --schedule step --epochs 24", "logging",
        "The loss drops when the rate is cut and is level in between. SGD momentum 0.9, StepLR. Is something wrong?"),
    digits("healthy-warmup-cosine", 3, "--optimizer adam --lr 0.005 --schedule cosine --epochs 15", "dicts",
        "OneCycleLR с разогревом и косинусом, Adam, max lr {lr}, batch {batch}. Всё ли в порядке с кривой?", "ru"),
    digits("healthy-small-batch", 4, "--optimizer sgd --lr 0.03 --batch 4 --epochs 8", "running",
        "Batch size {batch}, SGD lr={lr}. The printed loss shakes, is that normal?", accept=["healthy", "batch-noise"]),
    digits("healthy-cnn", 5, "--net cnn --optimizer adam --lr {torch_digits_cnn_adam} --epochs 12", "example", "", architecture="cnn"),
    digits("healthy-batchnorm", 6, "--normalize --optimizer sgd --momentum 0.9 --lr {torch_digits_bn_sgd} --epochs 15", "columns",
        "MLP 加 BatchNorm,SGD 动量 0.9,lr={lr}。这条曲线正常吗?", "zh", architecture="mlp-batchnorm"),
    digits("healthy-early-stop", 7, "--optimizer adam --lr 0.002 --dropout 0.2 --patience 6 --epochs 60", "brackets",
        "Stopped early with patience 6. MLP 64-64, dropout 0.2, Adam lr={lr}. Good enough?"),
    cancer("healthy", 1, "--width 32 --optimizer adam --lr {torch_cancer_mlp_adam} --epochs 12", "bars", ""),
    diabetes("healthy", 1, "--width 32 --optimizer adam --lr {torch_diabetes_mlp_adam} --dropout 0.2 --epochs 25", "table",
        "Regression, target standardised (variance 1), MSELoss, Adam lr={lr}, linear output. Final validation MSE {valLoss}. Is this curve all right?"),
    digits("healthy-embedding", 8, "--optimizer adam --lr 0.001 --width 128 --epochs 12", "lines",
        "Triplet loss with margin 0.5, all triplets, Adam lr={lr}. Fine?", **TRIPLET),
    digits("healthy-bars", 9, "--optimizer adam --lr 0.002 --epochs 8", "bars", "这个训练过程有问题吗?Adam lr={lr},batch {batch}。", "zh"),
    digits("healthy-csv", 10, "--optimizer adamw --lr 0.002 --weight-decay 0.01 --epochs 20", "csv", ""),
    digits("healthy-averages", 11, "--net cnn --optimizer sgd --momentum 0.9 --lr 0.02 --epochs 10", "averages",
        "Small CNN, SGD momentum 0.9, lr={lr}, batch {batch}. The loss of single batches goes up and down. Fine?", architecture="cnn"),
    digits("healthy-json", 12, "--activation tanh --optimizer adam --lr 0.002 --epochs 20", "jsonl",
        "MLP с tanh, Adam lr={lr}, batch {batch}, кросс-энтропия. Есть ли проблемы?", "ru"),
    digits("healthy-steps", 13, "--optimizer adam --lr 0.002 --epochs 10", "steps",
        "The loss of single steps is quite noisy and grad_norm jumps. Adam lr={lr}, batch {batch}.", accept=["healthy", "batch-noise"]),
    digits("healthy-plain", 14, "--optimizer adam --lr 0.001 --epochs 25", "plain", "训练 loss 这样下降正常吗?Adam,lr={lr}。", "zh"),
    cancer("healthy-sgd", 2, "--width 32 --optimizer sgd --lr {torch_cancer_mlp_sgd} --epochs 12", "logging",
        "Breast cancer, standardised, SGD lr={lr}, batch {batch}, two logits with CrossEntropyLoss. Converged?"),
    cancer("healthy-short", 3, "--width 16 --optimizer adam --lr 0.003 --dropout 0.2 --epochs 10", "iterations", ""),
    cancer("healthy-sigmoid", 3, "--width 32 --last sigmoid --dropout 0.2 --optimizer adam --lr 0.002 --epochs 8", "brackets",
        "Бинарная классификация, sigmoid и BCELoss, Adam lr={lr}. Всё хорошо?", "ru"),
    diabetes("healthy-sgd", 2, "--width 16 --optimizer sgd --lr 0.01 --epochs 25", "csv",
        "Regression, target with variance 1, SGD lr={lr}, MSELoss. val loss levels out near {valLoss}; is that what one can get?"),
    diabetes("healthy-dropout", 3, "--width 16 --optimizer adam --lr 0.002 --dropout 0.1 --epochs 25", "lines", ""),
    digits("healthy-dropout", 15, "--dropout 0.3 --optimizer adam --lr 0.002 --epochs 25", "table",
        "Validation is better than training for most of the run. Dropout 0.3 after both hidden layers, Adam lr={lr}.",
        accept=["evaluation-asymmetry", "healthy"]),
    digits("healthy-large-batch", 16, "--batch 128 --optimizer adam --lr 0.005 --epochs 20", "logging", "Batch size {batch}, Adam lr={lr}. OK?"),
    digits("healthy-rnn", 17, "--net rnn --width 64 --depth 1 --clip 1 --optimizer adam --lr 0.003 --epochs 25", "lines",
        "RNN читает строки картинки, клиппинг 1, Adam lr={lr}. Нормально?", "ru", architecture="rnn"),
    cancer("healthy-tanh", 5, "--width 16 --activation tanh --optimizer sgd --momentum 0.9 --lr 0.01 --epochs 12", "columns", ""),
]

HELD_OUT = [
    wine("healthy", 1, "--width 16 --batch 16 --optimizer adam --lr {torch_wine_mlp_adam} --epochs 15", "lines",
        "Wine data, 3 classes, {nTrain} rows, standardised, Adam lr={lr}. OK?"),
    wine("healthy-sgd", 5, "--width 16 --batch 16 --optimizer sgd --lr 0.05 --epochs 30", "table",
        "葡萄酒数据集,三分类,SGD lr={lr},batch {batch}。曲线正常吗?", "zh"),
    wine("healthy-dropout", 7, "--width 32 --batch 16 --dropout 0.3 --optimizer adam --lr 0.002 --epochs 15", "dicts", ""),
    wine("lr-too-high/strong", 4, "--width 16 --batch 16 --optimizer adam --lr {torch_wine_mlp_adam} --epochs 20", "lines",
        "Three classes of wine, {nTrain} training rows, standardised features, MLP 16-16, Adam lr={lr}, batch {batch}, CrossEntropyLoss. The loss "
        "jumps around.",
        accept=["learning-rate-too-high"], expect=["worse"]),
    wine("unscaled-inputs", 1, "--width 16 --batch 16 --optimizer sgd --lr 0.03 --epochs 25", "brackets",
        "Wine из sklearn, признаки как есть (proline до 1680, hue около 1), MLP 16-16, SGD lr={lr}, кросс-энтропия. Лосс не опускается ниже 1.09.", "ru",
        accept=["unscaled-inputs", "learning-rate-too-high"], expect=["worse"]),
    wine("gradients-not-cleared", 2, "--width 16 --batch 16 --optimizer sgd --lr 0.1 --epochs 30", "csv",
        "三分类,wine 数据集,已标准化。SGD lr={lr},batch {batch}。loss 时好时坏,来回摆动。", "zh",
        accept=["gradients-not-cleared", "learning-rate-too-high"], expect=["worse"]),
    wine("missing-values/mild", 3, "--width 16 --batch 16 --optimizer adam --lr {torch_wine_mlp_adam} --epochs 6", "logging",
        "nan at once. 13 chemical measurements per bottle from a lab's spreadsheet, standardised, Adam lr={lr}.",
        accept=["missing-values"], expect=["nan"]),
    text("healthy-char-model", 1, "--width 64 --clip 1 --optimizer adam --lr {torch_charlm_adam} --epochs 4", "iterations",
        "Character model (GRU 64, {kinds} characters, 54k characters of text), Adam lr={lr}, clipping at 1. Does it train well?", **CHAR),
    text("healthy-cosine", 2, "--width 64 --clip 1 --schedule cosine --optimizer adam --lr 0.02 --epochs 4", "steps",
        "GRU по символам, OneCycleLR, Adam, батч {batch}. Кривая в порядке?", "ru", **CHAR),
    text("lr-too-high/middle", 1, "--width 64 --clip 1 --optimizer adam --lr {torch_charlm_adam} --epochs 4", "iterations",
        "Character-level GRU, {kinds} characters, Adam lr={lr}, batch {batch}. Validation loss is stuck at about 3.",
        accept=["learning-rate-too-high", "exploding-gradients"], expect=["worse"], **CHAR),
    text("lr-too-low/strong", 1, "--width 64 --clip 1 --optimizer adam --lr {torch_charlm_adam} --epochs 4", "steps",
        "字符级语言模型(GRU,{kinds} 个字符),Adam lr={lr},loss 下降得太慢了。", "zh",
        accept=["learning-rate-too-low", "too-few-epochs"], expect=["worse"], **CHAR),
    text("exploding-gradients", 1, "--net rnn --width 128 --clip 1 --optimizer sgd --lr 2.0 --epochs 4", "steps",
        "Plain recurrent network (nn.RNN with ReLU) on text, SGD lr={lr}, no gradient clipping.",
        accept=["exploding-gradients", "learning-rate-too-high"], expect=["nan"], **CHAR),
    text("overfitting/strong", 1, "--width 128 --examples 2000 --clip 1 --optimizer adam --lr {torch_charlm_adam} --epochs 60", "lines",
        "Char-RNN на коротком тексте: {nTrain} символов в обучении, {nVal} в валидации, GRU, Adam lr={lr}. Лосс на обучении падает, на валидации растёт.", "ru",
        accept=FAMILY, expect=["gap"], switch="long-training", twin="--width 64 --clip 1 --optimizer adam --lr {torch_charlm_adam} --epochs 4 --seed 1", **CHAR),
    text("misaligned-labels", 2, "--width 64 --clip 1 --optimizer adam --lr {torch_charlm_adam} --epochs 4", "iterations",
        "The loss goes to about 3.1 and not below; the same network on another corpus reaches 2. Characters, GRU, Adam lr={lr}.",
        accept=["misaligned-labels", "uninformative-features", "label-noise"], expect=["worse"], **CHAR),
]

RUNS = RATE + CAPACITY + NETWORK + LOSS + DATA + BATCH + WELL + HELD_OUT
