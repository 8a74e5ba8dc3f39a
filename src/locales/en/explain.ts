// English sentences of the long explanations: how a cause is seen, and what each check asks.

export const explain = {
  'cause.unscaled-inputs.see':
    'The first loss is far above that of guessing, the first steps jump, and plain SGD stalls where Adam still moves. The columns of the inputs differ in size by orders of magnitude, or pixels run from 0 to 255.',
  'cause.unscaled-targets.see':
    'The first loss is of the order of the targets squared, gradients are in the thousands, and only tiny learning rates do not diverge.',
  'cause.missing-values.see':
    'The loss is NaN from the first batch on, or from the first batch that holds the broken row; the data have empty cells, NaN or Inf.',
  'cause.outliers.see':
    'Single batches throw the loss up by orders of magnitude and it comes back at once, each time at the same examples; with MAE instead of MSE the spikes are gone.',
  'cause.class-imbalance.see':
    'The accuracy stands at the share of the largest class to the last digit, the recall of rare classes is 0, and the loss stands at the entropy of the class shares.',
  'cause.label-noise.see':
    'The training accuracy levels off at some value below 1 while validation on clean labels is higher; the examples with the largest loss look wrong to a person.',
  'cause.conflicting-labels.see':
    'The training loss levels off above 0 although the model can learn single batches by heart; the same input occurs with two labels.',
  'cause.labels-out-of-range.see':
    'The first loss is far from ln K, or NaN, or an index error; the largest label is K or more, the smallest below 0, or labels count from 1.',
  'cause.single-class.see':
    'Loss 0 and accuracy 1 after a few steps, in training and in validation; the label counts show one class.',
  'cause.no-targets-found.see':
    'Precision, recall and mAP are exactly 0 from the start; the number of targets in a batch is 0; the label folder is not the one that the loader reads.',
  'cause.unshuffled-data.see':
    'Within an epoch the loss falls, at its border it jumps back: a saw-tooth. The accuracy forgets one class while it learns the next.',
  'cause.misaligned-labels.see':
    'The loss stays at ln K (or at the variance of the targets) however long one trains, yet one batch can be learnt by heart.',
  'cause.too-little-data.see':
    'The training loss goes to 0 while validation stops early; more data move the validation curve, a smaller model moves it too.',
  'cause.easy-validation-set.see':
    'Validation is better than training from the first epoch on, also with training measured in eval mode; rows of one group lie in both splits.',
  'cause.data-leakage.see':
    'Validation is perfect, or far better than the task allows, from early on; a new test set is much worse.',
  'cause.distribution-shift.see':
    'Validation is far above training from the first epoch on and moves beside it; a classifier tells the splits apart with an AUC far above 0.5.',
  'cause.preprocessing-mismatch.see':
    'Validation is poor from the first epoch on while training goes well; the training examples themselves do badly when they are sent through the validation pipeline.',
  'cause.validation-set-too-small.see':
    'The validation accuracy jumps by whole per cents from epoch to epoch in multiples of 1/n, without a trend.',
  'cause.no-validation-set.see': 'The log holds training values only.',
  'cause.uninformative-features.see':
    'The loss stays at the cost of guessing for every model and every rate; simple baselines do no better.',
  'cause.overfitting.see': 'Training falls on, validation turns and rises: the gap opens after some epochs and grows.',
  'cause.model-too-large.see':
    'The gap of overfitting, with parameters far above the number of examples; a smaller model closes it without doing worse.',
  'cause.model-too-small.see':
    'Both curves level off together above the reachable loss, and one single batch cannot be learnt by heart.',
  'cause.wrong-output-activation.see':
    'Predictions end where the activation ends: at 0 for ReLU, at 0 and 1 for sigmoid, at -1 and 1 for tanh; the targets go further.',
  'cause.output-loss-mismatch.see':
    'The loss stands at ln K or at 0.693, or falls far too slowly from the start, or is NaN; the code pairs softmax with a loss on logits, or one unit with many classes.',
  'cause.wrong-hidden-activation.see':
    'The loss hardly falls in a deep network of sigmoid or tanh, the first layers have gradients near 0; with ReLU it falls at once.',
  'cause.wrong-loss.see':
    'The loss falls while what it should mean does not improve; a cross-entropy goes below 0, or class numbers are regressed.',
  'cause.wrong-metric.see': 'The loss falls and the metric stands at 0, at 1 or at (K-1)/K from the first value on.',
  'cause.dead-units.see':
    'A share of units gives 0 for every input; it grows after large steps; the loss levels off early.',
  'cause.saturated-activations.see':
    'Activations lie at -1, 0 or 1 for almost every input; the gradient of their weights is near 0.',
  'cause.saturated-output.see':
    'The loss stands at a clipping constant such as 16.1 or 15.9 times the error rate; probabilities are exactly 0 and 1.',
  'cause.collapsed-output.see':
    'All predictions are the same; the accuracy equals the share of one class, a regression equals the mean of the targets.',
  'cause.vanishing-gradients.see':
    'The gradient norm of the first layers is orders of magnitude below that of the last; their weights do not change.',
  'cause.exploding-gradients.see':
    'The gradient norm jumps to many times its usual size, and the loss jumps or turns NaN at the same step.',
  'cause.poor-initialization.see':
    'The first loss is far above ln K, or nothing moves at all; the spread of activations grows or dies from layer to layer.',
  'cause.bottleneck.see':
    'Training levels off high although the model is large; one layer is several times narrower than both neighbours.',
  'cause.missing-normalization.see':
    'A deep plain network trains slowly or not at all and reacts strongly to the learning rate; the spread of activations drifts with depth.',
  'cause.batch-norm-statistics.see':
    'Training is fine and validation jumps wildly or is at chance; the same batch gives different losses in train and in eval mode.',
  'cause.weights-not-updated.see':
    'The loss is flat to the last digit, or moves only with the batches; the weights before and after a step are equal.',
  'cause.gradients-not-cleared.see':
    'The loss swings with growing amplitude, like a pendulum; the gradient norm grows in proportion to the step.',
  'cause.learning-rate-too-high.see':
    'The loss swings, jumps or ends in NaN, often within the first hundred steps; at a tenth of the rate all is quiet.',
  'cause.learning-rate-too-low.see':
    'The loss falls smoothly, almost in a straight line, and has hardly moved at the end; at ten times the rate the same fall takes a tenth of the time.',
  'cause.wrong-optimizer.see':
    'Plain SGD crawls or stands at every rate that does not diverge; Adam at 1e-3 falls at once.',
  'cause.batch-too-large.see':
    'A smooth curve, few updates an epoch, slow progress per epoch, and validation a little worse than with small batches.',
  'cause.batch-too-small.see':
    'The batch loss shakes more than it falls, and the shaking does not shrink; averaged over more batches it is calm.',
  'cause.too-much-regularization.see':
    'Training is no better than validation and both are poor; without dropout and weight decay the training loss falls further.',
  'cause.too-little-regularization.see':
    'The gap of overfitting, and the log or the model shows no weight decay, no dropout and no augmentation.',
  'cause.too-few-epochs.see':
    'Both curves still fall where the record ends; a straight line or power law through the end points lower.',
  'cause.numeric-overflow.see':
    'Healthy values, then suddenly Inf or NaN at one step, without a rise before; or skipped steps under loss scaling.',
  'cause.lost-optimizer-state.see':
    'The loss jumps exactly where the run was resumed and needs many steps to come back; the optimizer was not in the checkpoint.',
  'cause.healthy.see':
    'Both curves fall and stay near each other, and what shakes is no more than batches and the number of examples explain.',
  'cause.evaluation-asymmetry.see':
    'Validation lies a little below training, most of all in the first epochs; the gap vanishes when training is measured after the epoch in eval mode.',
  'cause.confidence-not-correctness.see':
    'The validation loss rises while the accuracy stays or still improves; or the loss falls and the accuracy does not move.',
  'cause.loss-scale.see':
    'The number looks tiny or huge, but beside the spread of the targets or the cost of guessing it is ordinary.',
  'cause.batch-noise.see':
    'Losses of single batches shake around a trend that falls; the spread shrinks with the root of the batch size.',
  'cause.logging-artifact.see':
    'The printed loss grows in proportion to the step, drops at each epoch border, or is off by the factor of a divisor; recomputed by hand it is ordinary.',

  'check.accuracy-gap': 'Is the validation accuracy far below the training accuracy?',
  'check.bottleneck': 'Does the training loss stand still above what is reachable?',
  'check.clipped-cross-entropy': 'Is the loss the cost of a clipped probability?',
  'check.dataset-at-fault': 'Does validation fall while training stands still?',
  'check.diverging': 'Does the loss rise for good?',
  'check.epoch-border': 'Does the loss jump or step at the borders of epochs?',
  'check.erratic-validation': 'Is the validation curve much rougher than the training curve?',
  'check.few-steps': 'Were there enough steps to learn anything?',
  'check.first-loss': 'Is the first loss that of guessing?',
  'check.frozen': 'Does the loss move at all?',
  'check.gap-opens': 'Does validation turn up or stay behind while training goes on?',
  'check.gradients': 'Is the gradient norm level?',
  'check.health': 'Does the loss fall and stay down, in training and on held-out data?',
  'check.label-ceiling': 'Does the training accuracy stop at a ceiling below 1?',
  'check.lagging-mean': 'Is the printed training loss that of an epoch before?',
  'check.loss-accuracy-apart': 'Do loss and accuracy tell different stories?',
  'check.loss-beside-accuracy': 'Does the printed loss fit its own accuracy?',
  'check.loss-in-target-units': 'How large is the error beside the range of the targets?',
  'check.low-from-the-start': 'Is the loss tiny from the first value on?',
  'check.majority-guessing': 'Does the accuracy stand at the share of one class?',
  'check.margin-collapse': 'Does an embedding loss stand at its margin?',
  'check.negative-cross-entropy': 'Is a cross-entropy below 0?',
  'check.no-detections': 'Are detection metrics exactly 0?',
  'check.no-held-out': 'Is there a held-out curve?',
  'check.non-finite': 'Is the loss finite?',
  'check.oscillation': 'Does the training loss swing from epoch to epoch?',
  'check.overflow-skips': 'Were steps skipped because of overflow?',
  'check.pendulum': 'Does the loss swing with a period that is no epoch?',
  'check.penalty-share': 'How much of the loss is penalty?',
  'check.perfect-metric': 'Does a metric stand still, or shine, whatever the loss does?',
  'check.printed-sum': 'Does the printed loss show traces of its logging?',
  'check.rare-class-missed': 'Is a rare class missed although most answers are right?',
  'check.rate-cuts': 'Does the loss drop where the learning rate is cut?',
  'check.rates-tried': 'Were other learning rates tried without success?',
  'check.relapse': 'Does the training loss lose again what it had gained?',
  'check.repeated-losses': 'Are the losses of one epoch those of the last?',
  'check.shaking': 'Is the shaking that of batch losses?',
  'check.slow-descent': 'Does the loss crawl?',
  'check.spikes': 'Do single values stand far above the rest?',
  'check.splits-apart': 'Do several held-out sets disagree?',
  'check.stated-activations': 'Do the stated hidden activations suit the depth?',
  'check.stated-batch': 'Does the stated batch size explain the curve?',
  'check.stated-inputs': 'Are the inputs said to be unscaled while the loss stays up?',
  'check.stated-initializer': 'Is the stated initialisation unsuitable?',
  'check.held-out-at-chance': 'Is the held-out metric no better than guessing?',
  'check.accuracy-at-chance': 'Is the training accuracy no better than guessing?',
  'check.stated-order': 'Are the data said to come in order?',
  'check.stated-pairing': 'Do last layer, loss and targets fit together, as stated?',
  'check.stated-rate': 'Is the stated learning rate usual for its optimizer?',
  'check.stated-size': 'Are there enough examples for what is seen?',
  'check.stated-targets': 'Do the size of the targets and of the loss go together?',
  'check.still-learning': 'Was the loss still falling at the end?',
  'check.sudden-jump': 'Does the loss jump to another level?',
  'check.too-good': 'Is validation perfect too early?',
  'check.uniform-guessing': 'Does the loss stand at the cost of guessing among K classes?',
  'check.validation-below-train': 'Is validation better than training?',
  'check.validation-far-above': 'Is validation far above training from the start?',
  'check.validation-noise': 'Is the validation set large enough for the differences seen?',
  'check.zero-loss': 'Is the loss exactly 0 somewhere?',

  'evidence.activationSpread': 'spread of what each layer puts out',
  'evidence.deadShare': 'share of dead units in each layer',
  'evidence.evalLossOnTrain': 'training loss in eval mode',
  'evidence.exampleLoss': 'loss of single examples',
  'evidence.initialWeights': 'weights before the first step',
  'evidence.inputs': 'what goes into the network',
  'evidence.lossCalls': 'loss functions as they really ran',
  'evidence.optimizers': 'what the optimizers hold',
  'evidence.order': 'order of labels and batches',
  'evidence.outputs': 'what the loss function receives',
  'evidence.saturatedShare': 'share of saturated units in each layer',
  'evidence.targets': 'targets as the loss function receives them',
  'evidence.stepChange': 'what a step did to the loss of its own batch',
  'evidence.stepForetold': 'what the gradients foretold of a step',
  'evidence.updateRatio': 'size of the updates against the weights',
  'evidence.weightNorm': 'norm of the weights',
  'evidence.accuracy': 'accuracy',
  'evidence.augmentationFact': 'augmentation',
  'evidence.batchNormFact': 'batch normalisation',
  'evidence.batchSizeFact': 'batch size',
  'evidence.classesFact': 'number of classes',
  'evidence.complaintFact': 'what the asker complains of',
  'evidence.dataLoss': 'loss without its penalty',
  'evidence.dropoutFact': 'dropout rate',
  'evidence.epochsFact': 'planned epochs',
  'evidence.events': 'events of the run',
  'evidence.examplesTrainFact': 'number of training examples',
  'evidence.examplesValFact': 'number of validation examples',
  'evidence.frameworkFact': 'framework',
  'evidence.fromLogitsFact': 'whether the loss takes logits',
  'evidence.gradientClipFact': 'gradient clipping',
  'evidence.gradientNorm': 'gradient norm',
  'evidence.hiddenActivationsFact': 'hidden activations',
  'evidence.initializerFact': 'initialisation',
  'evidence.inputRangeFact': 'range of the inputs',
  'evidence.inputsNormalizedFact': 'whether the inputs are scaled',
  'evidence.layers': 'layers of the model',
  'evidence.learningRate': 'learning rate over the run',
  'evidence.learningRateFact': 'learning rate',
  'evidence.learningRatesTriedFact': 'learning rates tried before',
  'evidence.loss': 'loss',
  'evidence.lossFunctionFact': 'loss function',
  'evidence.lossScale': 'loss scale of mixed precision',
  'evidence.majorityShareFact': 'share of the largest class',
  'evidence.metrics': 'metrics of the task',
  'evidence.modelFact': 'family of the model',
  'evidence.optimizerFact': 'optimizer',
  'evidence.outputActivationFact': 'activation of the last layer',
  'evidence.outputUnitsFact': 'units of the last layer',
  'evidence.parametersFact': 'number of parameters',
  'evidence.penalty': 'penalty of the regularisation',
  'evidence.precisionFact': 'number format',
  'evidence.pretrainedFact': 'whether the weights are pretrained',
  'evidence.regularizationFact': 'regularisation',
  'evidence.run': 'the whole record',
  'evidence.shuffledFact': 'whether the data are shuffled',
  'evidence.stepsPerEpochFact': 'steps an epoch',
  'evidence.targetRangeFact': 'range of the targets',
  'evidence.targetSpreadFact': 'spread of the targets',
  'evidence.taskFact': 'task',
  'evidence.weightDecayFact': 'weight decay',

  'explain.see': 'How to see it',
  'explain.alike': 'What looks alike',
  'explain.alike.tell': '{rival}. {see}',
  'explain.remedies': 'What to do',
  'explain.expect': 'Expect: {what}',
  'explain.tests': 'How to be sure',
  'explain.literature': 'Literature',
  'explain.examples': 'Where it was found',
  'explain.examples.none': 'No golden run of ours shows it yet.',
  'explain.needs': 'Needs',
  'explain.helps': 'Uses, where there',
  'explain.limits': 'Limits',
  'explain.recognised': 'How it is recognised',
  'explain.read': 'What is read',
  'explain.read.values': 'Values: {what}',
  'explain.read.axes': 'Axes: {what}',
  'explain.read.facts': 'Facts: {what}',
  'explain.read.events': 'Events: {what}',
  'explain.unread': 'What is not',
  'explain.format': 'Format',
  'explain.example': 'An example',
  'explain.example.none': 'No golden run of ours is in this format.',
  'explain.evidence': '{name}. {how}',
  'explain.causes': 'Causes',
  'explain.checks': 'Checks',
  'explain.formats': 'Formats',
  'explain.group':
    '{group, select, data {Data} model {Model} optimization {Optimisation} benign {Harmless} reading {Reading the curves} evaluation {Evaluation} other {{group}}}',
  'explain.kind': '{kind, select, fault {a fault} other {harmless}}',
  'explain.more': 'More: whyloss explain NAME',
  'explain.docs': 'What whyloss knows',
  'explain.generated': 'Written by `npm run docs`; do not edit.',
} as const
