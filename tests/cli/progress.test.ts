import { WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { withProgress } from '../../src/cli/progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A terminal eighty columns wide, of which all that is written to it is kept. */
function fakeScreen() {
  const written: string[] = [];
  const screen: NodeJS.WriteStream = Object.assign(Object.create(WriteStream.prototype), {
    isTTY: true,
    columns: 80,
    write: (text: string) => written.push(text) > 0,
  });
  return { screen, written };
}

/** Work of so many steps, each of which takes so many milliseconds. */
function work(steps: number, each: number) {
  return async (report: (done: number, total: number) => void) => {
    for (let step = 1; step <= steps; step++) {
      await vi.advanceTimersByTimeAsync(each);
      report(step, steps);
      // A bar is loaded when it is first needed.
      await vi.dynamicImportSettled();
    }
    return 'done';
  };
}

/** What a person sees when all is written: what stands behind the last sign to wipe the line. */
function left(written: readonly string[]): string {
  return stripVTControlCharacters(written.join('').split('\u001B[2K').at(-1) ?? '');
}

describe('progress', () => {
  test('of work that takes less than a second is not shown', async () => {
    const { screen, written } = fakeScreen();
    expect(await withProgress({ screen }, 'loading', work(9, 100))).toBe('done');
    expect(written).toEqual([]);
  });

  test('of work that takes longer is shown from then on, and wiped off at the end', async () => {
    const { screen, written } = fakeScreen();
    expect(await withProgress({ screen }, 'loading', work(40, 100))).toBe('done');
    const percents = [...written.join('').matchAll(/loading \[([=-]+)\] (\d+) %/g)].map(
      ([, bar, percent]) => {
        expect(bar).toHaveLength(40);
        return Number(percent);
      },
    );
    expect(percents[0]).toBe(25);
    expect(percents.at(-1)).toBe(100);
    expect(percents.length).toBeGreaterThan(10);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(left(written)).toBe('');
  });

  test('leaves the terminal as it was: nothing is hidden, and lines are wrapped', async () => {
    const { screen, written } = fakeScreen();
    await withProgress({ screen }, 'loading', work(4, 1_000));
    expect(written.join('')).not.toContain('\u001B[?');
  });

  test('is wiped off where the work fails, and what went wrong is passed on', async () => {
    const { screen, written } = fakeScreen();
    const failing = async (report: (done: number, total: number) => void) => {
      await work(3, 1_000)(report);
      throw new Error('the disk is gone');
    };
    await expect(withProgress({ screen }, 'loading', failing)).rejects.toThrow('the disk is gone');
    expect(written.join('')).toContain('loading [');
    expect(left(written)).toBe('');
  });

  test('is not shown where nobody looks', async () => {
    const { isTTY } = process.stderr;
    onTestFinished(() => void Object.assign(process.stderr, { isTTY }));
    process.stderr.isTTY = true;
    const write = vi.spyOn(process.stderr, 'write');
    expect(await withProgress({ screen: null }, 'loading', work(3, 1_000))).toBe('done');
    expect(write).not.toHaveBeenCalled();
  });

  test('stops with the work: no clock ticks any more', async () => {
    const { screen, written } = fakeScreen();
    await withProgress({ screen }, 'loading', work(3, 1_000));
    const length = written.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([vi.getTimerCount(), written.length]).toEqual([0, length]);
  });
});
