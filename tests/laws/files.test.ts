import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { type CreateNodeOptions, type DocumentOptions, stringify, type ToStringOptions } from 'yaml';
import { isMap } from '../../src/events/read.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { digestOf } from '../../src/store/digest.ts';
import { readFiles } from '../../src/store/dossier.ts';
import { parseYaml } from '../../src/store/yaml.ts';
import { contents } from '../record.ts';
import { anyDossier, recordFrom, shownAsFiles, type WrittenDossier } from './dossiers.ts';
import { law } from './law.ts';

const light = { subjects: 3, entries: 6 } as const;

type Style = ToStringOptions & DocumentOptions & CreateNodeOptions;

/** The ways of writing the same in YAML. */
const anyStyle: fc.Arbitrary<Style> = fc.record({
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'BLOCK_FOLDED',
    'BLOCK_LITERAL',
  ),
  defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE'),
  collectionStyle: fc.constantFrom('any', 'flow'),
  indent: fc.constantFrom(2, 4, 7),
  // Narrower, the writer folds texts into others.
  lineWidth: fc.constantFrom(0, 80, 200),
  aliasDuplicateObjects: fc.boolean(),
});

/** Everything written where it stands. */
const PLAIN: Style = { aliasDuplicateObjects: false };

describe('law 25: files', () => {
  law(
    25,
    'a dossier written as files, in any style and order of fields, reads as the record that it is',
    { runs: 200 },
    fc.property(anyDossier(light), anyStyle, fc.boolean(), (written, style, reversed) => {
      const files = reversed ? backwards(written) : written;
      expect(contents(recordIn(asFiles(files, style)))).toEqual(contents(recordFrom(written)));
    }),
  );

  law(
    25,
    'what is read, written, read and written again gives the same bytes, and the same record and digest',
    { runs: 200 },
    fc.property(anyDossier(light), anyStyle, (written, style) => {
      const original = asFiles(written, style);
      const once = rewritten(original);
      expect(rewritten(once)).toEqual(once);
      expect(contents(recordIn(once))).toEqual(contents(recordIn(original)));
      expect(digestOf(recordIn(once))).toBe(digestOf(recordIn(original)));
    }),
  );

  law(
    25,
    'the digest shows every change, removal and reordering, and nothing else',
    { runs: 500 },
    fc.property(
      anyDossier(light),
      fc.nat(500),
      fc.constantFrom('change', 'remove', 'swap'),
      (written, place, how) => {
        const record = recordFrom(written);
        const other = readFiles(asFiles(tampered(written, place, how), PLAIN));
        if (other.kind === 'problems') return;
        const same = isDeepStrictEqual(contents(other.record), contents(record));
        expect(digestOf(other.record) === digestOf(record)).toBe(same);
      },
    ),
  );
});

function asFiles({ dossier, files }: WrittenDossier, style: Style) {
  return [
    { name: 'dossier.yaml', text: stringify(dossier, style) },
    ...files.map(({ file, entries }) => ({ name: file, text: stringify(entries, style) })),
  ];
}

function recordIn(files: ReturnType<typeof asFiles>): EventRecord {
  const read = readFiles(files);
  if (read.kind === 'record') return read.record;
  throw new Error(read.problems.map(({ file, line, what }) => `${file}:${line} ${what}`).join('\n'));
}

function rewritten(files: ReturnType<typeof asFiles>) {
  return files.map(({ name, text }) => {
    const yaml = parseYaml(text);
    if (yaml.kind === 'problems') throw new Error(yaml.problems.map(({ what }) => what).join('\n'));
    return { name, text: stringify(yaml.value, PLAIN) };
  });
}

/** The same with the fields of every map in the other order. The order of subjects is that of answers, and stays. */
function backwards(written: WrittenDossier): WrittenDossier {
  return shownAsFiles({ dossier: written.dossier, files: reversed(written.files) });

  function reversed<T>(value: T): T;
  function reversed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(reversed);
    if (!isMap(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, inner]): [string, unknown] => [key, reversed(inner)])
        .reverse(),
    );
  }
}

type Way = 'change' | 'remove' | 'swap';

/** The dossier with one value in it changed, taken out, or put in the place of the next. */
function tampered(written: WrittenDossier, place: number, way: Way): WrittenDossier {
  const whole: WrittenDossier = structuredClone({ dossier: written.dossier, files: written.files });
  const places = [whole.dossier, ...whole.files.map(({ entries }) => entries)].flatMap(placesIn);
  const [holder, key] = places[place % places.length] ?? [];
  if (Array.isArray(holder) && typeof key === 'number') {
    if (way === 'swap') holder.splice(key, 2, ...holder.slice(key, key + 2).reverse());
    else if (way === 'remove') holder.splice(key, 1);
  } else if (isWritable(holder) && typeof key === 'string') {
    const value = holder[key];
    if (way === 'remove') delete holder[key];
    else if (typeof value === 'string') holder[key] = /\d$/.test(value) ? bumped(value) : `${value}x`;
  }
  return shownAsFiles(whole);
}

/** Every place in a value: the list or map that holds it, and its index or key. */
function placesIn(value: unknown): readonly (readonly [holder: unknown, key: string | number])[] {
  if (Array.isArray(value))
    return value.flatMap((inner, index) => [[value, index] as const, ...placesIn(inner)]);
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as const, ...placesIn(inner)]);
}

function isWritable(value: unknown): value is Record<string, unknown> {
  return isMap(value);
}

/** The text with its last digit one higher, 9 becoming 0: another day, number or name. */
function bumped(text: string): string {
  return `${text.slice(0, -1)}${(Number(text.at(-1)) + 1) % 10}`;
}
