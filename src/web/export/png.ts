/** A picture as PNG, painted by the browser. */

/** A picture of SVG at two pixels to one of its own, fewer where that would be more than a canvas holds. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    return await painted(await loaded(address));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image();
    image.addEventListener('load', () => done(image));
    image.addEventListener('error', () => fail(new Error('the browser cannot paint this picture')));
    image.src = address;
  });
}

function painted(image: HTMLImageElement): Promise<Blob> {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => {
      if (blob === null) fail(new Error('the browser cannot paint so large a picture'));
      else done(blob);
    }, 'image/png'),
  );
}

/** So many every browser paints; that of telephones no more. */
const MOST_PIXELS = 4096 * 4096;
