/** A picture in the page: each of its shapes an element, its words text. */
import { h } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Shape } from '../../drawing/shape.ts';

/**
 * The picture's own element is the page's; what is in it is made of its shapes straight away, since nothing in it
 * changes by itself: ten thousand marks need not be compared with those that there were.
 */
export function Figure({ picture }: { readonly picture: Shape }) {
  const place = useRef<SVGElement>(null);
  // Before the page is painted, so that it is in the same frame.
  useLayoutEffect(() => place.current?.replaceChildren(...picture.children.map(nodeOf)), [picture]);
  const { xmlns: _, ...attributes } = picture.attributes;
  return h(picture.tag, { ...attributes, ref: place });
}

function nodeOf(shape: Shape | string): Node {
  if (typeof shape === 'string') return document.createTextNode(shape);
  const element = document.createElementNS(SVG, shape.tag);
  for (const name in shape.attributes) element.setAttribute(name, String(shape.attributes[name]));
  for (const child of shape.children) element.append(nodeOf(child));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';
