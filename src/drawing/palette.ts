/** The colours of the pictures, by day and by night. */

/** A colour for each thing that is drawn, as `#rrggbb`. */
export interface Palette {
  /** Behind everything. */
  readonly paper: string;
  readonly ink: string;
  /** Of words that stay in the background. */
  readonly quiet: string;
  /** Of lines between lanes and under the days: nothing is told by them alone. */
  readonly rule: string;
  /** Of bars, by the tone of the status; `word` is what is written on a solid one. */
  readonly works: string;
  readonly part: string;
  readonly halted: string;
  readonly ended: string;
  readonly word: string;
  readonly ceiling: string;
  readonly headcount: string;
  readonly announcement: string;
  readonly finding: string;
  readonly assumed: string;
  readonly cursor: string;
}

export type Theme = 'light' | 'dark';

/** Both themes in one: each colour as CSS `light-dark()`, which goes by the `color-scheme` of what is around. */
export type Themes = Theme | 'both';

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#fdfcf9',
    ink: '#1c2430',
    quiet: '#5b6470',
    rule: '#e3e0d8',
    works: '#31608f',
    part: '#87681a',
    halted: '#a84a24',
    ended: '#5b6470',
    word: '#ffffff',
    ceiling: '#1c2430',
    headcount: '#1f7a70',
    announcement: '#7559a6',
    finding: '#b3261e',
    assumed: '#8a3f86',
    cursor: '#b3261e',
  },
  dark: {
    paper: '#14181e',
    ink: '#e9e6df',
    quiet: '#a3abb8',
    rule: '#2c333d',
    works: '#76aee0',
    part: '#d3b052',
    halted: '#e58f63',
    ended: '#a3abb8',
    word: '#10151b',
    ceiling: '#e9e6df',
    headcount: '#5cbcae',
    announcement: '#b7a1e2',
    finding: '#ff8f86',
    assumed: '#dd9ad8',
    cursor: '#ff8f86',
  },
};

/** The colours of a theme, or of both; colours of one name are of one thing. */
export function inTheme<Name extends string>(
  theme: Themes,
  { light, dark }: Readonly<Record<Theme, Readonly<Record<Name, string>>>>,
): Readonly<Record<Name, string>> {
  if (theme !== 'both') return theme === 'light' ? light : dark;
  const both: Record<Name, string> = { ...light };
  for (const name in light) both[name] = `light-dark(${light[name]}, ${dark[name]})`;
  return both;
}
