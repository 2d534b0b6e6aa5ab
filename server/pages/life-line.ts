import type { IsoDate } from '../../ingest/model/span.ts';
import type { EventType, RegisterEvent, StatusOnDay } from '../../ingest/model/validity.ts';
import { hasEnded, isEnding } from '../../ingest/validity/endings.ts';
import { EVENT_NAMES } from './event-names.ts';

/** One dated point on the line of a document's life, in the drawing's units. */
export interface LifePoint {
  x: number;
  /** Baseline of the label and where its leader ends. */
  labelY: number;
  leaderY: number;
  anchor: 'start' | 'middle' | 'end';
  kind: EventType | 'today';
  text: string;
}

/** The line in a box of one width. */
export interface LifeDrawing {
  /** For which screens: `wide`, `narrow`. */
  screen: string;
  width: number;
  height: number;
  axisY: number;
  from: number;
  to: number;
  /** The stretch in force: null when it is not known. */
  bar: { x: number; y: number; width: number } | null;
  points: LifePoint[];
}

/** A document's life as a drawing: a line of time, the stretch in force, points with labels, and the same in words. */
export interface LifeLine {
  drawings: LifeDrawing[];
  hasBar: boolean;
  description: string;
}

/** How the line fits a width: where it stands, and where the label of each of `count` points stands. */
interface Layout {
  screen: string;
  width: number;
  margin: number;
  axisY: number;
  /** Room that a label takes to one side of its point. */
  room: number;
  height(count: number): number;
  row(index: number, count: number): { labelY: number; leaderY: number };
}

const ROWS = [
  { labelY: 46, leaderY: 50 },
  { labelY: 116, leaderY: 104 },
  { labelY: 24, leaderY: 28 },
  { labelY: 138, leaderY: 126 },
] as const;

const WIDE: Layout = {
  screen: 'wide',
  width: 720,
  margin: 44,
  axisY: 78,
  room: 100,
  height: () => 150,
  row: (index) => ROWS[index % ROWS.length] ?? ROWS[0],
};

const NARROW_ROW = 22;

/** On a phone each label has a line of its own, the first day's lowest, so that no leader runs through the words of an earlier day. */
const NARROW: Layout = {
  screen: 'narrow',
  width: 340,
  margin: 8,
  axisY: 14,
  room: 170,
  height: (count) => 26 + count * NARROW_ROW,
  row: (index, count) => {
    const labelY = 14 + (count - index) * NARROW_ROW + 6;
    return { labelY, leaderY: labelY - 12 };
  },
};

const LAYOUTS = [WIDE, NARROW] as const;

/** A day on the line has no room for more words; that it was filed or cited did nothing to it. */
const LABELS: Record<EventType, string | null> = { ...EVENT_NAMES, expired: '期满失效', filed: null, cited: null };

/**
 * Draws promulgated → effective → amended → ended with today marked, once for each width of screen. Null when nothing dated is known. Units
 * are those of the drawing's own box; `description` says the same for those who do not see it.
 */
export function lifeLine(events: readonly RegisterEvent[], status: StatusOnDay, today: IsoDate): LifeLine | null {
  const dated = pointsOf(events);
  const first = dated[0];
  const last = dated.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = first.date < today ? first.date : today;
  const to = last.date > today ? last.date : today;
  const marks = [...dated, { date: today, kind: 'today' as const, label: '今日' }].sort((a, b) =>
    a.date < b.date ? -1 : Number(a.date > b.date),
  );
  const stretch = inForce(dated, status, to);
  const drawings = LAYOUTS.map((layout) => drawingOf(layout, { from, to }, marks, stretch));
  const description = dated.map((point) => `${point.date}${point.label}`).join('，');
  return { drawings, hasBar: stretch !== null, description: `${description}。今日为${today}。` };
}

interface DatedPoint {
  date: IsoDate;
  kind: EventType | 'today';
  label: string;
}

interface Stretch {
  from: IsoDate;
  to: IsoDate;
}

function drawingOf(layout: Layout, whole: Stretch, marks: readonly DatedPoint[], bar: Stretch | null): LifeDrawing {
  const { screen, width, margin, axisY } = layout;
  const scale = scaleOf(layout, whole);
  const points = marks.map(({ date, kind, label }, index): LifePoint => {
    const x = scale(date);
    return { x, ...layout.row(index, marks.length), anchor: anchorOf(layout, x), kind, text: `${label} ${date}` };
  });
  return {
    screen,
    width,
    height: layout.height(marks.length),
    axisY,
    from: margin,
    to: width - margin,
    bar:
      bar === null ? null : { x: scale(bar.from), y: axisY - 6, width: Math.max(2, scale(bar.to) - scale(bar.from)) },
    points,
  };
}

function pointsOf(events: readonly RegisterEvent[]): DatedPoint[] {
  const points = new Map<string, DatedPoint>();
  for (const event of events) {
    const label = LABELS[event.type];
    if (label === null || event.date === null || event.provisions.length > 0) continue;
    points.set(`${event.date} ${event.type}`, { date: event.date, kind: event.type, label });
  }
  return [...points.values()].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

function scaleOf({ width, margin }: Layout, { from, to }: Stretch): (date: IsoDate) => number {
  const start = Date.parse(from);
  const length = Math.max(1, Date.parse(to) - start);
  return (date) => Math.round(margin + ((Date.parse(date) - start) / length) * (width - 2 * margin));
}

function anchorOf({ width, room }: Layout, x: number): LifePoint['anchor'] {
  if (x < room) return 'start';
  return x >= width - room ? 'end' : 'middle';
}

/** From the first day in force to the last; open to the right while nothing ends it, null when not known. */
function inForce(points: readonly DatedPoint[], status: StatusOnDay, to: IsoDate): Stretch | null {
  const start =
    points.find((point) => point.kind === 'effective') ?? points.find((point) => point.kind === 'promulgated');
  if (start === undefined || status.status === 'unknown') return null;
  const endings = [status.decidedBy, ...status.otherEndings].flatMap((event) =>
    event?.date != null && isEnding(event.type) ? [event.date] : [],
  );
  const end = endings.sort()[0] ?? (hasEnded(status.status) ? (status.since ?? to) : to);
  return end <= start.date ? null : { from: start.date, to: end };
}
