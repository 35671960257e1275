/** Scenario files on the disk. */
import { readFileSync, statSync } from 'node:fs';
import type { EventRecord } from '../replay/record.ts';
import { errorCode } from './error-code.ts';
import { LARGEST, openedYaml, tooLarge, unopened, type YamlFile } from './file.ts';
import { type LoadedScenario, scenarioFrom } from './scenario.ts';

/** Loads a scenario from its file, to be simulated beside a record. Never throws for what is on the disk. */
export function loadScenario(path: string, record: EventRecord): LoadedScenario {
  return scenarioFrom(path, opened, record);
}

function opened(path: string): YamlFile {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return unopened(path, 'not a file', 'give a scenario file, as in scenario.yaml');
    return stats.size > LARGEST ? tooLarge(path, stats.size) : openedYaml(path, readFileSync(path));
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT'
      ? unopened(path, 'no such file', 'give the file of a scenario')
      : unopened(path, `cannot be read (${code})`, 'give leave to read it');
  }
}
