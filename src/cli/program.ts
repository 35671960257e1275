/** The commands and their options. What a command needs beyond them is loaded when it runs. */
import { Command, CommanderError, Option } from '@commander-js/extra-typings';
import pkg from '../../package.json' with { type: 'json' };
import type { Terminal } from './terminal.ts';

/** The command line of the program, ready to parse; it writes to the terminal only, and ends no process. */
export function program(terminal: Terminal) {
  const chancery = new Command('chancery')
    .description('A time machine for diplomatic missions: their staffing and state on any day, and why.')
    .version(pkg.version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .helpCommand(false)
    .showHelpAfterError('(add --help for an example)');

  branchable(chancery.command('replay'))
    .summary('the state of every subject on a day')
    .description('The state of every subject on a day, with the documents that make it so.')
    .addOption(at())
    .option('-s, --subject <id...>', 'these subjects only')
    .addHelpText(
      'after',
      example('chancery replay --at 2021-11-10', 'chancery replay --at 2021-11-10 --announced-by 2021-10-17'),
    )
    .action(async (asked) => (await import('./replay.ts')).replay(asked, terminal));

  branchable(chancery.command('timeline'))
    .summary('periods of status and staffing')
    .description('Periods of status and staffing, from one change to the next, without gaps or overlaps.')
    .argument('[subject...]', 'these subjects only')
    .addHelpText('after', example('chancery timeline russian-mission'))
    .action(async (subjects, asked) => (await import('./timeline.ts')).timeline(subjects, asked, terminal));

  branchable(chancery.command('diff'))
    .summary('what changed between two days')
    .description('What changed between the ends of two days, field by field, and by which events.')
    .argument('<from>', 'a date in EDTF')
    .argument('<to>', 'a date in EDTF')
    .option('-s, --subject <id...>', 'these subjects only')
    .addHelpText('after', example('chancery diff 2021-10-05 2021-11-10'))
    .action(async (from, to, asked) => (await import('./diff.ts')).diff(from, to, asked, terminal));

  branchable(chancery.command('why'))
    .summary('the acts and sources behind a state')
    .description('The chain of acts and sources behind the state of a subject, or behind one field of it.')
    .argument('<subject>', 'as in russian-mission')
    .argument('[field]', 'as in status, staff.ceiling or head; left out: the whole state')
    .addOption(at())
    .addHelpText('after', example('chancery why russian-mission staff.ceiling --at 2021-11-10'))
    .action(async (subject, field, asked) => (await import('./why.ts')).why(subject, field, asked, terminal));

  branchable(chancery.command('log'))
    .summary('the record in order, with findings')
    .description('The record in its order; events that the rules have no place for are marked as findings.')
    .option('-s, --subject <id...>', 'events on these subjects')
    .option('-t, --type <type...>', 'events of these types, or of all that begin so: accreditation')
    .option('--by <party>', 'acts of this party')
    .option('--from <date>', 'in effect from this day on')
    .option('--to <date>', 'in effect by this day')
    .option('--findings', 'findings only')
    .addHelpText('after', example('chancery log --subject russian-mission --from 2021'))
    .action(async (asked) => (await import('./log.ts')).log(asked, terminal));

  question(chancery.command('simulate'))
    .summary('what would be otherwise under a scenario')
    .description(
      'What would be otherwise if what a scenario assumes had happened: the branch against the record, field by ' +
        'field with the events behind it. Several scenarios are set side by side.',
    )
    .argument(
      '[scenario...]',
      'scenario files, or names of ready ones in the scenarios folder of the dossier',
    )
    .option('--at <date...>', 'the days to compare (default: the first day of difference, and today)')
    .option(
      '-e, --event <words>',
      "try an event on top of each scenario, 'SUBJECT TYPE [DATE] [field=value …]'; may be repeated",
      (words: string, before: readonly string[] = []) => [...before, words],
    )
    .option('--runs <n>', 'run each scenario so often, with what it leaves to chance drawn anew in each run')
    .option('--seed <s>', 'what is drawn: the same seed gives the same runs (default: 1)')
    .option('--keep <condition>', 'show runs in which SUBJECT.FIELD=VALUE holds on the last of the days')
    .option('--workers <n>', 'on so many threads (default: as many as there are cores)')
    .addHelpText(
      'after',
      example(
        'chancery simulate statement-never-made --at 2021-11-10',
        "chancery simulate --event 'information-office mission.reopened 2022-02-01'",
        'chancery simulate tit-for-tat --runs 10000 --seed 7 --at 2021-12-31',
      ),
    )
    .action(async (names, asked) => {
      const code = await (await import('./simulate.ts')).simulate(names, asked, terminal);
      if (code !== 0) throw new CommanderError(code, 'chancery.simulate', 'interrupted');
    });

  question(chancery.command('check'))
    .summary('whether a dossier is sound')
    .description(
      'Whether a dossier is sound: its invariants, findings, conflicts between accounts and doubtful dates. ' +
        'The exit code is 1 where an invariant breaks.',
    )
    .addOption(
      new Option('--format <form>', 'for people, for programs, or for services that annotate code')
        .choices(['table', 'json', 'github', 'sarif'])
        .default('table'),
    )
    .option('-w, --watch', 'check again whenever a file changes')
    .addHelpText('after', example('chancery check', 'chancery check --dossier my-dossier --format github'))
    .action(async (asked) => {
      const code = await (await import('./check.ts')).check(asked, terminal);
      if (code !== 0) throw new CommanderError(code, 'chancery.check', 'an invariant breaks');
    });

  question(chancery.command('next'))
    .summary('what the rules allow now, and what they refuse')
    .description(
      'What the rules allow a subject on a day, as far as they look at numbers and names; what they would refuse, and ' +
        'why; and what has no place while it is as it is.',
    )
    .argument('<subject>', 'as in russian-mission')
    .addOption(at())
    .addHelpText('after', example('chancery next russian-mission --at 2021-11-10'))
    .action(async (subject, asked) => (await import('./next.ts')).next(subject, asked, terminal));

  question(chancery.command('path'))
    .summary('the shortest sequences of events to a state')
    .description(
      'The shortest sequences of events by which the rules lead from the state on a day to a wanted one. The exit code ' +
        'is 1 where there are none. A condition on a number holds where every number in its range meets it.',
    )
    .argument('<subject>', 'as in russian-mission')
    .requiredOption(
      '--to <conditions>',
      'FIELD=VALUE, or with !=, >=, <=, > or <; several with commas between; none for no value',
    )
    .option('--steps <n>', 'no sequence of more events (default: 8)')
    .addOption(at())
    .addHelpText(
      'after',
      example("chancery path russian-mission --to 'status=operating,staff.accredited>=15' --at 2021-11-10"),
    )
    .action(async (subject, asked) => {
      const code = await (await import('./path.ts')).path(subject, asked, terminal);
      if (code !== 0) throw new CommanderError(code, 'chancery.path', 'there is no way');
    });

  question(chancery.command('hinges'))
    .summary('the events without which the answer would differ')
    .description('Which single events, had they not happened, change the state on a day, and to what.')
    .argument('<subject>', 'as in russian-mission')
    .argument('[field...]', 'as in status or staff.ceiling; left out: the whole state')
    .addOption(at())
    .addHelpText('after', example('chancery hinges russian-mission status --at 2021-11-10'))
    .action(async (subject, fields, asked) =>
      (await import('./hinges.ts')).hinges(subject, fields, asked, terminal),
    );

  question(chancery.command('rates'))
    .summary('how often each event followed each status')
    .description(
      'How often each event followed each status on record, and after how long, with intervals: counts from which a ' +
        'scenario can take its probabilities. Subjects of a kind are counted together unless they are named.',
    )
    .argument('[subject...]', 'these subjects only, each by itself')
    .option('--kind <kind>', 'subjects of this kind only')
    .option(
      '--within <days>',
      'what followed in so many days from the beginning of the status (default: 365)',
    )
    .option('--from <date>', 'spells that began on this day or later')
    .option('--to <date>', 'counting ends with this day (default: the last on record, or today)')
    .option('--hold-out <date>', 'try what was counted before this day on what came since (Brier score)')
    .addHelpText(
      'after',
      example('chancery rates --kind permanent-mission', 'chancery rates --within 730 --hold-out 2014'),
    )
    .action(async (subjects, asked) => (await import('./rates.ts')).rates(subjects, asked, terminal));

  chancery
    .command('serve')
    .summary('the web page, served on this machine')
    .description('Serves the web page of a dossier on this machine until it is interrupted (Ctrl-C).')
    .addOption(dossier())
    .option('-p, --port <n>', 'the port (default: one that is free)')
    .option('--host <address>', 'the address to listen at (default: 127.0.0.1, for this machine only)')
    .addHelpText('after', example('chancery serve', 'chancery serve --dossier my-dossier --port 8080'))
    .action(async (asked) => (await import('./serve.ts')).serve(asked, terminal));

  chancery
    .command('site')
    .summary('the web page as static files')
    .description('Writes the web page of a dossier as static files, which need no server.')
    .addOption(dossier())
    .requiredOption('-o, --output <path>', 'the folder to write to, or a file with --single-file')
    .option('--single-file', 'all in one HTML file, to be mailed or published')
    .addHelpText(
      'after',
      example('chancery site -o public', 'chancery site --single-file -o nato-russia.html'),
    )
    .action(async (asked) => (await import('./write-site.ts')).writeSite(asked, terminal));

  branchable(chancery.command('plot'))
    .summary('histories as a picture, SVG or PNG')
    .description(
      'The histories of subjects as a picture: periods of status, ceiling and headcount, and announcements joined to ' +
        'what they brought about. With a scenario its branch is drawn beside the record, hatched. --at draws a line on a day.',
    )
    .argument('[subject...]', 'these subjects only')
    .option('-o, --output <file>', 'the file to write, .svg or .png; - writes SVG to standard output')
    .option('--from <date>', 'the first day shown (default: where the record begins)')
    .option('--to <date>', 'the last day shown (default: where the record ends)')
    .option('--width <pixels>', 'how wide (default: 1200)')
    .option('--at <date>', 'draw a line on this day')
    .addOption(theme())
    .addHelpText(
      'after',
      example(
        'chancery plot -o missions.svg',
        'chancery plot russian-mission -o 2021.png --from 2021-09 --to 2021-12 --at 2021-11-02',
        'chancery plot -o what-if.svg --scenario offer-accepted --from 2021-09 --to 2022-09',
      ),
    )
    .action(async (subjects, asked) => (await import('./plot.ts')).plot(subjects, asked, terminal));

  chancery
    .command('chart')
    .summary('the statechart of a kind of mission')
    .description('The statechart of a kind of subject, for Mermaid or as a picture (SVG, PNG).')
    .argument('<kind>', 'as in permanent-mission or channel')
    .addOption(
      new Option('--format <form>', 'default: as the name of the file says, else mermaid').choices([
        'mermaid',
        'svg',
      ]),
    )
    .addOption(theme())
    .option('-o, --output <file>', 'write this file (default: to standard output)')
    .addHelpText(
      'after',
      example('chancery chart permanent-mission', 'chancery chart permanent-mission -o mission.svg'),
    )
    .action(async (kind, asked) => (await import('./chart.ts')).chart(kind, asked, terminal));

  return chancery;
}

function dossier() {
  return new Option('-d, --dossier <path>', 'the folder of the dossier (default: the bundled nato-russia)');
}

function theme() {
  return new Option('--theme <theme>', 'of the picture, for light or dark paper')
    .choices(['light', 'dark'])
    .default('light');
}

/** The options of questions that may be asked of a branch too. */
function branchable(command: Command) {
  return question(command).option(
    '--scenario <name>',
    'on the branch of this scenario: a file, or a ready one',
  );
}

/** The options that all questions share. */
function question(command: Command) {
  return command
    .addOption(dossier())
    .option('--announced-by <date>', 'as the world had been told by this day')
    .option('--recorded-by <date>', 'as this record had it by this day')
    .option('--account <party>', "this party's version, where accounts differ")
    .addOption(
      new Option('--reading <end>', 'which end of an imprecise date counts')
        .choices(['latest', 'earliest'])
        .default('latest'),
    )
    .option('--json', 'the answer as JSON');
}

function at() {
  return new Option('--at <date>', 'the day asked about, in EDTF (default: today)');
}

function example(...lines: readonly string[]): string {
  return `\nExample:\n${lines.map((line) => `  $ ${line}\n`).join('')}`;
}
