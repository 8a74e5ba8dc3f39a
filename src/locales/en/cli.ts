// English sentences of the room `cli`.

export const cli = {
  'cli.about': 'The doctor for neural-network training: why is my loss like this?',
  'cli.help.version': 'print the version',
  'cli.help.help': 'print this help',
  'cli.help.command': 'print the help of a command',
  'cli.help.after': `
Examples:
  whyloss diagnose train.log                    why is this loss like this?
  python train.py 2>&1 | whyloss diagnose       the same, from a pipe
  whyloss run -- python train.py                the same, live, while it trains
  whyloss diagnose runs/                        every run in a folder
  whyloss audit --train a.csv --val b.csv       the data and its splits, before or beside a training
  whyloss verify -- python train.py             try the cure and prove it, on fresh seeds
  whyloss explain learning-rate-too-high        what it is, how to tell, what to do

Not there yet: serve, compare, mcp.`,

  'cli.diagnose': 'read what is already written (a log, a folder of runs, a pasted question) and name the causes',
  'cli.diagnose.paths': 'log files, event files, histories or folders; - or none for standard input',
  'cli.diagnose.format': 'text, json, html or md (default: what the ending of --out says, else text)',
  'cli.diagnose.json': 'the same as --format json',
  'cli.diagnose.out': 'write to this file instead of standard output',
  'cli.diagnose.lang': 'language: en, zh or ru (default: that of the locale)',
  'cli.diagnose.fact': 'tell a fact that the record does not hold, or correct one; may be repeated',
  'cli.diagnose.failOn': 'exit with 1 if a fault is strong, or at least likely (default: never)',
  'cli.diagnose.listUnchecked': 'list every question that could not be asked, and how to let it be asked',
  'cli.diagnose.last': 'only the last <count> of several runs',
  'cli.diagnose.follow': 'go on while the files grow; Ctrl-C, or the end of every recording, gives the final report',
  'cli.diagnose.after': `
Examples:
  whyloss diagnose train.log
  whyloss diagnose runs/ --json --out report.json
  whyloss diagnose runs/ --out report.html             one page to look at, send and print
  whyloss diagnose train.log --fact learning_rate=0.01 --fact classes=10
  whyloss diagnose train.log --fail-on strong          for a script or CI
  whyloss diagnose .whyloss/2026-01-31T12-00-00 --follow    a recording, while it is made
  whyloss diagnose                                     paste, then Ctrl-D

Exit codes:
  0  the question was answered, be the run ill or well
  1  a fault was found, and --fail-on asked for this
  2  the input could not be read, or whyloss itself failed
  3  the evidence is too thin for a verdict`,

  'cli.run': 'run a command and watch its training live; no line of its code changes',
  'cli.run.command': 'the command, as it is called without whyloss; -- before it keeps its options apart',
  'cli.run.out': 'folder for the record and the report (default: .whyloss/<time>)',
  'cli.run.format': 'text is printed at the end; json, html and md are files in that folder (default: text)',
  'cli.run.failOn': 'exit with 1 if the command succeeds and a fault is strong, or at least likely (default: never)',
  'cli.run.stopOn': 'fatal: end the command when its loss is no number, has left for good, or no weight ever moves',
  'cli.run.webhook': 'post the examination as JSON to this address at the end',
  'cli.run.after': `
Examples:
  whyloss run -- python train.py --lr 0.1
  whyloss run --stop-on fatal -- torchrun --nproc_per_node 2 train.py
  whyloss run --out runs/7 --fail-on strong -- bash train.sh
  whyloss run -- ./train                               not Python: what it prints is read

Standard output is the command's alone; whyloss speaks on standard error.

Exit codes:
  that of the command, or 128 and the number of the signal that ended it
  1    it succeeded, a fault was found, and --fail-on asked for this
  2    whyloss was called wrongly
  4    it was ended, as --stop-on asked
  126  it may not be executed
  127  it was not found`,

  'cli.explain': 'explain a cause, a check or a format at length; without a name, list them all',
  'cli.explain.name': 'id of a cause, a check or a format, as the report prints it',
  'cli.explain.format': 'text or md (default: text)',

  'cli.paste': 'Paste your log or your question, then press Enter and Ctrl-D.',
  'cli.stdin': 'standard input',
  'cli.reading': 'reading {path}',
  'cli.wrote': '{path} is written ({size}).',

  'cli.run.wrote': 'record and report are in {folder}; whyloss diagnose {folder} reads them again.',
  'cli.run.stopped': 'ended the command, as --stop-on asks: {line}',
  'cli.run.elsewhere': 'no folder can be made here; the record is in {folder}.',
  'cli.run.cut': 'the command printed more than was kept: {size} were left out.',
  'cli.run.webhook.failed': 'the examination could not be posted ({reason}).',
  'cli.run.failed': 'watching failed ({reason}); the command was left alone.',

  'cli.error.line': 'whyloss: {message}',
  'cli.error.planned': 'the command {name} does not exist yet.',
  'cli.error.format.unknown': 'there is no format {name}; text, json, html and md are.',
  'cli.error.language.unknown': 'there is no language {name}; en, zh and ru are.',
  'cli.error.failOn.unknown': '--fail-on takes strong, likely or never, not {name}.',
  'cli.error.fact.shape': '--fact takes NAME=VALUE, not {given}.',
  'cli.error.fact.unknown': 'no fact is called {name}; the nearest is {nearest}.',
  'cli.error.fact.value':
    '--fact {name} takes {kind, select, number {a number} count {a whole number from 0 on} share {a share between 0 and 1} yes {true or false} range {two numbers: LOW,HIGH} numbers {numbers, separated by commas} words {words, separated by commas} text {a word} other {one of {kind}}}, not {value}.',
  'cli.error.last': '--last takes a whole number from 1 on, not {given}.',
  'cli.error.follow.stdin': '--follow takes files and folders, not standard input.',
  'cli.error.run.nothing': 'run needs a command: whyloss run -- python train.py',
  'cli.error.run.not-found': '{name}: there is no such command.',
  'cli.error.run.not-executable': '{name}: cannot be executed.',
  'cli.error.stopOn.unknown': '--stop-on takes fatal, not {name}.',
  'cli.error.webhook': '--webhook takes an address that begins with http:// or https://, not {address}.',
  'cli.error.page': 'the page is not built; run `npm run build` first.',
  'cli.error.out': 'cannot write {path} ({reason}).',
  'cli.error.command.path': '{name} is no command. Did you mean: whyloss diagnose {name}',
  'cli.error.command.unknown': 'there is no command {name}; whyloss --help lists them.',
  'cli.error.option.unknown': 'there is no option {name}{nearest, select, none {} other {; the nearest is {nearest}}}.',
  'cli.error.option.value': 'the option {name} needs a value.',
  'cli.error.explain.unknown': 'no cause, check or format is called {name}; the nearest is {nearest}.',
  'cli.error.explain.format': 'explain speaks text or md, not {name}.',
  'cli.error.slurm.missing': '{name} was not found; --runner slurm needs the commands of Slurm on this machine.',
  'cli.error.slurm.refused': 'Slurm refused the jobs: {sentence}',
  'cli.error.slurm.never': 'job {job} can never start as it was asked for; Slurm gives the reason {reason}.',
  'cli.error.slurm.unseen':
    'job {job} runs or has ended on node {node}, yet nothing that it wrote is seen in {folder}; that folder must be on a disk that this machine and the nodes share.',
  'cli.error.slurm.failed':
    'job {job} ends before it begins a training ({state} on node {node}); what it printed is in {logs}. The folder of the experiment and whyloss itself must be seen from the nodes.',
  'cli.error.slurm.option': '--slurm cannot take {name}; whyloss sets it itself.',
  'cli.error.trial.folder': '{folder} holds no trial, or is not seen from this machine.',
  'cli.error.usage': '{message}',
} as const
