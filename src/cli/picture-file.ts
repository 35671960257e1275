/** Pictures in files: SVG as text, PNG drawn from it. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname } from 'node:path';
import { shown } from '../events/fields.ts';
import { errorCode } from '../store/error-code.ts';
import { BadInput } from './bad-input.ts';
import { replaceWhole } from './write-whole.ts';

/** Where a picture goes, and in which form. */
export interface PictureFile {
  readonly path: string;
  readonly form: 'svg' | 'png';
}

/** The name that means standard output, for SVG. */
export const STANDARD_OUTPUT = '-';

/** The file that is asked for, or BadInput where nothing could be written there. */
export function pictureFile(path: string | undefined): PictureFile {
  if (path === undefined)
    throw new BadInput(['-o: no file; write one that ends in .svg or .png, or - for SVG on standard output']);
  if (path === STANDARD_OUTPUT) return { path, form: 'svg' };
  const form = extname(path).toLowerCase();
  if (form !== '.svg' && form !== '.png') {
    throw new BadInput([`-o: neither SVG nor PNG: ${shown(path)}; write a file that ends in .svg or .png`]);
  }
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (!folder?.isDirectory())
    throw new BadInput([`-o: no such folder: ${shown(dirname(path))}; make it first, or write another`]);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new BadInput([`-o: a folder, not a file: ${shown(path)}; write the name of a file in it`]);
  }
  return { path, form: form === '.svg' ? 'svg' : 'png' };
}

/** Writes a picture, given as SVG, whole or not at all. */
export function writePicture({ path, form }: PictureFile, svg: string): void {
  const content = form === 'svg' ? svg : png(svg);
  try {
    replaceWhole(path, content);
  } catch (error) {
    throw new BadInput([
      `-o: cannot write ${shown(path)}: ${errorCode(error)}; write a file in a folder that is yours`,
    ]);
  }
}

/** The picture in pixels. Letters come from the typeface that ships with the program, never from the system. */
export function png(svg: string): Buffer {
  const { Resvg } = drawer();
  const fontFiles = [
    require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
    require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  ];
  const face = 'Source Sans 3';
  const drawing = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles,
      defaultFontFamily: face,
      serifFamily: face,
      sansSerifFamily: face,
    },
    logLevel: 'off',
  });
  const pixels = Math.ceil(drawing.width) * Math.ceil(drawing.height);
  if (pixels > MOST_PIXELS) {
    const size = `${drawing.width} × ${drawing.height} pixels`;
    throw new BadInput([`-o: too large for a PNG: ${size}; write an .svg, or name fewer subjects`]);
  }
  return drawing.render().asPng();
}

/** As many as programs that show pictures can be trusted with, at four bytes each. */
const MOST_PIXELS = 200_000_000;

/** The drawer is a program of its own for each kind of machine: loaded only when a PNG is asked for. */
function drawer(): typeof import('@resvg/resvg-js') {
  try {
    return require('@resvg/resvg-js');
  } catch {
    const machine = `${process.platform} on ${process.arch}`;
    throw new BadInput([
      `-o: PNG cannot be drawn here: @resvg/resvg-js does not load on ${machine}; write an .svg`,
    ]);
  }
}

/** Beside the program, where its packages are installed. */
const require = createRequire(import.meta.url);
