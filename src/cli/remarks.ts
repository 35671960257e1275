/** What a check found as remarks at places in files, and the forms in which services for code read them. */

import { pathToFileURL } from 'node:url';
import pkg from '../../package.json' with { type: 'json' };
import { type DomainEvent, dataOf } from '../events/event.ts';
import type { Report } from '../invariants/check.ts';
import type { Invariant } from '../invariants/invariant.ts';
import { conflictInWords, doubtfulDateInWords, violationInWords } from '../telling/checked.ts';

/** One remark. */
export interface Remark {
  readonly level: 'error' | 'warning' | 'note';
  /** The invariant, or `finding`, `conflict`, `doubtful`, `input`. */
  readonly rule: string;
  readonly says: string;
  /** The invariant's statement. */
  readonly statement?: string;
  readonly events: readonly string[];
  readonly place: Place;
}

/** A place in a file: the file as the user would type it, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the dossier tells of what a report names. */
export interface Lookup {
  /** Where an event or an act stands. */
  readonly placeOf: (id: string) => Place;
  readonly eventOf: (id: string) => DomainEvent;
}

/** The remarks that a report amounts to; broken invariants are errors, findings warnings, the rest notes. */
export function remarksOf(report: Report, { placeOf, eventOf }: Lookup): readonly Remark[] {
  const at = (event: string) => ({ events: [event], place: placeOf(event) });
  const broken = report.invariants.flatMap(({ id, statement, violations }) =>
    violations.map((violation): Remark => {
      const { events, act = '' } = violation;
      const place = placeOf(events.at(-1) ?? act);
      return { level: 'error', rule: id, says: violationInWords(violation), statement, events, place };
    }),
  );
  const findings = report.findings.map(({ event, subject, says }): Remark => {
    return { level: 'warning', rule: 'finding', says: `${subject}: ${says}`, ...at(event) };
  });
  const conflicts = report.conflicts.map((conflict): Remark => {
    return { level: 'note', rule: 'conflict', says: conflictInWords(conflict), ...at(conflict.event) };
  });
  const doubtful = report.doubtful.map((doubt): Remark => {
    const event = eventOf(doubt.event);
    const says = doubtfulDateInWords(doubt, event.type, dataOf(event));
    return { level: 'note', rule: 'doubtful', says, ...at(doubt.event) };
  });
  return [...broken, ...findings, ...conflicts, ...doubtful];
}

/** Workflow commands of GitHub Actions, one line each, which annotate the files of a pull request. */
export function asGithub(remarks: readonly Remark[]): string {
  const commands = { error: 'error', warning: 'warning', note: 'notice' };
  return remarks
    .map((remark) => {
      const { level, rule, place } = remark;
      const where = `file=${property(place.file)},line=${place.line},col=${place.column}`;
      return `::${commands[level]} ${where},title=${property(rule)}::${data(message(remark))}\n`;
    })
    .join('');
}

/** A log in SARIF 2.1.0 (OASIS), as code scanning reads it. */
export function asSarif(remarks: readonly Remark[], invariants: readonly Invariant[]): object {
  const rules = [
    ...invariants.map(({ id, statement, article }) => ({
      id,
      shortDescription: { text: statement },
      ...(article === null ? {} : { help: { text: article } }),
    })),
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
        columnKind: 'utf16CodeUnits',
        results: remarks.map((remark) => ({
          ruleId: remark.rule,
          ruleIndex: rules.findIndex(({ id }) => id === remark.rule),
          level: remark.level,
          message: { text: message(remark) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(remark.place.file) },
                region: { startLine: remark.place.line, startColumn: remark.place.column },
              },
            },
          ],
        })),
      },
    ],
  };
}

/** All that a service shows of a remark. */
function message({ says, events, statement }: Remark): string {
  const behind = events.length === 0 ? '' : ` (${events.join(', ')})`;
  return `${says}${behind}${statement === undefined ? '' : `. ${statement}`}`;
}

/** A path below where the program runs is told relative to it, so that services find it in their repository. */
function uriOf(file: string): string {
  if (file.startsWith('/') || /^[A-Za-z]:/.test(file)) return pathToFileURL(file).href;
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
