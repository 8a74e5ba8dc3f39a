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
  whyloss diagnose runs/                        every run in a folder
  whyloss explain learning-rate-too-high        what it is, how to tell, what to do

Not there yet: run, audit, inspect, verify, serve, compare, mcp.`,

  'cli.diagnose': 'read what is already written (a log, a folder of runs, a pasted question) and name the causes',
  'cli.diagnose.paths': 'log files, event files, histories or folders; - or none for standard input',
  'cli.diagnose.format': 'text, json, html or md (default: what the ending of --out says, else text)',
  'cli.diagnose.json': 'the same as --format json',
  'cli.diagnose.out': 'write to this file instead of standard output',
  'cli.diagnose.lang': 'language: en, zh or ru (default: that of the locale)',
  'cli.diagnose.fact': 'tell a fact that the record does not hold, or correct one; may be repeated',
  'cli.diagnose.failOn': 'exit with 1 if a fault is strong, or at least likely (default: never)',
  'cli.diagnose.listUnchecked': 'list every question that could not be asked, and how to let it be asked',
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

  'cli.explain': 'explain a cause, a check or a format at length; without a name, list them all',
  'cli.explain.name': 'id of a cause, a check or a format, as the report prints it',
  'cli.explain.format': 'text or md (default: text)',

  'cli.paste': 'Paste your log or your question, then press Enter and Ctrl-D.',
  'cli.stdin': 'standard input',
  'cli.reading': 'reading {path}',
  'cli.wrote': '{path} is written ({size}).',

  'cli.error.line': 'whyloss: {message}',
  'cli.error.planned': 'the command {name} does not exist yet.',
  'cli.error.format.unknown': 'there is no format {name}; text, json, html and md are.',
  'cli.error.language.unknown': 'there is no language {name}; en, zh and ru are.',
  'cli.error.failOn.unknown': '--fail-on takes strong, likely or never, not {name}.',
  'cli.error.fact.shape': '--fact takes NAME=VALUE, not {given}.',
  'cli.error.fact.unknown': 'no fact is called {name}; the nearest is {nearest}.',
  'cli.error.fact.value':
    '--fact {name} takes {kind, select, number {a number} count {a whole number from 0 on} share {a share between 0 and 1} yes {true or false} range {two numbers: LOW,HIGH} numbers {numbers, separated by commas} words {words, separated by commas} text {a word} other {one of {kind}}}, not {value}.',
  'cli.error.follow.stdin': '--follow takes files and folders, not standard input.',
  'cli.error.page': 'the page is not built; run `npm run build` first.',
  'cli.error.out': 'cannot write {path} ({reason}).',
  'cli.error.command.path': '{name} is no command. Did you mean: whyloss diagnose {name}',
  'cli.error.command.unknown': 'there is no command {name}; whyloss --help lists them.',
  'cli.error.option.unknown': 'there is no option {name}{nearest, select, none {} other {; the nearest is {nearest}}}.',
  'cli.error.option.value': 'the option {name} needs a value.',
  'cli.error.explain.unknown': 'no cause, check or format is called {name}; the nearest is {nearest}.',
  'cli.error.explain.format': 'explain speaks text or md, not {name}.',
  'cli.error.usage': '{message}',
} as const
