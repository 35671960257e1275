/** Before all tests: the program is built, so that none runs an older one, and the day here is not the day in Greenwich. */
import { build } from 'tsdown';

export async function setup(): Promise<void> {
  process.env['TZ'] ??= 'Pacific/Kiritimati';
  await build({ logLevel: 'error' });
}
