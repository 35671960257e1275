/** What a check found as remarks at places in files, and the forms in which services for code read them. */

import pkg from '../../package.json' with { type: 'json' };
import type { Report } from '../invariants/check.ts';
import type { Invariant } from '../invariants/invariant.ts';

/** One remark; `file` as the user would type it, line and column from 1. */
export interface Remark {
  readonly level: 'error' | 'warning' | 'note';
  /** The invariant, or `finding`, `conflict`, `doubtful`, `input`. */
  readonly rule: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where an event stands in its dossier's files. */
export type PlaceOf = (event: string) => Pick<Remark, 'file' | 'line' | 'column'>;

/** The remarks that a report amounts to; broken invariants are errors, findings warnings, the rest notes. */
export function remarksOf(report: Report, placeOf: PlaceOf): readonly Remark[] {
  const broken = report.invariants.flatMap(({ id, statement, violations }) =>
    violations.map(({ subject, says, events, from, to }): Remark => {
      const days = from === null ? '' : ` (${from}${to === null ? ' on' : ` to ${to}`})`;
      const about = subject === null ? '' : `${subject}: `;
      return {
        level: 'error',
        rule: id,
        message: `${about}${says}${days}. ${statement}`,
        ...placeOf(events.at(-1) ?? ''),
      };
    }),
  );
  const findings = report.findings.map(({ event, subject, says }): Remark => {
    const message = `${subject}: ${says} (${event})`;
    return { level: 'warning', rule: 'finding', message, ...placeOf(event) };
  });
  const conflicts = report.conflicts.map(({ event, subject, party, field, base, account }): Remark => {
    const message = `${subject}: ${party} tells ${field} of ${event} as ${JSON.stringify(account)}, not ${JSON.stringify(base)}`;
    return { level: 'note', rule: 'conflict', message, ...placeOf(event) };
  });
  const doubtful = report.doubtful.map(({ event, subject, effective }): Remark => {
    return {
      level: 'note',
      rule: 'doubtful',
      message: `${subject}: the day of ${event} is open: ${effective}`,
      ...placeOf(event),
    };
  });
  return [...broken, ...findings, ...conflicts, ...doubtful];
}

/** Workflow commands of GitHub Actions, one line each, which annotate the files of a pull request. */
export function asGithub(remarks: readonly Remark[]): string {
  const commands = { error: 'error', warning: 'warning', note: 'notice' };
  return remarks
    .map(({ level, rule, message, file, line, column }) => {
      const where = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
      return `::${commands[level]} ${where}::${data(message)}\n`;
    })
    .join('');
}

/** A log in SARIF 2.1.0 (OASIS), as code scanning reads it. */
export function asSarif(remarks: readonly Remark[], invariants: readonly Invariant[]): object {
  const rules = [
    ...invariants.map(({ id, statement }) => ({ id, shortDescription: { text: statement } })),
    { id: 'finding', shortDescription: { text: 'An event on record that the rules have no place for.' } },
    { id: 'conflict', shortDescription: { text: 'An event that a party tells differently.' } },
    { id: 'doubtful', shortDescription: { text: 'An event whose day is open.' } },
    { id: 'input', shortDescription: { text: 'A file that cannot be read as part of a dossier.' } },
  ];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: pkg.name, version: pkg.version, rules } },
        results: remarks.map(({ level, rule, message, file, line, column }) => ({
          ruleId: rule,
          level,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
