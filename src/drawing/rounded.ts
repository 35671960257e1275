/** To a hundredth of a pixel: for numbers within the text of a path. */
export function rounded(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
