/** The page as files: what `chancery site` writes and `chancery serve` hands out. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTheme, palettes } from '../drawing/palette.ts';
import { statechartStyle } from '../drawing/statechart-style.ts';
import { styleSheet } from '../drawing/style.ts';
import { EMBEDDED, type Embedded } from '../store/embedded.ts';

/** The files of the page by their names; one that has everything in it, or three. */
export type Site = ReadonlyMap<string, string>;

/** The page with its program and its style beside it. */
export function siteOf(embedded: Embedded): Site {
  const html = page(embedded, {
    policy: policyOf("'self'", "'self'"),
    style: '<link rel="stylesheet" href="page.css">',
    script: '<script defer src="page.js"></script>',
  });
  return new Map([
    ['index.html', html],
    ...Object.entries(besides).map(([name, text]) => [name, text()] as const),
  ]);
}

/** What stands beside the page, the same for every dossier: read when it is asked for. */
export const besides: { readonly [name: string]: () => string } = {
  'page.js': () => part('page.js'),
  'page.css': style,
};

/** The page as one file, which can be mailed. */
export function singleFile(embedded: Embedded): string {
  const [css, script] = [style(), inScript(part('page.js'))];
  return page(embedded, {
    policy: policyOf(hashOf(script), hashOf(css)),
    style: `<style>${css}</style>`,
    script: `<script>${script}</script>`,
  });
}

/**
 * The content security policy (W3C, Content Security Policy Level 3): scripts and styles are the page's own, workers run
 * its own program, nothing is fetched or sent, and no text becomes markup (W3C, Trusted Types).
 */
export function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types chancery',
  ].join('; ');
}

interface Parts {
  readonly policy: string;
  readonly style: string;
  readonly script: string;
}

function page(embedded: Embedded, { policy, style, script }: Parts): string {
  const title = embedded.dossier.kind === 'kept' ? embedded.dossier.kept.dossier.title : embedded.name;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="Chancery ${embedded.version}">
<title>${inHtml(title)}</title>
${style}
</head>
<body>
<div id="page"><noscript><p>This page replays the record itself, and needs JavaScript for that.</p></noscript></div>
<script type="application/json" id="${EMBEDDED}">${inData(JSON.stringify(embedded))}</script>
${script}
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** JSON that ends no element: `<` can only stand within its strings. */
function inData(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

/** A program that ends no element: within its strings and templates `<` before `/script` and `!--` is written otherwise. */
function inScript(program: string): string {
  return program.replaceAll(/<(?=\/script|!--)/gi, '\\x3c');
}

/** The style of the page, of its rooms and of the pictures in it. */
function style(): string {
  const sheets = readdirSync(PAGE).filter((name) => name.endsWith('.css'));
  const inOrder = ['page.css', ...sheets.filter((name) => name !== 'page.css').sort()];
  return [colours(), ...inOrder.map(part), styleSheet('both'), statechartStyle('both')].join('\n');
}

/** The colours that the page has in common with its pictures, by the names under which its style knows them. */
function colours(): string {
  const { ink, paper, quiet, works, word, finding, assumed } = inTheme('both', palettes);
  const named = {
    ink,
    paper,
    soft: quiet,
    accent: works,
    'on-accent': word,
    wrong: finding,
    hypothetical: assumed,
  };
  return `:root { ${Object.entries(named)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ')} }`;
}

function part(name: string): string {
  return readFileSync(join(PAGE, name), 'utf8');
}

const PAGE = fileURLToPath(new URL('../page', import.meta.url));
