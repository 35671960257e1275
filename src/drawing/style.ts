/** How the classes of the pictures look: CSS with plain values, so that every program that draws SVG understands it. */
import { inTheme, type Palette, palettes, type Themes } from './palette.ts';

/** The style sheet of the pictures. */
export function styleSheet(theme: Themes): string {
  return [...constant, ...coloured(inTheme(theme, palettes))].map(written).join('\n');
}

/** The typeface, the system's own first. */
const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Source Sans 3", "Noto Sans", sans-serif';

type Rule = readonly [selector: string, looks: string];

function written([selector, looks]: Rule): string {
  return `${selector
    .split(', ')
    .map((one) => `.picture${one === '' ? '' : ` ${one}`}`)
    .join(', ')} { ${looks} }`;
}

/** What does not depend on the palette. */
const constant: readonly Rule[] = [
  ['', `font-family: ${FACE}; font-size: 11px`],
  ['.title', 'font-size: 16px; font-weight: 600'],
  ['.asked', 'font-size: 12px'],
  ['.name', 'font-size: 13px'],
  ['.year', 'font-weight: 600'],
  ['.number', 'font-size: 10px'],
  ['.unfilled', 'fill: none'],
  ['.target', 'pointer-events: all; stroke-dasharray: 5 200'],
  ['.reach', 'fill: none; stroke: none; stroke-width: 14; pointer-events: stroke'],
  ['.crossed', 'stroke-dasharray: 8.4 200'],
  ['.line', 'fill: none; stroke-width: 1.25'],
  ['.thick', 'stroke-width: 1.75'],
  ['.dashed', 'stroke-dasharray: 5 3'],
  ['.dotted', 'stroke-dasharray: 1.5 3'],
  ['.haloed', 'paint-order: stroke; stroke-width: 3.5; stroke-linejoin: round'],
];

function coloured(colours: Palette): readonly Rule[] {
  const { paper, ink, quiet, word } = colours;
  const strokes = [
    'works',
    'part',
    'halted',
    'ended',
    'ceiling',
    'headcount',
    'announcement',
    'finding',
    'assumed',
    'cursor',
    'paper',
    'quiet',
    'rule',
  ] as const;
  return [
    ['.paper', `fill: ${paper}`],
    ['.ink', `fill: ${ink}`],
    ['.quiet', `fill: ${quiet}`],
    ['.on-solid', `fill: ${word}`],
    ['.haloed', `stroke: ${paper}`],
    ...strokes.map((name): Rule => [`.stroke-${name}`, `stroke: ${colours[name]}`]),
    ...strokes.map((name): Rule => [`.fill-${name}`, `fill: ${colours[name]}`]),
    ...(['headcount', 'ceiling'] as const).map(
      (name): Rule => [`.stop-${name}`, `stop-color: ${colours[name]}`],
    ),
  ];
}
