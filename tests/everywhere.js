// @ts-check
/**
 * Runs all tests where days and letters differ most: `npm run everywhere`. Fourteen hours ahead of Greenwich and eight
 * behind it, where the day is another one, and in locales with other alphabets and another upper case of i.
 */
import { spawnSync } from 'node:child_process';

const places = [
  { TZ: 'Pacific/Kiritimati', LANG: 'ru_RU.UTF-8' },
  { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8' },
  { TZ: 'UTC', LANG: 'C.UTF-8' },
];
const failing = places.filter((place) => {
  console.log(`TZ=${place.TZ} LANG=${place.LANG}`);
  const env = { ...process.env, ...place, LC_ALL: place.LANG };
  return spawnSync('npx', ['vitest', 'run', '--reporter=dot'], { stdio: 'inherit', env }).status !== 0;
});
process.exitCode = failing.length === 0 ? 0 : 1;
