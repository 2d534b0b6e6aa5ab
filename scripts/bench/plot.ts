/** A line of a plot: its name and its points, x ascending. */
export interface Line {
  name: string;
  points: readonly { x: number; y: number }[];
}

const WIDTH = 640;
const HEIGHT = 360;
const LEFT = 70;
const BOTTOM = 50;
const TOP = 40;
const RIGHT = 190;
const COLOURS = ['#1b5e9b', '#b3261e', '#2e7d32', '#6a1b9a', '#b26a00'];

const escape = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** The powers of ten around some values. */
function decades(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at));
}

/** An SVG picture of lines over logarithmic axes: a cost that does not grow is level, one that grows with the archive climbs. */
export function plot(title: string, xName: string, yName: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  const xs = decades(points.map(({ x }) => x));
  const ys = decades(points.map(({ y }) => y));
  const place = (value: number, ticks: readonly number[], from: number, to: number): number => {
    const [low = 1, high = 10] = [ticks[0], ticks.at(-1)];
    return from + ((Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))) * (to - from);
  };
  const atX = (x: number): string => place(x, xs, LEFT, WIDTH - RIGHT).toFixed(1);
  const atY = (y: number): string => place(y, ys, HEIGHT - BOTTOM, TOP).toFixed(1);
  const text = (x: number | string, y: number | string, words: string, more = ''): string =>
    `<text x="${x}" y="${y}" ${more}>${escape(words)}</text>`;
  const grid = [
    ...xs.map(
      (x) =>
        `<path d="M${atX(x)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#ddd"/>${text(atX(x), HEIGHT - BOTTOM + 18, x.toLocaleString('en'), 'text-anchor="middle"')}`,
    ),
    ...ys.map(
      (y) =>
        `<path d="M${LEFT} ${atY(y)}H${WIDTH - RIGHT}" stroke="#ddd"/>${text(LEFT - 6, Number(atY(y)) + 4, y.toLocaleString('en'), 'text-anchor="end"')}`,
    ),
  ];
  const drawn = lines.map(({ name, points: own }, at) => {
    const colour = COLOURS[at % COLOURS.length] ?? '#000';
    const path = own.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${atX(x)} ${atY(y)}`).join('');
    const dots = own.map(({ x, y }) => `<circle cx="${atX(x)}" cy="${atY(y)}" r="3" fill="${colour}"/>`).join('');
    const label = text(WIDTH - RIGHT + 12, TOP + 16 + at * 20, name, `fill="${colour}"`);
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}${label}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(LEFT, 20, title, 'font-size="14" font-weight="bold"'),
    ...grid,
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, xName, 'text-anchor="middle"'),
    text(LEFT - 55, TOP - 8, yName),
    ...drawn,
    '</svg>\n',
  ].join('\n');
}
