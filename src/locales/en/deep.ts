// English sentences of the checks that look inside a training: claims, clear answers, and how to let them look.

/** Every question about the inside of a training waits for the same thing. */
const WATCH = 'Watch the training: whyloss run -- python train.py.'

export const deep = {
  'claim.inputs-uneven':
    'The features of input “{name}” differ in spread by a factor of {ratio}; up to 100 a network copes as a rule. {metric} goes from {first} to {last}.',
  'claim.inputs-off-centre':
    'A feature of input “{name}” lies {offset} standard deviations away from 0, usually less than 10. {metric} goes from {first} to {last}.',
  'claim.inputs-size':
    'The values of input “{name}” run from {min} to {max} with a size of {size}; a network expects about 1. {metric} goes from {first} to {last}.',
  'claim.inputs-not-finite':
    '“{name}” holds NaN or Inf at step {step} ({share, number, percent} of its values); {some} of the {batches} tensors looked at do.',
  'claim.inputs-sentinel':
    'The values of “{name}” run from {min} to {max}, and one end is a mark that tables use for a missing value.',
  'claim.targets-large':
    'The targets run from {min} to {max} with a standard deviation of {spread}; the loss is at ease with about 1. {metric} goes from {first} to {last}.',
  'claim.targets-off-centre':
    'The targets lie around {mean} and differ by only {spread}: the network must learn the large constant first. {metric} goes from {first} to {last}.',
  'claim.labels-outside-units':
    'The labels run from {min} to {max}, but the output has {units} units: classes 0 to {units} minus 1.',
  'claim.targets-outside-probability':
    'The targets of a binary cross-entropy run from {min} to {max}; it takes 0 to 1.',
  'claim.targets-all-equal': 'All targets of {batches} batches ({examples} examples) are {value}.',
  'claim.targets-mostly-ignored':
    'In all {batches} batches looked at the labels are {value} or {min}, which the loss leaves out: {left, number, percent} of them count for nothing, and a batch of nothing else costs NaN.',
  'claim.targets-all-ignored':
    'All targets of {batches} batches ({examples} examples) are {value}, which the loss ignores.',
  'claim.batches-of-one-class':
    '{pureBatches} of {batches} batches hold a single class out of {classes}: the labels come in order.',
  'claim.split-labels-apart':
    'Labels of the validation run from {least} to {most}, those of {examples, number} training examples from {low} to {high}: the training never sees the rest.',
  'claim.labels-in-runs':
    'Equal labels follow each other in runs of {labelRun} as a rule; shuffled they would come in runs of {expectedRun}.',
  'claim.repeated-batches':
    '{repeated} of {batches} batches had been seen before within the same epoch; in one pass none should be.',
  'claim.few-carry-the-loss':
    '{count} of {examples} examples carry {carried, number, percent} of the loss; the worst costs {worst}, usually {usual}.',
  'claim.pairing-twice':
    '`{loss}` takes logits, but its input has passed through {from}: the function is applied twice and flattens the gradient.',
  'claim.pairing-stacked':
    'The last two layers both end in a function that squashes, and `{loss}` gets what is left: the outputs stay close together and the gradient is flat.',
  'claim.pairing-no-logarithm': '`{loss}` takes logarithms of probabilities, but its input comes from {from}.',
  'claim.pairing-no-probability':
    '`{loss}` takes probabilities, but its input comes from {from} and may lie outside 0 to 1.',
  'claim.pairing-bounded': '`{loss}` takes logits of any size, but {from} bounds them: some answers cannot be given.',
  'claim.pairing-one-unit':
    '`{loss}` gets an input of shape {input}: a softmax over one unit is always 1, whatever the input.',
  'claim.pairing-over-the-batch':
    'The {from} before {loss} runs over the batch (axis 0 of {input}), not over the classes: examples share one sum.',
  'claim.pairing-broadcast':
    '`{loss}` gets outputs of shape {input} and targets of shape {target}: every output is compared with every target.',
  'claim.squares-on-one-hot':
    '`{loss}` measures rows of 0 and 1 that name classes; a cross-entropy is the loss for that.',
  'claim.squares-on-class-numbers':
    '`{loss}` treats class numbers from {min} to {max} ({distinct} of them) as amounts: class {max} counts as farther from {min} than its neighbour.',
  'claim.targets-beyond-output':
    'The targets run from {min} to {max}; an output through {activation} {activation, select, relu {has no values below 0} tanh {stays between -1 and 1} other {stays between 0 and 1}}.',
  'claim.relu-before-the-loss':
    'The output passes through {activation} before `{loss}`: below 0 it has neither values nor a gradient.',
  'claim.outputs-alike':
    'The outputs of different examples differ by {across}, {share, number, percent} of their size: every input gets the same answer. {metric} goes from {first} to {last}.',
  'claim.one-class-answered':
    'One class wins for {top, number, percent} of the examples of each batch. {metric} goes from {first} to {last}.',
  'claim.answers-certain':
    'The probabilities are almost all 0 or 1 (certainty {certainty, number, percent}) while {metric} goes from {first} to {last}.',
  'claim.logits-huge':
    'The logits reach {size}, usually below 20, while {metric} goes from {first} to {last}: wrong answers are given with full certainty.',
  'claim.dead-layers':
    'In {layer}, {share, number, percent} of the units are 0 for every example of the batch (above 50 %: {layers}). {metric} goes from {first} to {last}.',
  'claim.saturated-layers':
    'In {layer}, {share, number, percent} of the values stand within 1 % of their bounds (above 50 %: {layers}), where the gradient is near 0. {metric} goes from {first} to {last}.',
  'claim.gradients-vanish':
    'The gradient norm is {firstNorm} in {firstLayer} and {lastNorm} in {lastLayer}: a ratio of {ratio}, usually above 0.001. {metric} goes from {first} to {last}.',
  'claim.gradients-explode':
    'The gradient norm grows by a factor of {growth} a layer on its way back, from {lastNorm} in {lastLayer} to {firstNorm} in {firstLayer}; usually below 2. {metric} goes from {first} to {last}.',
  'claim.weights-alike':
    'All units of {layers} begin with the same weights: they get the same gradient and stay copies of one unit.',
  'claim.weights-wide':
    'The weights of {layers} begin with a standard deviation of {spread}, {times} times the usual {usual} for so many inputs. {metric} goes from {first} to {last}.',
  'claim.weights-narrow':
    'The weights of {layers} begin with a standard deviation of {spread}, usually {usual} for so many inputs: the signal fades at once. {metric} goes from {first} to {last}.',
  'claim.bias-far-from-zero':
    'A bias of {layers} begins at {bias}, usually near 0. {metric} goes from {first} to {last}.',
  'claim.hidden-softmax':
    'A softmax stands between hidden layers ({activations}): its values sum to 1, so little of the input gets through. {metric} goes on all the same, but learns less than it could.',
  'claim.hidden-sigmoid':
    'All hidden activations are sigmoids: each passes on at most a quarter of a gradient, and none is centred on 0. {metric} learns less than it could; ReLU and its kin are usual.',
  'claim.linear-net':
    'Between the {layers} layers with weights there is no activation function: together they are one linear map.',
  'claim.narrow-layer':
    '{layer} has {units} units, {times} times fewer than both sides of it. {metric} goes from {first} to {last}.',
  'claim.no-normalization':
    '{depth} layers with weights follow each other without a normalisation layer. {metric} goes from {first} to {last}.',
  'claim.no-normalization-drift':
    '{depth} layers with weights follow each other without a normalisation layer, and what they put out differs in spread by a factor of {apart}. {metric} goes from {first} to {last}.',
  'claim.modes-apart':
    'The same batches cost {inEval} in eval mode and {inTrain} in train mode, {times} times as much: the stored statistics of BatchNorm do not fit.',
  'claim.norm-of-few-examples':
    'BatchNorm ({layers}) takes its mean and variance from {batch, number} examples a batch, which is mostly noise: eval mode then uses other numbers than training. {metric} goes from {first} to {last}.',
  'claim.norm-momentum':
    'BatchNorm ({layers}) has momentum {momentum}, usually 0.1: over {steps, number} steps its stored statistics {slow, select, yes {hardly leave where they began} other {follow the last batch alone}}.',
  'claim.trains-in-eval-mode':
    'Training steps run in eval mode: dropout does nothing, and BatchNorm uses stored statistics that never move.',
  'claim.evaluates-in-train-mode':
    'The evaluation runs in train mode: dropout goes on, and BatchNorm mixes the examples of a batch.',
  'claim.all-frozen': 'All {parameters} parameters that the optimizer holds are frozen: nothing can be learnt.',
  'claim.rate-is-zero': 'The learning rate is 0, and no weight moved in {steps} sampled steps.',
  'claim.no-weight-moves': 'The optimizer stepped, and no weight moved in {steps} sampled steps.',
  'claim.no-gradient-arrives':
    'No gradient ever came to {names}, though an optimizer holds these weights and they may learn: the graph is cut before them.',
  'claim.frozen-untaught':
    '{names} may not learn, and the biases there are exactly 0, as before any training: what is frozen was never taught.',
  'claim.left-out': '{leftOut} parameters that the loss reaches are in no optimizer: {names}.',
  'claim.gradients-kept':
    'Before {kept, number} of {checked, number} checked steps the gradients of the step before were still there: they add up, usually they are cleared each time.',
  'claim.steps-overshoot':
    'The first steps foretold a fall of {early} times the loss itself, and {how, select, unknown {no loss can fall so far} rose {it rose instead} other {{came, number, percent} of that came}}: they go past the bottom that they aim at. {metric} goes from {first} to {last}.',
  'claim.steps-lead-nowhere':
    'Added up over all {steps, number} steps, the gradients foretell a fall of {folds} times the loss, and the steps bring just that: they are too short to lead anywhere. {metric} goes from {first} to {last}.',
  'claim.rate-died':
    'The schedule brings the learning rate below a hundredth of its {top} after {part, number, percent} of the run and ends at {low}: from step {at, number} on hardly anything is learnt. {metric} goes from {first} to {last}.',
  'claim.targets-in-order':
    'The means of {batches, number} batches of {rows, number} targets vary {times} times as much as those of shuffled ones would: the examples come in an order. {metric} goes from {first} to {last}.',
  'claim.updates-large':
    'A step changes the weights by {early} of their size at first and {usual} as a rule, usually about 0.001. {metric} goes from {first} to {last}.',
  'claim.updates-small':
    'A step changes the weights by only {usual} of their size, usually about 0.001. {metric} goes from {first} to {last}.',
  'claim.non-finite-first':
    'The first value that is not finite is {what, select, loss {a loss} gradient {a gradient} weight {a weight} other {a number}}, at step {step}; before it the outputs reached {largest}.',
  'claim.non-finite-from-inputs':
    '{what, select, loss {The loss} gradient {A gradient} weight {A weight} other {A number}} is not finite from step {step} on, and the inputs held such values already.',
  'claim.sgd-on-uneven-gradients':
    'Plain {optimizer} uses one rate for gradients that differ by a factor of {apart} between layers. {metric} goes from {first} to {last}.',
  'claim.sgd-on-sparse-gradients':
    'Plain {optimizer} trains embeddings or attention, whose gradients are rare and uneven; Adam is usual there. {metric} goes from {first} to {last}.',
  'claim.few-steps-in-an-epoch':
    'An epoch holds {steps, plural, one {# step} other {# steps}} of batch {batch}; below 10, most passes over the data are wasted. {metric} goes from {first} to {last}.',
  'claim.state-lost-and-jump':
    'The weights were loaded at step {at} and the state of {optimizer} was not; the loss goes from {before} to {after} there.',
  'claim.state-lost':
    'The weights were loaded at step {at} and the state of {optimizer} was not: its averages begin anew.',
  'claim.dropout-cost':
    'The same batches cost {inTrain} with dropout of {dropout} and {inEval} without: {part, number, percent} of the training loss is dropout, not error.',

  'exhibit.dead-share': 'share of dead units',
  'exhibit.saturated-share': 'share of saturated values',
  'exhibit.modes': 'loss in eval and train mode',
  'exhibit.step-foretold': 'change of the loss by a step, foretold and come',
  'exhibit.learning-rate': 'learning rate',
  'exhibit.update-ratio': 'update beside weight',
  'exhibit.example-losses': 'loss of single examples',
  'exhibit.gradient-layers': 'gradient norm by layer',

  'clear.input-scale': 'The inputs have a usual size ({size}), or the loss comes down with it.',
  'clear.input-values': 'All values of {batches} tensors of inputs and targets are finite.',
  'clear.target-scale': 'The targets have a usual size (standard deviation {spread}).',
  'clear.label-range': 'The labels run from {min} to {max}, within the {units} classes of the output.',
  'clear.label-variety': 'The targets of {batches} batches differ.',
  'clear.split-labels': 'Labels of the validation lie within those of the training, {low} to {high}.',
  'clear.label-order': 'Equal labels come in runs of {labelRun}, as chance would have it ({expectedRun}).',
  'clear.repeated-batches': '{repeated} of {batches} batches came twice within an epoch.',
  'clear.example-losses': 'The worst 1 % of {examples} examples carry {carried, number, percent} of the loss.',
  'clear.output-pairing': '`{loss}` gets what it takes (from {from}).',
  'clear.loss-for-targets': '`{loss}` suits targets from {min} to {max}.',
  'clear.output-reach': 'An output from {activation} reaches targets from {min} to {max}.',
  'clear.output-variety':
    'Different inputs get different outputs ({share, number, percent} of their size apart), or the loss falls.',
  'clear.output-certainty': 'The answers are not given with undue certainty (outputs up to {size}).',
  'clear.dead-layers': 'At most {share, number, percent} of a layer’s units are dead, or the loss falls all the same.',
  'clear.saturated-layers':
    'At most {share, number, percent} of a layer’s values are saturated, or the loss falls all the same.',
  'clear.gradient-flow':
    'The gradient of the first layer is {ratio} of that of the last, or the loss falls all the same.',
  'clear.initial-weights':
    'The weights begin with a usual spread ({spread}, expected {usual}), or the loss falls all the same.',
  'clear.linear-net': 'There are activation functions between the {layers} layers.',
  'clear.narrow-layer':
    'No layer is much narrower than its neighbours (at most {times} times), or the loss falls all the same.',
  'clear.normalization': 'The network has {norms} normalisation layers for {depth} with weights, or learns without.',
  'clear.norm-of-batches': 'BatchNorm sees enough examples in a batch, and its statistics follow at a usual pace.',
  'clear.modes-apart': 'The same batches cost {inEval} in eval mode and {inTrain} in train mode.',
  'clear.training-mode': 'Training runs in train mode and evaluation in eval mode.',
  'clear.weights-held': 'Every weight that the loss reaches is in an optimizer ({parameters} parameters) and moves.',
  'clear.gradients-cleared': 'Gradients are cleared between steps.',
  'clear.steps-tried':
    'The loss of a batch falls at a step as its gradients foretell, or what is foretold leads far enough.',
  'clear.rate-died': 'The learning rate stays in force to the end, or as good as.',
  'clear.target-order': "The batches' targets differ no more than those of shuffled ones.",
  'clear.update-size':
    'A step changes the weights by {usual} of their size (0.0001 to 0.01 is usual), or the loss falls with it.',
  'clear.first-non-finite': 'Every loss and gradient that was looked at is finite.',
  'clear.optimizer-fit': '{optimizer} suits what it trains, or the loss falls with it.',
  'clear.steps-an-epoch':
    'An epoch holds {steps, plural, one {# step} other {# steps}}, or the loss falls all the same.',
  'clear.resumed-state': 'The optimizer’s state came back with the weights, or there was none to lose.',
  'clear.dropout-cost': 'Without dropout the same batches cost {inEval}, with it {inTrain}.',

  'irrelevant.activations-unknown': 'the activation functions are not known',
  'irrelevant.batch-norm-too': 'BatchNorm differs between the modes too',
  'irrelevant.epochs-unknown': 'the steps of an epoch are not known',
  'irrelevant.few-batches': 'too few batches were seen',
  'irrelevant.few-examples': 'too few examples were seen',
  'irrelevant.few-layers': 'there are too few such layers',
  'irrelevant.inputs-alike': 'the inputs are all alike',
  'irrelevant.inputs-normalised': 'the first layer normalises the inputs',
  'irrelevant.many-labels-each': 'an example has many labels',
  'irrelevant.modes-alike': 'neither dropout nor BatchNorm differs between the modes',
  'irrelevant.narrow-on-purpose': 'the network gives back its own input: narrow on purpose',
  'irrelevant.no-batch-norm': 'there is no BatchNorm',
  'irrelevant.no-class-numbers': 'the targets are no class numbers',
  'irrelevant.no-dropout': 'there is no dropout',
  'irrelevant.no-float-inputs': 'the inputs are no real numbers',
  'irrelevant.no-labels-in-order': 'no classes were seen in order',
  'irrelevant.no-layer-values': 'no layer has a value',
  'irrelevant.no-modes': 'the modes were not seen',
  'irrelevant.no-output-rows': 'no outputs of a batch were seen',
  'irrelevant.no-regression': 'this is no regression',
  'irrelevant.no-resume': 'the run was not resumed',
  'irrelevant.no-trained-loss': 'no loss was seen to train',
  'irrelevant.not-deep': 'the network is not deep, or keeps its own scale',
  'irrelevant.several-optimizers': 'there are several optimizers',
  'irrelevant.targets-alike': 'the targets are all alike',
  'irrelevant.weights-loaded': 'the weights were loaded',
  'irrelevant.weights-still': 'no weight moves',
  'irrelevant.watched': 'what really ran was seen, and is judged instead',

  'how.deadShare': WATCH,
  'how.evalLossOnTrain': WATCH,
  'how.exampleLoss': WATCH,
  'how.initialWeights': WATCH,
  'how.inputs': WATCH,
  'how.layers': WATCH,
  'how.lossCalls': WATCH,
  'how.optimizers': WATCH,
  'how.order': WATCH,
  'how.outputs': WATCH,
  'how.saturatedShare': WATCH,
  'how.targets': WATCH,
  'how.stepForetold': WATCH,
  'how.stepChange': WATCH,
  'how.updateRatio': WATCH,

  'check.input-scale': 'Do the inputs have a size that a network can take?',
  'check.input-values': 'Are there missing or infinite values among the inputs and targets?',
  'check.target-scale': 'Are the targets of a size that the loss takes well?',
  'check.label-range': 'Do the labels name classes that the output has?',
  'check.label-variety': 'Do the targets differ from each other?',
  'check.split-labels': 'Does the training see all classes of the validation?',
  'check.label-order': 'Do the labels come mixed?',
  'check.repeated-batches': 'Do the same batches come again within an epoch?',
  'check.example-losses': 'Do a few examples carry most of the loss?',
  'check.output-pairing': 'Does the loss function get what it takes?',
  'check.loss-for-targets': 'Does the loss function suit its targets?',
  'check.output-reach': 'Can the output activation reach the targets?',
  'check.output-variety': 'Do different inputs get different answers?',
  'check.output-certainty': 'Are the answers too certain for the loss?',
  'check.dead-layers': 'Are many units of a layer dead?',
  'check.saturated-layers': 'Do hidden values stand at the bounds of their activation?',
  'check.gradient-flow': 'Do gradients keep their size from the last layer to the first?',
  'check.initial-weights': 'Do the weights begin with a suitable spread?',
  'check.linear-net': 'Is there an activation function between the layers?',
  'check.narrow-layer': 'Is a layer much narrower than its neighbours?',
  'check.normalization': 'Does a deep network lack normalisation layers?',
  'check.norm-of-batches': 'Do the statistics of BatchNorm rest on enough examples?',
  'check.modes-apart': 'Does the same batch cost more in eval mode?',
  'check.training-mode': 'Is each phase run in its own mode?',
  'check.weights-held': 'Does an optimizer hold and move all weights?',
  'check.gradients-cleared': 'Are gradients cleared between steps?',
  'check.steps-tried': 'Do the steps bring what the gradients foretell?',
  'check.rate-died': 'Does the schedule end the learning before the training ends?',
  'check.target-order': 'Do the numbers to be met come in an order?',
  'check.update-size': 'How large is a step beside the weights?',
  'check.first-non-finite': 'What was not finite first?',
  'check.optimizer-fit': 'Does the optimizer suit what it trains?',
  'check.steps-an-epoch': 'Does an epoch hold enough steps?',
  'check.resumed-state': 'Did the optimizer get its state back?',
  'check.dropout-cost': 'How much of the training loss is dropout?',
} as const
