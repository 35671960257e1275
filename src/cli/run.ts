/** Runs one command line. */
import { CommanderError } from '@commander-js/extra-typings';
import { BadInput } from './bad-input.ts';
import { program } from './program.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** 0 for an answer, 1 where a check or comparison failed, 2 for bad input or usage. */
export async function run(words: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  try {
    await program(terminal).parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return exitCodeOf(error);
    if (!(error instanceof BadInput)) throw error;
    for (const line of error.lines) terminal.err(`${line}\n`);
    return 2;
  }
}

/** A command's own verdict stands; what commander refuses is misuse. */
function exitCodeOf({ code, exitCode }: CommanderError): number {
  return exitCode === 0 || code.startsWith('chancery.') ? exitCode : 2;
}
