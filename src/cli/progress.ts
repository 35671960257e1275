/** How far long work has come, as a bar on the terminal. */
import type { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/**
 * Does work that tells how much of it is done, and of how much. If it takes longer than a second, a bar shows this where
 * somebody looks at the terminal, until the work is done, well or badly.
 */
export async function withProgress<T>(
  { screen }: Pick<Terminal, 'screen'>,
  label: string,
  work: (report: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  if (screen === null) return work(() => {});
  const due = performance.now() + PATIENCE;
  const shown: { bar: Promise<SingleBar> | null } = { bar: null };
  try {
    return await work((done, total) => {
      if (performance.now() < due) return;
      shown.bar ??= barOn(screen, label, done, total);
      void shown.bar.then((bar) => bar.update(done));
    });
  } finally {
    const bar = await shown.bar;
    bar?.stop();
  }
}

/** In milliseconds: the time after which a person wonders whether anything goes on. */
const PATIENCE = 1_000;

/** A bar that is wiped off when it stops, and leaves nothing set otherwise where the program is ended before. */
async function barOn(
  screen: NodeJS.WriteStream,
  label: string,
  done: number,
  total: number,
): Promise<SingleBar> {
  const { SingleBar } = await import('cli-progress');
  const format = `${label} [{bar}] {percentage} %`;
  const bar = new SingleBar({ stream: screen, format, clearOnComplete: true, linewrap: true });
  bar.start(total, done);
  return bar;
}
