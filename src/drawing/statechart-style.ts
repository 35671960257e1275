/** How pictures of statecharts look: plain values by theme, so that every program that draws SVG understands them. */
import { inTheme, type Palette, palettes, type Themes } from './palette.ts';

/** The styles, as CSS. */
export function statechartStyle(theme: Themes): string {
  return [...form, ...coloured(inTheme(theme, colours))].map(written).join('\n');
}

interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  /** Of lines that part, and of the borders of regions: nothing is told by them alone. */
  readonly rule: string;
  /** Of active states and what is allowed; `glow` is within the innermost of these states. */
  readonly lit: string;
  readonly glow: string;
  readonly refused: string;
}

const colours: { readonly light: Colours; readonly dark: Colours } = {
  light: { ...shared(palettes.light), rule: '#c9c5ba', glow: '#dfe9f3' },
  dark: { ...shared(palettes.dark), rule: '#414b58', glow: '#1d3247' },
};

/** What statecharts and histories are drawn with alike: an active state is as what works, a refusal as what is halted. */
function shared({ paper, ink, quiet, works, halted }: Palette) {
  return { paper, ink, quiet, lit: works, refused: halted };
}

type Rule = readonly [selector: string, looks: string];

function written([selector, looks]: Rule): string {
  return `.statechart${selector} { ${looks} }`;
}

const form: readonly Rule[] = [
  [
    '',
    'font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Source Sans 3", "Noto Sans", sans-serif; font-size: 11px',
  ],
  [' .name', 'font-size: 13px'],
  [' .around', 'font-weight: 600'],
  [' .lit > .name', 'font-weight: 700'],
  [' .region > .box', 'stroke-dasharray: 4 3'],
  [' .lit > .box', 'stroke-width: 2'],
  [' .simple.lit > .box', 'stroke-width: 3'],
  [' .line', 'fill: none; stroke-width: 1.2'],
  [' .open > .line', 'stroke-width: 2'],
  [' .allowed .type', 'font-weight: 700'],
  [' .sign', 'font-weight: 700'],
  [' .refused .type', 'text-decoration: line-through'],
];

function coloured({ paper, ink, quiet, rule, lit, glow, refused }: Colours): readonly Rule[] {
  return [
    [' .paper', `fill: ${paper}`],
    [' text', `fill: ${ink}`],
    [' .guard', `fill: ${quiet}`],
    [' .box', `fill: ${paper}; stroke: ${quiet}`],
    [' .rule', `stroke: ${rule}`],
    [' .line', `stroke: ${quiet}`],
    [' .head', `fill: ${quiet}`],
    [' .dot', `fill: ${quiet}`],
    [' .lit > .box', `stroke: ${lit}`],
    [' .simple.lit > .box', `fill: ${glow}`],
    [' .open > .line', `stroke: ${lit}`],
    [' .open > .head', `fill: ${lit}`],
    [' .allowed .sign', `fill: ${lit}`],
    [' .refused .sign', `fill: ${refused}`],
    [' .refused .type', `fill: ${refused}`],
  ];
}
