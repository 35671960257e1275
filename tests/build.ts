/** Builds the program once before the tests, so that those of the command line never run an older one. */
import { build } from 'tsdown';

export async function setup(): Promise<void> {
  await build({ logLevel: 'error' });
}
