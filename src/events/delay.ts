/** How long after something else a hypothetical act follows: a number of days, or how likely each number is. */
import * as z from 'zod';
import { shown } from './fields.ts';

/** Days from one thing to the next, whole and none below zero. */
export type Delay =
  | { readonly kind: 'fixed'; readonly days: number }
  /** Every number of days from one to the other is as likely as any, both included. */
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  /** The triangular distribution: none at the ends, most at the mode. */
  | { readonly kind: 'triangular'; readonly from: number; readonly mode: number; readonly to: number }
  /** So many days, with a weight each; the weights are above zero and need not add up to one. */
  | {
      readonly kind: 'weights';
      readonly weights: readonly { readonly days: number; readonly weight: number }[];
    };

/**
 * The number of days where nothing is drawn: of a uniform distribution the middle, rounded down; of a triangular one
 * the mode; of weights the heaviest, and of equally heavy ones the first.
 */
export function plainDays(delay: Delay): number {
  switch (delay.kind) {
    case 'fixed':
      return delay.days;
    case 'uniform':
      return Math.floor((delay.from + delay.to) / 2);
    case 'triangular':
      return delay.mode;
    case 'weights':
      return delay.weights.reduce((a, b) => (b.weight > a.weight ? b : a)).days;
    default:
      return delay satisfies never;
  }
}

/** The fewest and the most days that can pass. */
export function spanOf(delay: Delay): readonly [fewest: number, most: number] {
  switch (delay.kind) {
    case 'fixed':
      return [delay.days, delay.days];
    case 'uniform':
    case 'triangular':
      return [delay.from, delay.to];
    case 'weights': {
      const all = delay.weights.map(({ days }) => days);
      return [Math.min(...all), Math.max(...all)];
    }
    default:
      return delay satisfies never;
  }
}

/** A century: what follows later than that follows from something else. */
export const MOST_DAYS = 36_525;
const FORM = 'write a number of days, as in 20, or a range, as in 20..60';

/** A whole number of days, as a text or a number. */
const wholeDays = z
  .union([z.number(), z.string()], { error: ({ input }) => `${noDays(input)}; ${FORM}` })
  .transform((value, context): number => daysOf(value) ?? refuse(context, value, `${noDays(value)}; ${FORM}`))
  .meta({ description: `A whole number of days, from 0 to ${MOST_DAYS}.`, examples: ['20'] });

/** `20` or `20..60`. */
export const plainDelaySchema = z
  .union([z.number(), z.string()], { error: ({ input }) => `${noDays(input)}; ${FORM}` })
  .transform((value, context): Delay => {
    const ends = typeof value === 'string' ? value.split('..') : [value];
    const [from = null, to = from] = ends.map(daysOf);
    if (ends.length > 2 || from === null || to === null)
      return refuse(context, value, `${noDays(value)}; ${FORM}`);
    if (from > to) return refuse(context, value, `the range is empty: ${shown(value)}; write ${to}..${from}`);
    return from === to ? { kind: 'fixed', days: from } : { kind: 'uniform', from, to };
  })
  .meta({
    description: 'A number of days, or a range in which all are as likely.',
    examples: ['20', '20..60'],
  });

/** `{triangular: [20, 30, 90]}`. */
export const triangularSchema = z
  .strictObject({
    triangular: z.tuple([wholeDays, wholeDays, wholeDays], {
      error: () => 'not three numbers; write the fewest days, the likeliest and the most, as in [20, 30, 90]',
    }),
  })
  .transform(({ triangular: [from, mode, to] }, context): Delay => {
    if (from <= mode && mode <= to) return { kind: 'triangular', from, mode, to };
    const sorted = [from, mode, to].sort((a, b) => a - b).join(', ');
    return refuse(context, null, `not in their order; write [${sorted}]`, ['triangular']);
  })
  .meta({ description: 'The fewest days, the likeliest and the most.' });

/** `{weights: {20: 0.5, 40: 0.5}}`. */
export const weightsSchema = z
  .strictObject({
    weights: z.record(z.string(), z.union([z.number(), z.string()], { error: () => NO_WEIGHT }), {
      error: () => 'not a map; write a weight for each number of days, as in {20: 0.5, 40: 0.5}',
    }),
  })
  .transform(({ weights }, context): Delay => {
    const read = Object.entries(weights).flatMap(([days, weight]) => {
      const [number, heavy] = [daysOf(days), weightOf(weight)];
      if (number === null) refuse(context, days, `${noDays(days)}; ${FORM}`, ['weights', days]);
      else if (heavy === null) refuse(context, weight, NO_WEIGHT, ['weights', days]);
      else return [{ days: number, weight: heavy }];
      return [];
    });
    if (read.length === 0 && context.issues.length === 0)
      refuse(context, weights, 'empty; write a weight for each number of days, as in {20: 0.5, 40: 0.5}', [
        'weights',
      ]);
    return { kind: 'weights', weights: read.sort((a, b) => a.days - b.days) };
  })
  .meta({ description: 'So many days, with a weight each.' });

/** A delay in any of its forms, for documents; to read one, see readDelay. */
export const delaySchema = z
  .union([plainDelaySchema, triangularSchema, weightsSchema])
  .meta({ id: 'delay', description: 'Days that pass: 20, 20..60, {triangular: […]} or {weights: {…}}.' });

const NO_WEIGHT = 'not a weight; write a number above zero, as in 0.5';

function daysOf(value: number | string): number | null {
  const days = typeof value === 'string' && WHOLE.test(value) ? Number(value) : value;
  return typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= MOST_DAYS ? days : null;
}

function weightOf(value: number | string): number | null {
  const weight = typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
  return typeof weight === 'number' && Number.isFinite(weight) && weight > 0 ? weight : null;
}

const WHOLE = /^(?:0|[1-9]\d{0,9})$/;
const DECIMAL = /^\d{1,20}(?:\.\d{1,20})?$/;

function noDays(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  return `not a number of days: ${shown(value)}`;
}

function refuse(
  context: z.RefinementCtx,
  input: unknown,
  message: string,
  path: readonly (string | number)[] = [],
): never {
  context.issues.push({ code: 'custom', input, message, path: [...path] });
  return z.NEVER;
}
