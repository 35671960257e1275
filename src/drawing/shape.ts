/**
 * Pictures as data: a tree of SVG elements that the command line writes as text and the page hands to the browser
 * element by element, so that no word of a dossier is ever read as markup.
 */

/** An element of SVG 1.1 with what it holds: other elements, or text. */
export interface Shape {
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string | number };
  readonly children: readonly (Shape | string)[];
}

/** One element. An attribute given as null is left out. */
export function shape(
  tag: string,
  attributes: { readonly [name: string]: string | number | null } = {},
  children: readonly (Shape | string)[] = [],
): Shape {
  const given: { [name: string]: string | number } = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== null) given[name] = value;
  return { tag, attributes: given, children };
}

/** The text of a picture, as it stands in a file; numbers to a hundredth of a pixel. */
export function svgText({ tag, attributes, children }: Shape): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(numbered(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return inside.length === 0
    ? `<${tag}${written.join('')}/>`
    : `<${tag}${written.join('')}>${inside.join('')}</${tag}>`;
}

function numbered(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}

/** What may stand in XML 1.0 between tags and quotation marks; signs that it has no place for are left out. */
function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

const FORBIDDEN = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;
const ENTITIES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
