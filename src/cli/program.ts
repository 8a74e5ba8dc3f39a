// The grammar of the command line: commands, options and help. What a command needs is loaded when it is called.

import { existsSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { type Speak, speaker } from '../locales/speak.ts'
import type { AuditOptions } from './commands/audit.ts'
import type { DiagnoseOptions } from './commands/diagnose.ts'
import type { ExplainOptions } from './commands/explain.ts'
import type { InspectOptions } from './commands/inspect.ts'
import { PLANNED, planned } from './commands/planned.ts'
import type { RunOptions } from './commands/run.ts'
import type { TrialOptions } from './commands/trial.ts'
import type { VerifyOptions } from './commands/verify.ts'
import { EXIT } from './exit.ts'
import { languageOfWords } from './language.ts'
import { nearest } from './nearest.ts'
import { Refusal } from './refusal.ts'
import type { Surroundings } from './surroundings.ts'
import { VERSION } from './version.ts'

/** Runs the command that `words` (without node and script) ask for. Resolves to the exit code; throws a Refusal. */
export async function call(words: readonly string[], around: Surroundings): Promise<number> {
  const speak = speaker(languageOfWords(words, around.env))
  let code: number = EXIT.answered
  const program = grammar(speak, around, (result) => {
    code = result
  })
  try {
    if (words.length === 0) program.outputHelp()
    else await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw refused(error, program)
  }
  return code
}

function grammar(speak: Speak, around: Surroundings, done: (code: number) => void): Command {
  const program = new Command('whyloss')
    .description(speak('cli.about'))
    .version(VERSION, '-V, --version', speak('cli.help.version'))
    .helpOption('-h, --help', speak('cli.help.help'))
    .helpCommand('help [command]', speak('cli.help.command'))
    .addHelpText('after', speak('cli.help.after'))
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: (text) => around.stdout.write(text), writeErr: () => {}, outputError: () => {} })
  addDiagnose(program, speak, around, done)
  addRun(program, speak, around, done)
  addAudit(program, speak, around, done)
  addInspect(program, speak, around, done)
  addVerify(program, speak, around, done)
  addExplain(program, speak, around, done)
  addTrial(program, around, done)
  for (const name of PLANNED)
    program
      .command(name, { hidden: true })
      .argument('[words...]')
      .allowUnknownOption()
      .helpOption(false)
      .action(() => planned(name))
  return program
}

function addDiagnose(program: Command, speak: Speak, around: Surroundings, done: (code: number) => void): void {
  const command = program
    .command('diagnose')
    .description(speak('cli.diagnose'))
    .argument('[path...]', speak('cli.diagnose.paths'))
  reportOptions(command, speak)
  command.option('--last <count>', speak('cli.diagnose.last')).option('--follow', speak('cli.diagnose.follow'))
  dataOptions(command, speak)
  command.option('--model <file>', speak('cli.model'))
  predictionOptions(command, speak)
  command
    .addHelpText('after', speak('cli.diagnose.after'))
    .action(async (paths: string[], options: DiagnoseOptions) => {
      const { diagnose } = await import('./commands/diagnose.ts')
      done(await diagnose(paths, options, around))
    })
}

function addAudit(program: Command, speak: Speak, around: Surroundings, done: (code: number) => void): void {
  const command = program
    .command('audit')
    .description(speak('cli.audit'))
    .argument('[data...]', speak('cli.audit.data'))
  dataOptions(command, speak)
  reportOptions(command, speak)
  command
    .option('--write <folder>', speak('cli.audit.write'))
    .addHelpText('after', speak('cli.audit.after'))
    .action(async (paths: string[], options: AuditOptions) => {
      const { audit } = await import('./commands/audit.ts')
      done(await audit(paths, options, around))
    })
}

function addInspect(program: Command, speak: Speak, around: Surroundings, done: (code: number) => void): void {
  const command = program
    .command('inspect')
    .description(speak('cli.inspect'))
    .argument('[model]', speak('cli.inspect.model'))
    .option('--data <path>', speak('cli.inspect.data'), several)
  predictionOptions(command, speak)
  dataOptions(command, speak)
  reportOptions(command, speak)
  command
    .addHelpText('after', speak('cli.inspect.after'))
    .action(async (model: string | undefined, options: InspectOptions) => {
      const { inspectCommand } = await import('./commands/inspect.ts')
      done(await inspectCommand(model, options, around))
    })
}

const several = (one: string, all: string[] = []) => [...all, one]

/** The flags that name predictions, or what makes them. */
function predictionOptions(command: Command, speak: Speak): void {
  command
    .option('--predictions <file...>', speak('cli.predictions'))
    .option('--predict <command>', speak('cli.predict'))
}

/** The flags of every command that gives a report. */
function reportOptions(command: Command, speak: Speak): void {
  command
    .option('--format <name>', speak('cli.diagnose.format'))
    .option('--json', speak('cli.diagnose.json'))
    .option('--out <file>', speak('cli.diagnose.out'))
    .option('--lang <language>', speak('cli.diagnose.lang'))
    .option('--fact <name=value>', speak('cli.diagnose.fact'), (one: string, all: string[] = []) => [...all, one])
    .option('--fail-on <certainty>', speak('cli.diagnose.failOn'))
    .option('--list-unchecked', speak('cli.diagnose.listUnchecked'))
}

/** The flags that name data, the same for every command that takes some. */
function dataOptions(command: Command, speak: Speak): void {
  command
    .option('--train <path>', speak('cli.data.train'), several)
    .option('--val <path>', speak('cli.data.val'), several)
    .option('--test <path>', speak('cli.data.test'), several)
    .option('--label <column>', speak('cli.data.label'))
    .option('--group <column>', speak('cli.data.group'))
    .option('--time <column>', speak('cli.data.time'))
    .option('--weight <column>', speak('cli.data.weight'))
    .option('--split <column>', speak('cli.data.split'))
    .option('--task <name>', speak('cli.data.task'))
    .option('--engine <name>', speak('cli.data.engine'))
    .option('--quick', speak('cli.audit.quick'))
}

function addRun(program: Command, speak: Speak, around: Surroundings, done: (code: number) => void): void {
  program
    .command('run')
    .description(speak('cli.run'))
    .argument('[command...]', speak('cli.run.command'))
    .option('--out <folder>', speak('cli.run.out'))
    .option('--format <name>', speak('cli.run.format'))
    .option('--json', speak('cli.diagnose.json'))
    .option('--lang <language>', speak('cli.diagnose.lang'))
    .option('--fact <name=value>', speak('cli.diagnose.fact'), (one: string, all: string[] = []) => [...all, one])
    .option('--fail-on <certainty>', speak('cli.run.failOn'))
    .option('--stop-on <what>', speak('cli.run.stopOn'))
    .option('--webhook <url>', speak('cli.run.webhook'))
    .usage('[options] -- command ...')
    .passThroughOptions()
    .addHelpText('after', speak('cli.run.after'))
    .action(async (words: string[], options: RunOptions) => {
      const { runCommand } = await import('./commands/run.ts')
      done(await runCommand(words, options, around))
    })
}

function addVerify(program: Command, speak: Speak, around: Surroundings, done: (code: number) => void): void {
  const command = program
    .command('verify')
    .description(speak('cli.verify'))
    .argument('[words...]', speak('cli.verify.words'))
    .option('--budget <time>', speak('cli.verify.budget'))
    .option('--knob <name=flag>', speak('cli.verify.knob'), several)
    .option('--jobs <count>', speak('cli.verify.jobs'))
    .option('--folder <folder>', speak('cli.verify.folder'))
    .option('--resume [folder]', speak('cli.verify.resume'))
    .option('--runner <name>', speak('cli.verify.runner'))
    .option('--slurm <options>', speak('cli.verify.slurm'))
    .option('--cap <time>', speak('cli.verify.cap'))
    .usage('[cause] [options] -- command ...')
  reportOptions(command, speak)
  command.addHelpText('after', speak('cli.verify.after')).action(async (words: string[], options: VerifyOptions) => {
    const { verifyCommand } = await import('./commands/verify.ts')
    done(await verifyCommand(words, options, around))
  })
}

function addExplain(program: Command, speak: Speak, around: Surroundings, done: (code: number) => void): void {
  program
    .command('explain')
    .description(speak('cli.explain'))
    .argument('[name]', speak('cli.explain.name'))
    .option('--format <name>', speak('cli.explain.format'))
    .option('--lang <language>', speak('cli.diagnose.lang'))
    .action(async (name: string | undefined, options: ExplainOptions) => {
      const { explainCommand } = await import('./commands/explain.ts')
      done(await explainCommand(name, options, around))
    })
}

/** What a job of a cluster calls; no person does. */
function addTrial(program: Command, around: Surroundings, done: (code: number) => void): void {
  program
    .command('trial', { hidden: true })
    .requiredOption('--folder <folder>')
    .action(async (options: TrialOptions) => {
      const { trialCommand } = await import('./commands/trial.ts')
      done(await trialCommand(options, around))
    })
}

/** Commander's complaint in our words. */
function refused(error: CommanderError, program: Command): Refusal {
  const name = /'(.*?)(?: <.*>)?'/s.exec(error.message)?.[1] ?? ''
  if (error.code === 'commander.unknownCommand')
    return new Refusal(existsSync(name) ? 'cli.error.command.path' : 'cli.error.command.unknown', { name })
  if (error.code === 'commander.unknownOption') {
    const known = program.commands.flatMap((command) => command.options.map((option) => option.long ?? ''))
    return new Refusal('cli.error.option.unknown', {
      name,
      nearest: name.startsWith('--') ? nearest(name, known) : 'none',
    })
  }
  if (error.code === 'commander.optionMissingArgument') return new Refusal('cli.error.option.value', { name })
  return new Refusal('cli.error.usage', { message: error.message.replace(/^error: /, '') })
}
