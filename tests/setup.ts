/** Before all tests: the program is built, so that none runs an older one, and the day here is not the day in Greenwich. */
import { execFileSync } from 'node:child_process';

export function setup(): void {
  process.env['TZ'] ??= 'Pacific/Kiritimati';
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
