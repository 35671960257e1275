/** A picture in the page: each of its shapes an element, its words text. */
import { h, type VNode } from 'preact';
import type { Shape } from '../../drawing/shape.ts';

export function Figure({ picture }: { readonly picture: Shape }) {
  return elementOf(picture);
}

/** The same tree as elements; `xmlns` is the browser's own affair. */
function elementOf({ tag, attributes, children }: Shape): VNode {
  const { xmlns: _, ...others } = attributes;
  return h(tag, others, ...children.map((child) => (typeof child === 'string' ? child : elementOf(child))));
}
