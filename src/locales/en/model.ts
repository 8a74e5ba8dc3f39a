// English sentences of the model exam: what its checks claim and ask, of stored weights and of predictions.

const MODEL = 'Pass the model: --model model.onnx (or .keras, .h5, .pt, .ckpt, .safetensors; whyloss inspect alone).'
const PREDICTIONS =
  'Pass what was predicted: --predictions predictions-test.csv with columns y_true, y_pred and p_CLASS, one file a split; or an ONNX model with its data.'
const EXPLAINED =
  'Pass an ONNX model and the data that it takes: --model model.onnx --train train.csv --test test.csv --label y.'

export const model = {
  'summary.model.ill':
    'This model, or what it was given, has a fault. Most likely: {cause}{others, plural, =0 {} one {, and one more is likely} other {, and # more are likely}}.',
  'summary.model.healthy': 'This model looks sound.',

  'claim.stored-not-finite':
    '{tensors} of {of} stored tensors hold values that are not finite, in {layers}: every prediction through them is NaN.',
  'claim.stored-huge': 'A stored weight is {largest} in size: the next steps are likely to overflow.',
  'claim.stored-units-alike':
    'In {layer} {share, number, ::percent @##} of {units} units carry the same weights as another unit: they began alike, and gradients have kept them so.',
  'claim.stored-units-dead':
    'In {layer} {share, number, ::percent @##} of {units} units carry no weight at all, or one value everywhere: nothing passes through them.',
  'claim.stored-inputs-unheard':
    'To {inputs, plural, one {# input} other {# inputs}} of {layer} no unit listens: all their weights are 0.',
  'claim.weights-as-drawn':
    'All {of} layers that are large enough to tell still have the spread and the shape that an initialiser ({initializer}) draws{zero, select, true {, with every bias at 0} other {}}: the file holds a model that was not trained.',
  'claim.norm-statistics-unseen':
    '{count} of {of} BatchNorm layers ({layers}) still have the mean 0 and the variance 1 that they begin with: they never saw a batch in training mode.',
  'claim.norm-statistics-odd':
    '{count} of {of} BatchNorm layers ({layers}) keep variances from {min} to {max}: dividing by them blows the signal up or wipes it out.',
  'claim.all-linear':
    'Between the {layers} layers with weights stands no activation: however deep, the network is one linear map.',
  'claim.many-bounded':
    '{bounded} hidden layers squash their outputs ({activations}): little of the gradient reaches the first of them.',
  'claim.narrow-stored-layer':
    '{layer} has {units, plural, one {# unit} other {# units}}, {times} times fewer than both sides of it: what does not pass there is lost to all later layers.',
  'claim.more-parameters-than-rows':
    'The model has {parameters, number} parameters for {examples, number} training rows, {each} a row, and scores {train} on them but {held} on unseen ones.',
  'claim.below-usual-size':
    'The model scores {train} on its own training with {depth, plural, one {# layer} other {# layers}} with weights, the widest hidden one of {width} units; 3 to 8 layers and {usual} units or more are a usual start.',
  'claim.deep-without-normalization':
    '{depth} layers with weights and no normalisation between them, and a training score of {train}.',

  'claim.no-better-than-guessing':
    'On {split, select, all {the data} other {{split}}} the model scores {score} ({measure}); always giving the same answer scores {guess}. It foresees nothing.',
  'claim.guessing-on-held-out':
    'On {split, select, all {the data} other {{split}}} the model scores {score} ({measure}), no better than always giving the same answer ({guess}), though it scores {train} on the training.',
  'claim.simple-models-do-better':
    'A simple model ({model, select, linear {linear} neighbours {nearest neighbours} trees {boosted trees} other {{model}}}) reaches {simple} ({measure}) on rows that it did not see; this one {score} on {split, select, all {the data} other {{split}}} and only {train} on its own training.',
  'claim.simple-models-hold-better':
    'A simple model ({model, select, linear {linear} neighbours {nearest neighbours} trees {boosted trees} other {{model}}}) reaches {simple} ({measure}) on rows that it did not see; this one learnt its training ({train}) and keeps {score} on {split, select, all {the data} other {{split}}}.',
  'claim.score-gap':
    'The model scores {train} on its training and {score} on {split, select, all {the data} other {{split}}} ({measure}; 95 % interval {low} to {high}): {gap} of what it learnt does not hold.',
  'claim.test-below-validation':
    'The model saw neither, yet it scores {val} on validation and {test} on test ({measure}; 95 % interval {low} to {high}): the test is of another kind.',
  'claim.too-sure':
    'On {split, select, all {the data} other {{split}}} the model is sure by {confidence, number, ::percent @##} and right in {accuracy, number, ::percent @##} of the cases (calibration error {ece, number, ::percent @##}). A temperature of {temperature} mends it and takes the loss from {loss} to {lossThen} without moving the accuracy.',
  'claim.too-unsure':
    'On {split, select, all {the data} other {{split}}} the model is right in {accuracy, number, ::percent @##} of the cases and sure by {confidence, number, ::percent @##} only (calibration error {ece, number, ::percent @##}). A temperature of {temperature} mends it and takes the loss from {loss} to {lossThen}.',
  'claim.one-class-predicted':
    'On {split, select, all {the data} other {{split}}} {predicted, number, ::percent @##} of the predictions are “{class}”, which is true of {true, number, ::percent @##}{never, plural, =0 {} one {; # class is never predicted} other {; # classes are never predicted}}.',
  'claim.rare-class-lost':
    'On {split, select, all {the data} other {{split}}} class {class} is found in {recall, number, ::percent @##} of its {rows} rows, class {other} in {others, number, ::percent @##}; the training held {ratio} rows of {other} to one of {class}.',
  'claim.classes-renamed':
    'On {split, select, all {the data} other {{split}}} the accuracy is {accuracy, number, ::percent @##}; were the predicted classes named in another order, it would be {renamed, number, ::percent @##}. The model knows the classes and gives them other numbers than the labels.',
  'claim.sure-and-wrong':
    'Of {of, number} training rows the model contradicts {rows} with a probability above 90 %: it learnt from the others that these labels are wrong.',
  'claim.two-humps':
    'The losses of the training rows form two hills, {humps, number, ::percent @##} of them in the upper one; {rows} rows are contradicted with a probability above 90 %. Their labels say what the other rows deny.',
  'claim.few-rows-carry-the-error':
    'On {split, select, all {the data} other {{split}}} one row in a hundred carries {carried, number, ::percent @##} of the squared error; the worst is off by {worst}, the usual one by {usual}.',
  'claim.small-loss-large-error':
    'A mean squared error of {loss} on {split, select, all {the data} other {{split}}} looks small, but the targets span only {low} to {high}: the error is {spread, number, ::percent @##} of their standard deviation (R² {r2}).',
  'claim.predictions-in-another-unit':
    'The predictions follow the targets in another unit: R² is {r2} as they stand and {mended} for truth = {intercept} + {slope} × prediction. A scaling was not undone, or undone with other numbers.',
  'claim.predictions-off-in-a-split':
    'On {split, select, all {the data} other {{split}}} R² is {r2} as the predictions stand and {mended} for truth = {intercept} + {slope} × prediction: there the inputs or targets were scaled otherwise.',
  'claim.predictions-at-a-bound':
    '{bound, number, ::percent @##} of the predictions on {split, select, all {the data} other {{split}}} stand at one bound ({low} to {high}), and {beyond, number, ::percent @##} of the targets lie beyond what is ever predicted{activation, select, none {} other {: the output’s {activation} cannot reach them}}.',
  'claim.residuals-curved':
    'On {split, select, all {the data} other {{split}}} the residuals bend with the prediction, which explains {curved, number, ::percent @##} of them: a shape is left that the model did not learn.',
  'claim.part-worse':
    'Where {column} is {part, select, missing {missing} other {{part}}} ({rows} rows of {split, select, all {the data} other {{split}}}) the model scores {score} ({measure}), elsewhere {rest}.',
  'claim.accuracy-flatters':
    'The accuracy on {split, select, all {the data} other {{split}}} is {accuracy, number, ::percent @##}, but the mean of the recalls of the classes only {balanced, number, ::percent @##}; always naming the largest class gives {guess, number, ::percent @##}.',
  'claim.few-scored-rows':
    '{split, select, all {the data} other {{split}}} has {rows} rows: its score of {score} ({measure}) may as well be {low} or {high}.',
  'claim.score-uncertain':
    'With {rows, number} rows the score on {split, select, all {the data} other {{split}}} is {score} ({measure}), somewhere from {low} to {high}: smaller differences mean nothing.',
  'claim.predictions-not-finite':
    '{count, number} predicted values on {split, select, all {the data} other {{split}}} are NaN or infinite.',
  'claim.predictions-hold':
    'On unseen rows ({split, select, all {the data} other {{split}}}) the model scores {score} ({measure}; 95 % interval {low} to {high}), on its training {train}; a constant guess scores {guess}.',
  'claim.predictions-beat-guessing':
    'On {split, select, all {the data} other {{split}}} the model scores {score} ({measure}; 95 % interval {low} to {high}); a constant guess scores {guess}.',
  'claim.one-feature-decides':
    'Shuffling {feature} alone costs {drop} of a score of {score} ({measure}), {part, number, ::percent @##} of what all features cost together; the next is {second} with {next}.',
  'claim.features-idle':
    '{idle} of {of} features can be shuffled without loss ({names}){kept, select, none {} other {; {enough, plural, one {# feature} other {# features}} would do: {kept}}}.',
  'claim.no-feature-matters': 'Shuffling any of the {of} features changes nothing: the model does not use its inputs.',
  'claim.importance-does-not-hold':
    '{gone} of {of} features that matter on the training matter on {split, select, all {the data} other {{split}}} no more ({names}); shuffling {feature} costs {train} there and {held} here.',

  'clear.stored-values': 'All stored values are finite; the largest weight is {largest} in size.',
  'clear.stored-units': 'At most {share, number, ::percent @##} of a layer’s units are dead or alike.',
  'clear.untrained-weights': '{layers} of {of} layers still look as an initialiser draws them.',
  'clear.stored-norm-statistics': 'All {of} BatchNorm layers have seen data; their variances run from {min} to {max}.',
  'clear.stored-activations': 'Between the layers stand {activations}.',
  'clear.stored-widths': '{layer} is the narrowest layer beside its neighbours, by {times} times.',
  'clear.model-size':
    'The size fits: {parameters, number} parameters in {depth} layers with weights{known, select, true {, {each} a training row} other {}}.',
  'clear.beats-guessing':
    'On {split, select, all {the data} other {{split}}} the model scores {score} ({measure}), a constant guess {guess}.',
  'clear.simple-models':
    'On {split, select, all {the data} other {{split}}} the model scores {score} ({measure}); the best simple model reaches {simple}.',
  'clear.score-gap':
    'The score on {split, select, all {the data} other {{split}}} ({score}) is near that on the training ({train}).',
  'clear.held-out-apart': 'Validation ({val}) and test ({test}) score alike.',
  'clear.probability-calibration':
    'Sure by {confidence, number, ::percent @##}, right in {accuracy, number, ::percent @##}: the probabilities mean what they say (calibration error {ece, number, ::percent @##}).',
  'clear.predicted-classes':
    'The most frequent prediction, “{class}”, has {predicted, number, ::percent @##} of the rows.',
  'clear.class-recall': 'The rarest class, {class}, is found in {recall, number, ::percent @##} of its rows.',
  'clear.names-of-classes':
    'No other order of the class names fits better ({renamed, number, ::percent @##} against {accuracy, number, ::percent @##}).',
  'clear.sure-and-wrong': 'The model contradicts {rows} of {of, number} training labels with certainty.',
  'clear.error-tail': 'The worst hundredth of the rows carries {carried, number, ::percent @##} of the squared error.',
  'clear.error-beside-spread':
    'The error is {spread, number, ::percent @##} of the targets’ standard deviation (R² {r2}).',
  'clear.scale-of-predictions': 'Another scale of the predictions would raise R² from {r2} to {mended} only.',
  'clear.residual-shape': 'The residuals have no shape, and no bound holds the predictions.',
  'clear.weak-parts':
    'No part of the data is foreseen clearly worse; the weakest is {column} {part, select, missing {missing} other {{part}}} ({score} against {rest}).',
  'clear.metric-fits-task':
    'Accuracy ({accuracy, number, ::percent @##}) and balanced accuracy ({balanced, number, ::percent @##}) agree.',
  'clear.scored-rows':
    '{rows, number} rows of {split, select, all {the data} other {{split}}} give the score within {low} and {high}.',
  'clear.finite-predictions': 'All predictions are finite numbers.',
  'clear.sound-predictions':
    'On {split, select, all {the data} other {{split}}} the score is {score} ({measure}) beside {guess} of a constant guess.',
  'clear.deciding-feature':
    'No feature decides alone: {feature} has {part, number, ::percent @##} of what shuffling costs.',
  'clear.idle-features': '{idle} of {of} features make no difference.',
  'clear.importance-apart':
    'What matters on the training matters on {split, select, all {the data} other {{split}}} too.',

  'check.stored-values': 'Are all stored weights finite numbers?',
  'check.stored-units': 'Are there units whose stored weights are dead, or the same as another’s?',
  'check.untrained-weights': 'Do the stored weights still look as an initialiser draws them?',
  'check.stored-norm-statistics': 'Have the stored statistics of BatchNorm seen any data?',
  'check.stored-activations': 'Is there anything but straight lines between the stored layers?',
  'check.stored-widths': 'Is a stored layer much narrower than its neighbours?',
  'check.model-size': 'Does the size of the model fit the examples?',
  'check.beats-guessing': 'Does the model foresee more than a constant guess?',
  'check.simple-models': 'Does the network reach what a simple model reaches?',
  'check.score-gap': 'Is the score on unseen rows clearly below that on the training?',
  'check.held-out-apart': 'Does the model score on the test as on the validation?',
  'check.probability-calibration': 'Do the probabilities mean what they say?',
  'check.predicted-classes': 'Are all classes predicted about as often as they are true?',
  'check.class-recall': 'Are rare classes found as often as frequent ones?',
  'check.names-of-classes': 'Would another order of the class names make the predictions right?',
  'check.sure-and-wrong': 'Where is the model sure of another class than the label says?',
  'check.error-tail': 'Do a few rows carry most of the squared error?',
  'check.error-beside-spread': 'How large is the error beside the spread of the targets?',
  'check.scale-of-predictions': 'Are the predictions in the unit of the targets?',
  'check.residual-shape': 'Is there a shape in what the regression leaves over?',
  'check.weak-parts': 'Does the model do clearly worse on one part of the data?',
  'check.metric-fits-task': 'Does the accuracy tell how well the classes are found?',
  'check.scored-rows': 'Are there enough held-out rows for the score to mean something?',
  'check.finite-predictions': 'Are all predictions finite numbers?',
  'check.sound-predictions': 'Do the predictions hold on unseen rows?',
  'check.deciding-feature': 'Does one feature decide nearly every prediction?',
  'check.idle-features': 'Which features does the model make no use of?',
  'check.importance-apart': 'Do the features that matter on the training matter on unseen rows?',

  'irrelevant.few-features': 'there are too few features',
  'irrelevant.few-predictions': 'too few rows were predicted',
  'irrelevant.no-feature-matters': 'no feature matters on the training',
  'irrelevant.no-held-out-predictions': 'nothing was predicted of held-out rows',
  'irrelevant.no-kernels': 'no layer multiplies by a weight matrix',
  'irrelevant.no-parts': 'no part of the data stands out',
  'irrelevant.no-regression-predictions': 'no quantity was predicted of enough rows',
  'irrelevant.no-scores': 'nothing could be scored',
  'irrelevant.no-train-predictions': 'no probabilities of the training rows are known',
  'irrelevant.no-two-scores': 'training and held-out rows were not both scored',

  'how.modelFile': MODEL,
  'how.weights': MODEL,
  'how.predictions': PREDICTIONS,
  'how.scores': PREDICTIONS,
  'how.exampleLosses': PREDICTIONS,
  'how.confusion': PREDICTIONS,
  'how.calibration': PREDICTIONS,
  'how.residuals': PREDICTIONS,
  'how.segments': PREDICTIONS,
  'how.importance': EXPLAINED,
  'how.smallestSet': EXPLAINED,

  'exhibit.confusion': 'Rows by true (down) and predicted class (across)',
  'exhibit.reliability': 'How sure, and how often right',
  'exhibit.true-and-predicted': 'Truth and prediction',
  'exhibit.residuals': 'What is left over, by prediction',
  'exhibit.worst-examples': 'The rows with the largest loss',
  'exhibit.weak-parts': 'Where the model does worse',
  'exhibit.importance': 'What shuffling a feature costs',

  'evidence.modelFile': 'the model file',
  'evidence.weights': 'the stored weights',
  'evidence.predictions': 'predictions',
  'evidence.scores': 'scores with intervals',
  'evidence.exampleLosses': 'the loss of each example',
  'evidence.confusion': 'true and predicted classes',
  'evidence.calibration': 'calibration of the probabilities',
  'evidence.residuals': 'residuals',
  'evidence.segments': 'scores by parts of the data',
  'evidence.importance': 'importance of the features',
  'evidence.smallestSet': 'the fewest features that do',
} as const
