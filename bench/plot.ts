/** The times of the rivals as a picture: bars on a logarithmic axis, as SVG. */
import type { Row } from './row.ts';

const NAMES: Readonly<Record<string, string>> = {
  compiled: 'compiled chart',
  reducer: 'reducer by hand',
  castore: '@castore/core',
  actor: 'XState actor, send()',
  transition: 'XState transition()',
};

const [LEFT, WIDTH, BAR, TOP] = [170, 420, 26, 40];

/** Bars for the rows of nanoseconds an event. */
export function plotOf(rows: readonly Row[]): string {
  const bars = rows.filter(({ unit }) => unit === 'ns');
  const decades = [10, 100, 1_000, 10_000, 100_000];
  const height = TOP + bars.length * BAR + 40;
  const x = (time: number) => LEFT + (WIDTH * Math.log10(Math.max(10, time) / 10)) / 4;
  const lines = decades.map((time) => {
    const label = time < 1_000 ? `${time} ns` : `${time / 1_000} µs`;
    const at = x(time).toFixed(1);
    return (
      `<line x1="${at}" x2="${at}" y1="${TOP - 8}" y2="${height - 28}" stroke="#ccc"/>` +
      `<text x="${at}" y="${height - 10}" text-anchor="middle">${label}</text>`
    );
  });
  const drawn = bars.map(({ name, value }, index) => {
    const y = TOP + index * BAR;
    const shown = value < 1_000 ? `${Math.round(value)} ns` : `${(value / 1_000).toPrecision(3)} µs`;
    return (
      `<text x="${LEFT - 10}" y="${y + 13}" text-anchor="end">${NAMES[name.split('/').at(-1) ?? ''] ?? name}</text>` +
      `<rect x="${LEFT}" y="${y}" width="${(x(value) - LEFT).toFixed(1)}" height="${BAR - 8}" fill="#2f6690"/>` +
      `<text x="${(x(value) + 6).toFixed(1)}" y="${y + 13}">${shown}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 90} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    '<title>Time to replay one event, by each way of doing it</title>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    '<text x="10" y="20" font-size="14">Time to replay one event (logarithmic)</text>',
    ...lines,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}
