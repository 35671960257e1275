import type { Figure } from './measure.ts';

/** One line of the table. */
export interface Row extends Figure {
  readonly name: string;
  readonly what: string;
  readonly unit: '×' | 'ms' | 'ns' | 'MB' | 'kB' | 'slope' | 'runs/s';
  /** What it must be; null where it is only reported. */
  readonly bound: { readonly kind: 'at least' | 'at most'; readonly value: number } | null;
}

export function atLeast(value: number): Row['bound'] {
  return { kind: 'at least', value };
}

export function atMost(value: number): Row['bound'] {
  return { kind: 'at most', value };
}

/** Whether a figure is what it must be. */
export function holds({ value, bound }: Row): boolean {
  if (bound === null) return true;
  return bound.kind === 'at least' ? value >= bound.value : value <= bound.value;
}
