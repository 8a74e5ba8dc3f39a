"""The Keras runs, and the worked example of a small convolutional network with its five causes apart (seed-c-*)."""

from functools import partial

from plan_entry import entry
from plan_torch import FAMILY

LENET = {"architecture": "cnn"}

digits = partial(entry, "keras", "digits", twin="keras-digits-healthy-1")
cancer = partial(entry, "keras", "cancer", twin="keras-cancer-healthy-1")
diabetes = partial(entry, "keras", "diabetes", twin="keras-diabetes-healthy-plateau-1")
wine = partial(entry, "keras", "wine", twin="keras-wine-healthy-1")

ADAM = "--optimizer adam --lr {keras_digits_mlp_adam}"
SGD = "--optimizer sgd --lr {keras_digits_mlp_sgd}"
CANCER = "--width 32 --optimizer adam --lr {keras_cancer_mlp_adam}"
DIABETES = "--width 32 --optimizer adam --lr {keras_diabetes_mlp_adam}"
WINE = "--width 16 --batch 16 --optimizer adam --lr {keras_wine_mlp_adam}"
CNN = "--net lenet --depth 1 --dropout 0.5 --optimizer adam --lr {keras_digits_lenet_adam}"


def seed_c(label, about, seed, style, question, lang="en", options=CNN + " --epochs 12", **more):
    """One run of the worked example."""
    return digits(about, seed, options, style, question, lang, name=f"seed-c-{label}", twin="seed-c-healthy", **LENET, **more)


SEED_C = [
    seed_c("healthy", "healthy", 1, "lines",
        "手写数字识别,小型 CNN(Conv16-Conv32-Dense64-Dropout0.5-softmax10),Adam,learning_rate={lr},训练集 {nTrain} 张。这样的训练过程正常吗?", "zh"),
    seed_c("learning-rate-high", "lr-too-high/strong", 1, "lines",
        "手写数字识别的 CNN,训练 loss 一直不下降,停在 2.3 左右。Adam,learning_rate={lr},batch_size={batch},最后一层 Dense(10, softmax),"
        "loss 用 sparse_categorical_crossentropy,输入已经归一化到 0~1。", "zh",
        accept=["learning-rate-too-high", "dead-units"], expect=["worse"]),
    seed_c("learning-rate-low", "lr-too-low/strong", 2, "bar",
        "The training loss of my CNN hardly falls. Digits scaled to 0..1, Adam(learning_rate={lr}), batch size {batch}, softmax over 10 classes, "
        "sparse_categorical_crossentropy, {nTrain} images.", options=CNN + " --epochs 8",
        accept=["learning-rate-too-low", "too-few-epochs"], expect=["worse"]),
    seed_c("preprocessing-missing", "missing-values/middle", 1, "lines",
        "训练 CNN 时 loss 一直停在 2.30,完全不下降。Adam,learning_rate={lr},softmax 输出,像素除以 16。数据是自己从 CSV 读的,"
        "df.isna().sum() 显示有一列大约 10% 是 NaN,没有处理。", "zh",
        accept=["missing-values"], expect=["worse"]),
    seed_c("preprocessing-outliers", "outliers/strong", 1, "lines",
        "CNN on 8x8 images, Adam lr {lr}, pixels divided by 16. It learns slowly and training accuracy ends at 0.80 only. The images come from a "
        "sensor; np.abs(x_train).max() prints about 300 although all values should lie between 0 and 1.",
        accept=["outliers", "unscaled-inputs"], expect=["worse"]),
    seed_c("preprocessing-unscaled", "unscaled-inputs", 1, "lines",
        "图像像素是 0 到 255 的原始值,没有归一化。CNN,SGD,learning_rate={lr},loss 一直是 2.3。", "zh",
        options="--net lenet --depth 1 --optimizer sgd --lr {keras_digits_mlp_sgd} --epochs 10",
        accept=["unscaled-inputs", "learning-rate-too-high", "dead-units"], expect=["worse"]),
    seed_c("preprocessing-unbalanced", "class-imbalance/strong", 1, "lines",
        "Is this digit a 9 or not? Accuracy is 0.99 from the first epoch and the loss does not get anywhere. Sigmoid output, binary_crossentropy, SGD "
        "lr {lr}, {nTrain} images.", options="--net lenet --depth 1 --optimizer sgd --lr 0.05 --epochs 10",
        accept=["class-imbalance", "collapsed-output"], expect=["majority"]),
    seed_c("complexity-large", "overfitting/strong", 1, "lines",
        "模型很大(两层 Dense {width}),训练集只有 {nTrain} 张图片。训练准确率 100%,验证集却差很多。", "zh",
        options="--net lenet --depth 2 --optimizer adam --lr {keras_digits_lenet_adam} --epochs 40",
        accept=FAMILY, expect=["worse"]),
    seed_c("complexity-small", "model-too-small/strong", 1, "lines",
        "Loss of train and val get stuck together. Conv16-Conv32-Dense({width}, tanh)-Dense(10, softmax), Adam lr {lr}.",
        options="--net lenet --depth 1 --activation tanh --optimizer adam --lr {keras_digits_lenet_adam} --epochs 25",
        accept=["model-too-small", "bottleneck"], expect=["worse"]),
    seed_c("data-size", "too-little-data/strong", 1, "lines",
        "Обучающая выборка всего {nTrain} картинок, валидационная {nVal}. CNN, Adam lr={lr}. На обучении всё идеально, на валидации плато.", "ru",
        options="--net lenet --depth 1 --optimizer adam --lr {keras_digits_lenet_adam} --epochs 50 --examples 40", switch="few-examples",
        accept=["too-little-data", *(c for c in FAMILY if c != "too-little-data")], expect=["worse"]),
    seed_c("initialisation", "init-huge", 1, "lines",
        "All kernels start from RandomNormal(stddev=5). The loss of the first epoch is astronomic. CNN, Adam lr {lr}, 10 classes.",
        accept=["poor-initialization"], expect=["huge-start"]),
    seed_c("initialisation-zero", "init-zero", 2, "lines",
        "卷积层和全连接层的 kernel_initializer 都是 'zeros'。loss 一直是 2.3026,accuracy 0.1。Adam,lr={lr}。", "zh",
        accept=["poor-initialization", "dead-units"], expect=["constant"]),
]

OPTIMISATION = [
    digits("lr-too-high/strong", 1, SGD + " --epochs 15", "lines",
        "Keras, Dense 64-64-10 softmax, sparse_categorical_crossentropy, SGD learning_rate={lr}, batch size {batch}, digits in [0, 1]. Never gets "
        "away from 10 %.",
        accept=["learning-rate-too-high", "dead-units"], expect=["worse"]),
    digits("lr-too-high/middle", 2, ADAM + " --epochs 10", "bar",
        "Adam с learning_rate={lr}, batch {batch}, Dense 64-64, softmax, 10 классов, пиксели от 0 до 1. Точность прыгает и не растёт.", "ru",
        accept=["learning-rate-too-high"], expect=["worse"]),
    digits("lr-too-high/middle", 4, SGD + " --momentum 0.5 --epochs 20", "events",
        "", accept=["learning-rate-too-high", "dead-units"], expect=["worse"]),
    diabetes("lr-too-high/strong", 1, "--width 32 --optimizer sgd --lr 0.03 --epochs 12", "lines",
        "Regression, Dense(1) linear, mse, SGD(learning_rate={lr}), inputs and targets standardised. nan!",
        accept=["learning-rate-too-high", "exploding-gradients"], expect=["nan"]),
    digits("lr-too-low/middle", 1, ADAM + " --epochs 15", "csv", "",
        accept=["learning-rate-too-low", "too-few-epochs"], expect=["worse", "still-falling"]),
    cancer("lr-too-low/strong", 2, CANCER + " --epochs 20", "lines",
        "loss 几乎不下降。二分类,sigmoid 输出,binary_crossentropy,Adam(learning_rate={lr}),batch_size={batch},特征已经标准化。", "zh",
        accept=["learning-rate-too-low", "too-few-epochs"], expect=["worse"]),
    digits("too-few-epochs/strong", 1, "--optimizer sgd --lr 0.01 --epochs 100", "lines",
        "I trained {epochs} epochs with SGD(learning_rate={lr}), batch {batch}. Why is the accuracy so low?",
        accept=["too-few-epochs", "learning-rate-too-low"], expect=["worse", "still-falling"]),
    cancer("wrong-optimizer/strong", 1, "--width 32 --optimizer sgd --lr 0.1 --epochs 20", "lines",
        "Sensor table whose columns differ by six orders of magnitude, Dense 32-32-1 sigmoid, binary_crossentropy, SGD {lr}. nan.",
        accept=["unscaled-inputs", "wrong-optimizer", "learning-rate-too-high"], expect=["worse"]),
    digits("batch-too-large/strong", 1, "--optimizer sgd --lr 0.1 --epochs 25", "lines",
        "model.fit(..., batch_size={batch}, epochs={epochs}) with {nTrain} images, SGD learning_rate={lr}. Smooth but slow.",
        accept=["batch-too-large", "too-few-epochs", "learning-rate-too-low"], expect=["worse", "still-falling"]),
]

CAPACITY = [
    diabetes("overfitting/strong", 1, DIABETES + " --epochs 60", "history",
        "Train loss goes to zero, val loss up. Regression with {nTrain} rows, Dense {width}-{width}-1, mse, Adam {lr}.",
        accept=FAMILY, expect=["gap"]),
    digits("overfitting/middle", 2, ADAM + " --epochs 40", "events",
        "Обучающих примеров {nTrain}, два слоя по {width} нейронов, Adam lr={lr}, без регуляризации.", "ru",
        accept=FAMILY, expect=["worse"]),
    cancer("confidence/strong", 2, "--width 64 --optimizer adam --lr 0.003 --epochs 30", "csv",
        "val_loss rises while val_accuracy stays at about {valAccuracyPercent} %. {nTrain} training rows, sigmoid, binary_crossentropy, Adam lr={lr}.",
        accept=["confidence-not-correctness", *FAMILY], expect=["rising"]),
    digits("model-too-small/strong", 1, ADAM + " --activation tanh --epochs 30", "lines",
        "Dense(1, tanh), Dense(1, tanh), Dense(10, softmax). Adam lr={lr}. accuracy 不超过 {valAccuracyPercent}%,训练集和验证集差不多。", "zh",
        accept=["model-too-small", "bottleneck"], expect=["worse"]),
    digits("dropout/strong", 1, ADAM + " --epochs 25", "lines",
        "Dense 64-64 with Dropout({dropout}) after both, Adam lr={lr}. Neither loss nor accuracy gets anywhere.",
        accept=["too-much-regularization"], expect=["worse"]),
    digits("weight-decay/strong", 1, ADAM + " --epochs 25", "lines",
        "kernel_regularizer=L2({weightDecay}) on the dense layers, Adam lr={lr}, digits. The loss falls a lot but the accuracy does not move.",
        accept=["too-much-regularization"], expect=["worse"]),
    digits("weight-decay/middle", 2, ADAM + " --epochs 25", "lines",
        "Dense-слои с kernel_regularizer=l2({weightDecay}), Adam lr={lr}. Лосс застрял около {valLoss}, точность {valAccuracyPercent} %, у коллег 95 %.", "ru",
        accept=["too-much-regularization"], expect=["worse"]),
]

NETWORK = [
    digits("init-zero", 3, ADAM + " --epochs 10", "bar", "", accept=["poor-initialization", "dead-units"], expect=["constant"]),
    digits("deep-sigmoid/strong", 1, ADAM + " --epochs 12", "lines",
        "16 hidden Dense layers with sigmoid, softmax output, Adam {lr}. Stuck at 2.303.",
        accept=["vanishing-gradients", "wrong-hidden-activation", "saturated-activations", "missing-normalization"], expect=["worse"]),
    digits("dead-units", 1, ADAM + " --epochs 10", "lines",
        "Loss frozen. Dense 64-64 ReLU, softmax 10, Adam {lr}, digits in 0..1. First layers give only zeros when I look at them.",
        accept=["dead-units", "poor-initialization"], expect=["constant"]),
    digits("weights-not-updated", 1, ADAM + " --epochs 10", "lines",
        "每个 epoch 的 loss 和 accuracy 完全一样,小数点后四位都不变。Adam lr={lr},batch {batch},softmax + sparse_categorical_crossentropy。", "zh",
        accept=["weights-not-updated"], expect=["constant"]),
    digits("batch-norm-statistics", 1, "--normalize --optimizer adam --lr 0.003 --epochs 12", "lines",
        "Dense + BatchNormalization, Adam {lr}, batch {batch}. accuracy 0.99 but val_accuracy far below; train and val come from one shuffled set.",
        accept=["batch-norm-statistics", "preprocessing-mismatch", "distribution-shift"], expect=["worse"], architecture="mlp-batchnorm"),
]

LOSS = [
    cancer("output-loss-mismatch", 1, CANCER + " --epochs 15", "lines",
        "Binary classification: Dense(1, activation='softmax'), binary_crossentropy, Adam. Accuracy does not move at all.", summary=True,
        accept=["output-loss-mismatch", "wrong-output-activation"], expect=["worse", "majority"]),
    digits("output-loss-mismatch", 2, ADAM + " --epochs 12", "lines",
        "model.add(Dense(10)) and loss='sparse_categorical_crossentropy', optimizer Adam {lr}. After two epochs the loss sits at 2.3008 for good, though accuracy is about 40 %.",
        accept=["output-loss-mismatch"], expect=["worse"]),
    digits("wrong-loss", 1, ADAM + " --epochs 10", "lines",
        "Лосс отрицательный и убывает! Метки 0..9, Dense(1, activation='sigmoid'), binary_crossentropy, Adam lr={lr}.", "ru",
        accept=["wrong-loss", "output-loss-mismatch", "wrong-output-activation"], expect=["negative"]),
    diabetes("wrong-output-activation", 1, DIABETES + " --epochs 40", "csv",
        "Dense(1, activation='relu') as the last layer, mse, standardised target, Adam {lr}. Error stays high.",
        accept=["wrong-output-activation", "output-loss-mismatch", "dead-units"], expect=["worse"]),
    diabetes("wrong-metric", 1, DIABETES + " --epochs 25", "lines",
        "Accuracy is 0.0000 in every epoch although the loss falls. Regression, Dense(1), mse, metrics=['accuracy'], Adam {lr}.",
        accept=["wrong-metric"], expect=["accuracy-zero"]),
    diabetes("unscaled-targets/strong", 1, "--width 32 --optimizer sgd --lr 0.03 --epochs 10", "lines",
        "目标值是价格(单位:分,几万到几十万),输入做了标准化,Dense(1),mse,SGD(learning_rate={lr})。loss 大到 1e22。", "zh",
        accept=["unscaled-targets", "exploding-gradients", "learning-rate-too-high"], expect=["huge-start"]),
    diabetes("loss-scale/strong", 2, "--width 32 --optimizer adam --lr 0.003 --epochs 20", "lines",
        "Loss {valLoss} – great? The targets are returns with a standard deviation of 0.005, Dense(1), mse.",
        accept=["loss-scale"], expect=["small"]),
]

DATA = [
    cancer("unscaled-inputs", 1, "--width 32 --optimizer sgd --lr 0.1 --epochs 12", "lines",
        "Raw breast cancer table (columns up to 4000), Dense 32-32-1 sigmoid, binary_crossentropy, SGD({lr}). Always the same class.",
        accept=["unscaled-inputs", "learning-rate-too-high"], expect=["worse"], noise=True),
    cancer("missing-values/mild", 1, CANCER + " --epochs 5", "bar",
        "The loss does not move and it always predicts the same class. A table from our clinic read with pandas (a few cells are empty), scaled, Dense "
        "32-32 relu, sigmoid, binary_crossentropy, Adam {lr}.",
        accept=["missing-values"], expect=["worse"]),
    cancer("missing-values/mild", 2, CANCER + " --activation tanh --epochs 5", "lines",
        "loss: nan from the start. A table from our clinic read with pandas, scaled, Adam {lr}. Gradient clipping does not help.",
        accept=["missing-values"], expect=["nan"]),
    digits("misaligned-labels", 1, ADAM + " --epochs 15", "lines",
        "val_accuracy 一直是 0.1 左右(10 类)。我把图片和标签分别打乱后再训练,模型 Dense 64-64,Adam lr={lr}。", "zh",
        accept=["misaligned-labels", "label-noise", "uninformative-features"], expect=["worse"]),
    digits("labels-out-of-range", 1, ADAM + " --epochs 5", "lines",
        "Error in fit. 10 classes, Dense(10, activation='softmax'), sparse_categorical_crossentropy.",
        accept=["labels-out-of-range"], expect=["crash"], noise=True, facts={"lr": 0.003}),
    digits("class-imbalance/strong", 2, "--optimizer sgd --lr 0.1 --epochs 10", "lines",
        "Accuracy 0.99 from epoch 1, constant. Dense 64-64-1 sigmoid, binary_crossentropy, SGD {lr}. The few positives are never found.",
        accept=["class-imbalance", "collapsed-output"], expect=["majority"]),
    digits("label-noise/strong", 2, ADAM + " --epochs 40", "lines",
        "Метки ставили студенты, без проверки. Dense 64-64, Adam lr={lr}. Точность на валидации не поднимается выше 90 %, а val_loss растёт.", "ru",
        accept=["label-noise", "conflicting-labels", "overfitting"], expect=["worse"]),
    digits("conflicting-labels/strong", 2, ADAM + " --epochs 30", "history",
        "", accept=["conflicting-labels", "label-noise"], expect=["worse"]),
    digits("unshuffled-split", 1, ADAM + " --epochs 10", "lines",
        "Training accuracy is perfect, val_accuracy 0.0159 in every epoch. model.fit(x, y, validation_split=0.2), images read folder by folder, Adam {lr}.",
        accept=["unshuffled-data", "distribution-shift"], expect=["worse"]),
    digits("unshuffled-data", 2, SGD + " --epochs 6", "batches",
        "I print the loss of every fourth batch. In each epoch it goes through the same hills. SGD {lr}, batch {batch}, fit(shuffle=False).",
        accept=["unshuffled-data"], expect=["worse"]),
    digits("distribution-shift/strong", 1, ADAM + " --epochs 15", "lines",
        "Other scanner for the validation images. val_loss high from the first epoch on while training is fine. Adam {lr}.",
        accept=["distribution-shift", "preprocessing-mismatch"], expect=["offset"]),
    digits("preprocessing-mismatch", 1, ADAM + " --epochs 10", "bar",
        "训练集正常,验证集 loss 从第一个 epoch 就有几十。图片来自同一个数据集,随机划分。Adam lr={lr}。", "zh",
        accept=["preprocessing-mismatch", "distribution-shift"], expect=["offset"]),
    digits("easy-validation-set", 1, "--dropout 0.3 --examples 150 --optimizer adam --lr 0.001 --epochs 40", "lines",
        "val_loss < loss all the time. {nTrain} images for training and {nVal} for validation, many of the same person, dropout 0.3. On other people's "
        "digits only {testAccuracyPercent} %.",
        accept=["easy-validation-set", "data-leakage"], expect=["val-below-train"]),
    digits("single-class", 1, ADAM + " --epochs 5", "lines",
        "loss 0, accuracy 1.0 in the first epochs. flow_from_directory-like loader, {nTrain} images.",
        accept=["single-class", "no-targets-found"], expect=["zero"]),
    digits("validation-set-too-small/strong", 1, "--optimizer adam --lr 0.001 --epochs 25", "lines",
        "val_accuracy is 1.0 after three epochs. Is my network perfect? {nTrain} training images, {nVal} for validation.",
        accept=["validation-set-too-small"], expect=["coarse"]),
]

WELL = [
    digits("healthy", 1, ADAM + " --epochs 15", "lines",
        "Dense 64-64-10 softmax, sparse_categorical_crossentropy, Adam {lr}, batch {batch}. Anything to worry about?"),
    digits("healthy-bar", 2, "--optimizer adam --lr 0.001 --epochs 8", "bar", "", noise=True),
    digits("healthy-dropout", 3, "--dropout 0.3 --optimizer adam --lr 0.002 --epochs 25", "lines",
        "The validation loss is below the training loss. Two dropout layers (0.3), Adam {lr}. Is there a bug?",
        accept=["evaluation-asymmetry", "healthy"]),
    cancer("healthy", 1, CANCER + " --epochs 15", "csv", "Всё ли здесь в порядке?", "ru"),
    diabetes("healthy-plateau", 1, DIABETES + " --schedule plateau --dropout 0.1 --epochs 30", "lines",
        "Regression with standardised targets, mse, Adam {lr}, ReduceLROnPlateau. Final val_loss {valLoss}."),
    digits("healthy-early-stop", 4, "--optimizer adam --lr 0.003 --dropout 0.2 --patience 5 --epochs 60", "lines", "早停之后的曲线正常吗?", "zh"),
    digits("healthy-events", 5, "--optimizer adam --lr 0.002 --epochs 15", "events", ""),
    digits("healthy-cosine", 6, "--optimizer adam --lr 0.005 --schedule cosine --epochs 15", "history",
        "Cosine decay with warm-up, target {lr}. Fine?"),
    digits("healthy-normalize", 7, "--normalize --optimizer adam --lr 0.002 --epochs 8", "lines", "", architecture="mlp-batchnorm"),
    digits("healthy-cnn", 8, "--net lenet --depth 1 --dropout 0.25 --optimizer adam --lr 0.002 --epochs 10", "lines",
        "Small CNN, Adam {lr}, dropout 0.25, {nTrain} training images. The loss of the last epochs hardly changes: finished?", architecture="cnn"),
    digits("healthy-sgd", 9, "--optimizer sgd --momentum 0.9 --lr 0.02 --epochs 15", "history", ""),
    digits("healthy-step", 10, "--optimizer adam --lr 0.005 --schedule step --epochs 18", "csv",
        "LearningRateScheduler каждые 6 эпох делит lr на 10, начальный lr 0.005. Это нормальная кривая?", "ru"),
    digits("healthy-rmsprop", 11, "--optimizer rmsprop --lr 0.001 --epochs 12", "lines", "RMSprop,learning_rate={lr},这样正常吗?", "zh"),
    digits("healthy-batch-64", 12, "--dropout 0.1 --optimizer adam --lr 0.002 --batch 64 --epochs 15", "bar",
        "Batch size {batch}, Adam {lr}. Should I train longer?"),
    cancer("healthy-dropout", 3, "--width 32 --dropout 0.3 --optimizer adam --lr 0.002 --epochs 12", "lines",
        "Two classes, sigmoid, binary_crossentropy, Adam {lr}, dropout 0.3, {nVal} validation rows."),
    diabetes("healthy", 2, "--width 16 --dropout 0.1 --optimizer adam --lr 0.001 --epochs 25", "history",
        "回归,目标已标准化(方差为 1),mse,Adam {lr}。最后 val_loss {valLoss},还能更好吗?", "zh"),
]

HELD_OUT = [
    wine("healthy", 1, WINE + " --epochs 20", "lines", "Wine, 3 classes, {nTrain} rows. Adam {lr}. OK?"),
    wine("healthy-dropout", 3, "--width 32 --batch 16 --dropout 0.2 --optimizer adam --lr 0.005 --epochs 15", "csv", ""),
    wine("lr-too-high/strong", 1, WINE + " --epochs 25", "lines",
        "Три класса вин, {nTrain} строк, признаки стандартизованы, Dense 16-16, softmax, Adam(learning_rate={lr}). Лосс сначала скачет, потом застревает на 1.06.", "ru",
        accept=["learning-rate-too-high"], expect=["worse"]),
    wine("lr-too-low/strong", 2, "--width 16 --batch 16 --optimizer adam --lr 0.001 --epochs 25", "csv",
        "Three classes, {nTrain} rows, standardised, softmax, Adam(learning_rate={lr}), {epochs} epochs. Slow.",
        accept=["learning-rate-too-low", "too-few-epochs"], expect=["worse"]),
    wine("output-loss-mismatch", 4, WINE + " --epochs 20", "lines",
        "最后一层 Dense(3) 没有激活函数,loss='sparse_categorical_crossentropy',Adam。loss 降不下去。", "zh",
        accept=["output-loss-mismatch"], expect=["worse"]),
    wine("unshuffled-split", 1, WINE + " --epochs 15", "lines",
        "fit(validation_split=0.2): training loss goes to 0, val_loss turns up after a few epochs. The CSV is ordered by cultivar.",
        accept=["unshuffled-data", "distribution-shift"], expect=["worse"]),
]

RUNS = SEED_C + WELL + OPTIMISATION + CAPACITY + NETWORK + LOSS + DATA + HELD_OUT
