// English sentences of the diagnosis: the summary and what every finding claims.

import { answers } from './answers.ts'

const claims = {
  'claim.reading/gap-opens':
    '{metric} turns at {axis, select, epoch {epoch} other {step}} {at}: it rises by {rise, number, percent} from its best {best} to {last}, while the training loss goes on falling to {train}.',
  'claim.reading/gap-open':
    '{metric} stays at {last}, {ratio} times the training loss of {train}, which went on falling.',
  'claim.accuracy-gap':
    'The training accuracy is {train, number, percent}, {metric} is {val, number, percent}: a gap of {gap, number, percent}.',
  'claim.reading/validation-below-train':
    '{metric} is {ratio} times {train} over {epochs, plural, one {# value} other {# values}}: below it, with nothing in the numbers that is broken.',
  'claim.reading/validation-below-train-dropout':
    '{metric} is {ratio} times {train} over {epochs, plural, one {# value} other {# values}}. Training runs with dropout or other noise, validation without: that alone lifts the training loss.',
  'claim.reading/validation-far-above':
    'From the first value on {metric} is far above training: {val} beside {train}, {ratio} times as a rule. Overfitting takes epochs to open a gap.',
  'claim.erratic-validation':
    '{metric} jumps by a factor of e^{val} from value to value, {times} times as much as the training loss.',
  'claim.reading/loss-accuracy-apart':
    '{metric} rises by {rise, number, percent} after its best (value {at}), yet {score} does not fall ({gained, number, percent}): the loss sees how sure the answers are, the accuracy only who wins.',
  'claim.reading/loss-falls-accuracy-falls':
    '{metric} falls by {fall, number, percent} while {score} falls too, by {lost, number, percent}: part of the loss is not about being right.',
  'claim.reading/frozen': '{metric} stands at {value}, to the last digit, for {points} of {all} values.',
  'claim.reading/never-fell': '{metric} has not fallen at all: {level} over {share, number, percent} of the run.',
  'claim.reading/bottleneck':
    '{metric} fell from {first} and then stands at {level} for {share, number, percent} of the run.',
  'claim.reading/dataset-at-fault':
    '{metric} falls by {val, number, percent} while the training loss stands still ({train, number, percent}): then the data are at fault.',
  'claim.reading/diverging': '{metric} rises for good: from {best} to {last}, {factor} times its best.',
  'claim.reading/diverging-fast': '{metric} rises ever faster: from {best} to {last}, {factor} times its best.',
  'claim.reading/still-learning':
    '{metric} is still falling at {last} where the record ends; its curve points to {ahead} after twice as long ({gain, number, percent} lower).',
  'claim.reading/low-from-the-start':
    '{metric} is {first} already at the first value and {last} at the last: small, but an error is only small beside the spread of the targets.',
  'claim.reading/low-from-the-start-updates':
    '{metric} is {first} after the first epoch, but that epoch held about {updates} updates ({examples} examples, batch {batch}): simple data are learnt within it.',
  'claim.reading/low-from-the-start-assumed':
    '{metric} is {first} after the first epoch, but that epoch held {examples} examples: with batches of {batch}, some {updates} updates. Simple data are learnt within that.',
  'claim.uniform-guessing':
    '{metric} stays at {level}; guessing among {classes} classes costs ln {classes} = {guess}. Nothing of the inputs has been learnt.',
  'claim.majority-guessing':
    '{metric} stands at {level, number, percent} to the last digit: every input gets the same answer.',
  'claim.majority-guessing-entropy':
    '{metric} stands at {level, number, percent} and the loss at {cost}: that is what always naming the largest class costs.',
  'claim.majority-guessing-stated': '{metric} is {level, number, percent}, the share of the largest class.',
  'claim.rare-class-missed':
    '{metric} goes down to {low, number, percent} while {reached, number, percent} of all answers are right: the rare class is missed.',
  'claim.top-k-always-one':
    '{metric} is 1 from the first value on while the loss is still {loss}: with K classes, top-k is always right for k >= K.',
  'claim.accuracy-in-regression':
    '{metric} counts exact hits; with a regression loss it says nothing ({level, number, percent}).',
  'claim.binary-accuracy-one-hot':
    '{metric} begins at {level, number, percent} = (K-1)/K: binary accuracy counts each zero of a one-hot target as a hit.',
  'claim.accuracy-below-floor':
    '{metric} of {level, number, percent} cannot belong to a cross-entropy of {loss}: each wrong answer costs at least ln 2.',
  'claim.loss-beside-accuracy':
    'The printed {metric} of {own} is {times} times {other} at much the same accuracy: the two are not averaged the same way.',
  'claim.lagging-mean':
    '{metric} of one epoch is {train} of the next in {share, number, percent} of the epochs: the training loss is a mean over its epoch and lags behind.',
  'claim.validation-noise':
    '{metric} shakes by {seen}; {examples} examples alone give {binomial}. Smaller differences mean nothing.',
  'claim.no-held-out':
    '{points} values, and none of them on held-out data: neither overfitting nor success can be seen.',
  'claim.splits-apart': '{metric} reaches {best, number, percent} on one set and {worst, number, percent} on another.',
  'claim.loss-in-target-units':
    '{metric} of {last} is an error of {error} on targets in [{low}, {high}]: {share, number, percent} of the range.',
  'claim.loss-in-target-units-assumed':
    'If the loss is a mean squared error, {metric} of {last} is a root mean square error of {error} on targets in [{low}, {high}]: {share, number, percent} of the range.',
  'claim.loss-in-target-units-r2':
    '{metric} of {last} is an error of {error}, {share, number, percent} of the range [{low}, {high}]; R2 is {r2}.',
  'claim.epochs-of-zeros':
    'Every {every, plural, =2 {second} other {#th}} value of {metric} is exactly 0 ({zeros} of them): those epochs had no data.',
  'claim.sum-not-reset': '{metric} grows in proportion to the step: a sum that is printed without being reset.',
  'claim.wrong-divisor':
    'One value of {metric}, {value}, is off by a factor of {ratio} between values of {usual}: a wrong divisor at that print.',
  'claim.loss-falls': '{metric} falls from {first} to {last}.',
  'claim.loss-falls-and-holds': '{metric} goes from {first} to {last}, and the held-out values hold up.',
  'claim.clipped-cross-entropy':
    '{metric} is {level} = -ln of the clipping constant ({source}): a probability of exactly 0 for the true class.',
  'claim.clipped-times-error':
    '{metric} is {level} = {error} x {clip}: the error rate times -ln of the clipping constant ({source}). Every answer is given with full certainty.',
  'claim.negative-cross-entropy':
    '{metric} goes down to {lowest}. A cross-entropy cannot be below 0: targets lie outside [0, 1].',
  'claim.negative-loss':
    '{metric} goes down to {lowest}. That is right for a likelihood of values, and wrong for a cross-entropy or a squared error.',
  'claim.margin-collapse': '{metric} stands at {last}, its margin of {margin}: all embeddings are the same point.',
  'claim.first-loss':
    'The first {metric} is {first}; guessing among {classes} classes costs {guess}. That is {times} times as much.',
  'claim.first-loss-unknown-classes':
    'The first {metric} is {first}, more than guessing among thousands of classes costs.',
  'claim.softmax-over-one-unit': 'Softmax over one unit is always 1, whatever the input.',
  'claim.one-unit-many-classes': 'One output unit with {loss} cannot tell {classes} classes apart.',
  'claim.no-probability': 'A {activation} output gives no probability, but {loss} needs one.',
  'claim.logits-as-probabilities':
    'A linear output goes into {loss}, which takes probabilities unless it is told otherwise.',
  'claim.probabilities-as-logits':
    'A {activation} output goes into a loss that takes logits: the gradient is flattened twice.',
  'claim.squared-error-on-classes': 'A squared error on class numbers treats class 9 as farther from 0 than class 1.',
  'claim.targets-out-of-reach': 'A {activation} output cannot reach all of the targets.',
  'claim.relu-at-the-output': 'A ReLU at the output gives no value below 0 and no gradient there.',
  'claim.constant-initializer':
    'The weights are said to begin at one constant ({initializer}): all units of a layer then learn the same.',
  'claim.wide-initializer': 'The weights are said to begin very wide ({initializer}).',
  'claim.held-out-at-chance':
    '{metric} is {val, number, percent}, no better than guessing, while training reaches {train, number, percent}.',
  'claim.accuracy-at-chance': '{metric} is {level, number, percent} with {classes} classes: no better than guessing.',
  'claim.bounded-activations': 'The hidden layers use {activations}, and {metric} hardly falls.',
  'claim.linear-activations': 'The hidden layers are linear: together they are one linear map.',
  'claim.non-finite-start': '{metric} is not finite from the first value on.',
  'claim.non-finite-rise':
    '{metric} climbs to {last} and is not finite from {axis, select, epoch {epoch} other {step}} {at} on.',
  'claim.non-finite-sudden':
    '{metric} is {last} and then, from {axis, select, epoch {epoch} other {step}} {at} on, not finite, without a rise before it.',
  'claim.sudden-jump':
    '{metric} jumps at {axis, select, epoch {epoch} other {step}} {at} from about {before} to {after} and stays there.',
  'claim.jump-and-recovery':
    '{metric} jumps at {axis, select, epoch {epoch} other {step}} {at} from about {before} to {after}, and comes back.',
  'claim.jump-at-resume':
    '{metric} jumps at {axis, select, epoch {epoch} other {step}} {at} from about {before} to {after}, right where the run was resumed.',
  'claim.spikes':
    '{count, plural, one {# value stands} other {# values stand}} far above the rest of {metric}; the worst is {value} at {axis, select, epoch {epoch} other {step}} {at}, usually {usual}.',
  'claim.oscillation': '{metric} swings from epoch to epoch by {relative, number, percent} of its level.',
  'claim.pendulum': '{metric} swings with a period of {lag} values, and that is no epoch.',
  'claim.slow-descent':
    '{metric} falls smoothly, almost in a straight line, from {first} to {last}: only {fall, number, percent} lower.',
  'claim.rate-above-usual':
    'A learning rate of {rate} is above what {optimizer, select, any {an optimizer} other {{optimizer}}} usually holds ({low} to {high}).',
  'claim.rate-below-usual':
    'A learning rate of {rate} is below what {optimizer, select, any {an optimizer} other {{optimizer}}} usually needs ({low} to {high}).',
  'claim.rate-cuts':
    '{metric} drops at {helped} of {cuts, plural, one {# cut} other {# cuts}} of the learning rate and is level in between: a schedule at work.',
  'claim.rate-cut-cures': '{metric} swung or rose, and drops where the learning rate is cut.',
  'claim.relapse':
    '{metric} falls to {best} at {axis, select, epoch {epoch} other {step}} {at} and then climbs back to {peak}: what was learnt is lost again.',
  'claim.repeated-losses':
    '{share, number, percent} of the values of {metric} are those of the epoch before, digit by digit.',
  'claim.overflow-skips': '{skips} optimizer steps were skipped because half-precision gradients overflowed.',
  'claim.scale-at-floor':
    '{skips} optimizer steps were skipped and the loss scale went down to {lowest}: every step overflows.',
  'claim.gradient-non-finite': '{metric} is NaN or infinite at {lost, plural, one {# step} other {# steps}}.',
  'claim.gradient-zero': '{metric} is practically 0 ({usual}): no weight is moved.',
  'claim.gradient-grows':
    '{metric} grows to {top} at {axis, select, epoch {epoch} other {step}} {at}, usually {usual}.',
  'claim.gradient-jumps':
    '{metric} jumps to {top} at {axis, select, epoch {epoch} other {step}} {at}, usually {usual}.',
  'claim.few-steps': '{steps} steps in all, and {metric} is still {last}, near the cost of guessing.',
  'claim.few-steps-an-epoch': '{perEpoch} updates an epoch, {steps} in all: count steps, not epochs.',
  'claim.small-batch': 'A batch of {batch} is very small for a loss that does not come down.',
  'claim.large-batch': 'A batch of {batch} out of {examples} examples leaves few updates an epoch.',
  'claim.shaking':
    '{metric} shakes by {relative, number, percent} of its level from print to print, as batch losses do.',
  'claim.shaking-but-falling':
    '{metric} shakes by {relative, number, percent} of its level, as batch losses do, and its trend falls.',
  'claim.penalty-share': '{share, number, percent} of the loss is penalty, not error.',
  'claim.strong-regularization':
    'The regularisation is strong (dropout {dropout}, weight decay {decay}) and training is no better than validation.',
  'claim.zero-loss': '{metric} is exactly 0 in {zeros} of {points, plural, one {# value} other {# values}}.',
  'claim.no-detections': '{metrics} are all 0.',
  'claim.saw-tooth': '{metric} falls within each epoch and jumps back up at its border, {epochs} epochs long.',
  'claim.epoch-pattern':
    '{metric} goes through the same ups and downs in every epoch: the batches come in the same order, and some are unlike others.',
  'claim.stairs':
    '{metric} steps down at each new epoch and is level within it: the second sight of an example is remembered.',
  'claim.not-shuffled': 'The data are said not to be shuffled.',
  'claim.raw-inputs': 'The inputs are said not to be scaled.',
  'claim.large-targets': 'The targets span {range}; a squared error on them begins at {first}.',
  'claim.huge-loss': '{metric} begins at {first}: of the order of large targets squared.',
  'claim.few-examples': '{examples} training examples, and validation stays behind.',
  'claim.many-parameters': '{parameters} parameters on {examples} training examples, and validation stays behind.',
  'claim.label-ceiling': '{metric} levels off at {level, number, percent}.',
  'claim.label-ceiling-below-validation':
    '{metric} levels off at {level, number, percent} while validation reaches {val, number, percent}: the model is right where the labels are clean, and contradicts part of the training labels.',
  'claim.too-good': '{metric} is perfect from value {at} on.',
  'claim.rates-tried': 'Other learning rates did not help ({rates}).',
} as const

/** Titles of what is shown beside a claim. */
const exhibits = {
  'exhibit.accuracy': 'accuracy',
  'exhibit.batch-loss': 'batch loss',
  'exhibit.gradient-norm': 'gradient norm',
  'exhibit.loss': 'loss',
  'exhibit.printed-loss': 'printed loss',
  'exhibit.train-and-validation': 'training and validation',
  'exhibit.validation': 'validation',
  'exhibit.validation-accuracy': 'validation accuracy',
  'exhibit.validation-loss': 'validation loss',
} as const

const summaries = {
  'summary.ill':
    'This training is ill. {proven, select, yes {Proven by experiment} other {Most likely}}: {cause}{others, plural, =0 {} one {, and one more cause is likely} other {, and # more causes are likely}}.',
  'summary.sick': 'Something is wrong, and the record does not decide what. The first to look at: {cause}.',
  'summary.healthy': 'This run looks healthy.',
  'summary.benign': 'Nothing is broken. What explains the curves: {cause}.',
  'summary.possible': 'The evidence does not decide. The first to look at: {cause}.',
  'summary.perhaps': 'Nothing stands out as wrong, and too little was seen to call it healthy.',
  'summary.undecided': 'The evidence does not decide, and nothing stands out.',
  'rather.against': 'Rather than “{rival}”: {against}',
  'rather.less': '“{rival}” would leave similar traces, but less of what was seen speaks for it.',
} as const

export const checks = { ...claims, ...exhibits, ...answers, ...summaries } as const
