/** What a command may do to the world, and what it may know of it. */
import pc from 'picocolors';
import { type Day, parseDay } from '../time/day.ts';

/** Where a command writes, and the day on which it is asked. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where progress may be shown and wiped off again; null where nobody looks at standard error. */
  readonly screen: NodeJS.WriteStream | null;
  /** Tells when the user interrupts (Ctrl-C), in place of ending the program, until the listening ends. */
  readonly interrupted: (tell: () => void) => { readonly end: () => void };
  readonly paint: ReturnType<typeof pc.createColors>;
  readonly columns: number;
  readonly today: Day;
}

/** The terminal that the process runs in: colour only where a person looks at it, 80 columns where nobody says more. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as head, is no fault.
    if (error.code === 'EPIPE') process.exit();
    stderr.write(`the answer cannot be written: ${error.code ?? error.message}\n`);
    process.exit(2);
  });
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    screen: stderr.isTTY === true && process.env['TERM'] !== 'dumb' ? stderr : null,
    interrupted: (tell) => {
      process.on('SIGINT', tell);
      return { end: () => void process.off('SIGINT', tell) };
    },
    paint: pc.createColors(stdout.isTTY === true && pc.isColorSupported),
    columns: Math.max(60, Math.min(stdout.columns ?? 80, 120)),
    today: today(new Date()),
  };
}

/** The calendar day where the user is. */
function today(now: Date): Day {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const day = parseDay(parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'));
  if (day === null) throw new Error('the clock shows no calendar day of the years 0 to 9999');
  return day;
}
