// English sentences around trials: the command, its progress, its verdicts and why they are what they are.

export const trials = {
  'cli.verify':
    'prove a cause and its cure: run the command again with remedies, against a control arm, on fresh seeds',
  'cli.verify.words': '[cause] -- the command that trains',
  'cli.verify.budget': 'what all trials may take: 10m, 2h, trainings: 30x, or 50000steps (default: 20x)',
  'cli.verify.knob':
    'a flag of the script that sets something: lr=--lr, batch_size=--bs, width=--hidden=64, seed=--seed',
  'cli.verify.jobs': 'trials at once (default: what cores, GPUs and memory carry)',
  'cli.verify.resume': 'go on with an experiment that was ended (default: the newest in .whyloss)',
  'cli.verify.runner': 'local or slurm',
  'cli.verify.slurm': 'further options of sbatch: "--partition=gpu --gres=gpu:1"',
  'cli.verify.cap': 'on Slurm: processor and GPU time that all trials together may reserve: 20h (default: no cap)',
  'cli.verify.folder': 'folder for the trials and their records (default: .whyloss/TIME)',
  'cli.verify.after': `
Examples:
  whyloss verify -- python train.py
  whyloss verify learning-rate-too-high --budget 10m -- python train.py
  whyloss verify --knob lr=--lr --knob batch_size=--bs -- python train.py --lr 0.1
  whyloss verify --runner slurm --slurm "--partition=main" -- python train.py
  whyloss verify --resume

Your script and your files stay as they are: each trial works in a copy of this folder, and changes are made inside its
process. A remedy is verified when it beats the training without it on five fresh seeds or more.
`,
  'cli.error.verify.nothing': 'verify needs the command that trains: whyloss verify -- python train.py',
  'cli.error.verify.cause':
    'no cause is called {name}{nearest, select, none {} other {; did you mean {nearest}}}. whyloss explain lists them.',
  'cli.error.verify.budget':
    'the budget is a time such as 10m or 2h, or a number of trainings such as 30x, or of steps such as 50000steps, not {text}.',
  'cli.error.verify.jobs': '--jobs is a whole number from 1 on, not {text}.',
  'cli.error.verify.knob': 'a knob says what a flag sets: --knob lr=--lr or --knob width=--hidden=64, not {text}.',
  'cli.error.verify.runner': 'trials run on local or slurm, not on {name}.',
  'cli.error.verify.resume':
    'there is no experiment to go on with in {path}; start one with whyloss verify -- python train.py',
  'cli.error.verify.folder':
    'the folder {path} holds another experiment; go on with it by whyloss verify --resume {path}, or name another folder.',
  'cli.error.verify.crashed':
    'the training fails as it is, so no remedy can be tried: {error}. Its output is in {path}',
  'cli.error.verify.silent':
    'the training ended without any loss that whyloss could read, so nothing can be compared. Print one each epoch, or let PyTorch or Keras compute it: whyloss run -- COMMAND shows what is seen.',
  'cli.error.verify.stepless':
    'no steps of this training are seen: give --budget as a time (10m) or as trainings (30x).',
  'cli.error.verify.small':
    'the budget of {budget} is too small: one training was not over by then. Nothing is claimed; give it more with --budget.',
  'cli.error.verify.early':
    'stopped before the first training was over: nothing is claimed. whyloss verify --resume begins it again.',
  'cli.verify.kept': 'Trials are in {path}. Go on with: whyloss verify --resume {path}',
  'cli.verify.stopping': 'stopping the trials; what has ended is kept. Press Ctrl-C again to leave at once.',
  'cli.verify.page': 'The page with all trials: {path}',

  'trial.progress.baseline': 'training once as it is',
  'trial.progress.screen': 'trying remedies on one seed',
  'trial.progress.confirm': 'proving the best one on fresh seeds',
  'trial.progress.line':
    '{phase}: {running} ({done, plural, one {# trial done} other {# trials done}}, at most {left} left)',
  'trial.progress.best': 'best so far {change}: {name} {value, number}, as it was {own, number}',
  'trial.change.none': 'as it is',
  'trial.change.seed': '{change}, seed {seed}',

  'trial.summary.verified':
    'Verified: {cause}. The remedy beat {against, select, rate {the tuned rate alone} other {the training as it is}} on {pairs, plural, one {# fresh seed} other {# fresh seeds}}.',
  'trial.summary.kept':
    'Keep what you have: {tried, plural, =0 {there was no remedy to try} one {the one remedy that was tried is no better} other {none of the # remedies that were tried is better by enough}}.',
  'trial.summary.undecided': 'Undecided: no remedy is proven, and not all of them are ruled out.',
  'trial.summary.nothing': 'Undecided: nothing of what the diagnosis advises could be tried from here.',
  'trial.summary.cut':
    '{why, select, budget {The budget was used up} other {The experiment was stopped}} before anything was proven.',
  'trial.test.for': 'Tried: {test}. {shown} That speaks for “{cause}”, not for “{other}”.',
  'trial.test.open': 'Tried: {test}. {shown} That does not tell “{cause}” from “{other}”.',
  'trial.test.share': 'The loss ended at {share, number, percent} of where it began.',
  'trial.test.gain': 'Gain on {name}: {better, select, down {{gain, number, percent}} other {{gain, number}}}.',
  'trial.reason.proven': 'better on fresh seeds by more than chance and by enough to matter',
  'trial.reason.no-effect': 'no better on fresh seeds',
  'trial.reason.too-small': 'the gain is too small to be worth a change',
  'trial.reason.uncertain': 'the seeds differ too much among themselves to tell',
  'trial.reason.few-pairs': 'not tried on enough seeds: another remedy did as well',
  'trial.reason.budget': 'the budget was used up',
  'trial.reason.not-better': 'no better on the seed of the script',
  'trial.reason.rate-alone': 'no better than another learning rate alone',
  'trial.reason.not-applied': 'could not be applied inside the process: {error}',
  'trial.reason.crashed': 'the training failed with it: {error}',
  'trial.reason.memory': 'it needed more memory than twice the training as it is: {error} MB',
  'trial.reason.late': 'it took more than four times as long as the training as it is: {error} s',
  'trial.reason.no-measure': 'no measure came out of it',
  'trial.reason.deaf-flag': 'the script does not listen to its flag: not one digit of the curve changed',
  'trial.refused.no-optimizer': 'no optimizer takes a step',
  'trial.refused.no-loader': 'batches are cut by hand',
  'trial.refused.no-layer': 'there is no such layer',
  'trial.refused.no-loss': 'the loss is written by hand',
  'trial.refused.loaded': 'the weights came from a file',
  'trial.refused.unknown-data': 'the source of the batches cannot be changed',
  'trial.refused.same': 'it is so already',
  'trial.refused.broken': 'whyloss failed at it',
  'trial.refused.unsupported': 'not possible in this training',
  'trial.reason.other-meaning': 'it changes what the train loss means, and there are no held-out data to judge by',
  'trial.reason.by-hand': 'to be done by hand',
  'trial.note.unseeded': 'The script sets no seed, so that its runs differ by chance alone; each trial was given one.',
  'trial.note.own-loss':
    'There are no held-out data that whyloss could see; arms are compared by {name}, which says nothing of new data.',
  'trial.note.other-meaning':
    'Some remedies change what the train loss means and cannot be judged by it. Let the script compute a loss or a score on held-out data after each epoch.',
  'trial.note.unvalued': 'What {flag} is set to is not known; tell it with the knob: --knob NAME={flag}=VALUE.',
  'trial.note.by-hand':
    '{count, plural, one {One remedy} other {# remedies}} cannot be made inside a process; a flag of your script can: --knob NAME=--FLAG.',

  'check.tried-remedies': 'Did a remedy prove itself on fresh seeds, or come to nothing?',
  'clear.tried-remedies':
    'None of the {remedies, plural, one {# remedy} other {# remedies}} that {remedies, plural, one {was} other {were}} tried came to a verdict.',
  'claim.remedy-verified':
    'On {seeds, plural, one {# fresh seed} other {# fresh seeds}} {metric} ends at {with, number} with the remedy and at {without, number} without it.',
  'claim.remedy-in-vain':
    '{remedies, plural, one {The remedy for it that was tried makes} other {The # remedies for it that were tried make}} the training no better.',
  'irrelevant.no-remedy-tried': 'no remedy was tried',
  'evidence.trial': 'trials of remedies',
  'how.trial': 'Run whyloss verify with the command that trains.',
} as const
