/** How wide words are before anything has drawn them, and what of them fits. */

/** About how many pixels a text takes in the typeface of the pictures; rather more than fewer. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width * size;
}

/** What of a text fits, its end replaced by an ellipsis where not all of it does; nothing where not even two signs do. */
export function fitting(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  let width = textWidth('…', size);
  let kept = '';
  for (const sign of text) {
    width += signWidth(sign) * size;
    if (width > room) break;
    kept += sign;
  }
  return [...kept].length < 2 ? '' : `${kept.trimEnd()}…`;
}

/** A text in at most so many lines, broken between words; what does not fit the last is cut. */
export function inLines(text: string, room: number, size: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/u).filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= room) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1)
      return [...lines, fitting([line, ...words.slice(index)].join(' '), room, size)];
    lines.push(fitting(line, room, size));
    line = word;
  }
  return line === '' ? lines : [...lines, fitting(line, room, size)];
}

/** The share of the size of the letters that a sign takes, after the widths of common sans-serif faces. */
function signWidth(sign: string): number {
  if (/[ijlI.,:;'|!`\u00b7]/u.test(sign)) return 0.29;
  if (/[frt()[\]{}/\\ "-]/u.test(sign)) return 0.36;
  if (/[mwMW@%—…]/u.test(sign)) return 0.9;
  if (/[\u0300-\u036f\u200b-\u200f]/u.test(sign)) return 0;
  if (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[\u{1f000}-\u{3ffff}]/u.test(sign))
    return 1.05;
  return /[A-ZÀ-ÞА-ЯΑ-Ω]/u.test(sign) ? 0.7 : 0.57;
}
