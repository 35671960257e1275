import { expect, test } from 'vitest';
import { shape, svgText } from '../../src/drawing/shape.ts';

test('a picture is written as XML, numbers to a hundredth of a pixel', () => {
  const line = shape('line', { x1: 1 / 3, x2: 10, class: 'axis', 'data-event': null });
  expect(svgText(shape('g', { role: 'img' }, [line, shape('text', {}, ['1998'])]))).toBe(
    '<g role="img"><line x1="0.33" x2="10" class="axis"/><text>1998</text></g>',
  );
});

test('a word of a dossier is never read as markup', () => {
  const hostile = `"></text><script>alert('x')</script>&amp;`;
  expect(svgText(shape('text', { 'data-title': hostile }, [hostile]))).toBe(
    '<text data-title="&quot;&gt;&lt;/text&gt;&lt;script&gt;alert(\'x\')&lt;/script&gt;&amp;amp;">' +
      "&quot;&gt;&lt;/text&gt;&lt;script&gt;alert('x')&lt;/script&gt;&amp;amp;</text>",
  );
});

test('signs that no XML file can hold are left out, and no others', () => {
  expect(svgText(shape('text', {}, ['a\u0000b\u001b\ud800c\tПриве́т 🕊\n']))).toBe(
    '<text>abc\tПриве́т 🕊\n</text>',
  );
});
