/** A picture in the page: each of its shapes an element, its words text. */
import { h } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Shape, shape } from '../../drawing/shape.ts';

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

/** What moves over a picture that stays. */
export function Over({ picture, shape: moving }: { readonly picture: Shape; readonly shape: Shape | null }) {
  const { viewBox = '', width = 0, height = 0 } = picture.attributes;
  const layer = shape(
    'svg',
    { class: 'picture over', viewBox, width, height, 'aria-hidden': 'true' },
    moving === null ? [] : [moving],
  );
  return <Figure picture={layer} />;
}

function nodeOf(one: Shape | string): Node {
  if (typeof one === 'string') return document.createTextNode(one);
  const element = document.createElementNS(SVG, one.tag);
  for (const name in one.attributes) element.setAttribute(name, String(one.attributes[name]));
  for (const child of one.children) element.append(nodeOf(child));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';
