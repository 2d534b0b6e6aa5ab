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

/** A document's life as a drawing: a line of time, the stretch in force, points with labels, and the same in words. */
export interface LifeLine {
  width: number;
  height: number;
  axisY: number;
  from: number;
  to: number;
  /** The stretch in force: null when it is not known. */
  bar: { x: number; width: number } | null;
  points: LifePoint[];
  description: string;
}

const WIDTH = 720;
const HEIGHT = 150;
const AXIS = 78;
const MARGIN = 44;
const ROWS = [
  { labelY: 46, leaderY: 50 },
  { labelY: 116, leaderY: 104 },
  { labelY: 24, leaderY: 28 },
  { labelY: 138, leaderY: 126 },
] as const;

/** A day on the line has no room for more words; that it was filed or cited did nothing to it. */
const LABELS: Record<EventType, string | null> = { ...EVENT_NAMES, expired: '期满失效', filed: null, cited: null };

/**
 * Draws promulgated → effective → amended → ended with today marked. Null when nothing dated is known. Units are those of the
 * drawing's own box; `description` says the same for those who do not see it.
 */
export function lifeLine(events: readonly RegisterEvent[], status: StatusOnDay, today: IsoDate): LifeLine | null {
  const dated = pointsOf(events);
  const first = dated[0];
  const last = dated.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = first.date < today ? first.date : today;
  const to = last.date > today ? last.date : today;
  const scale = scaleOf(from, to);
  const marks = [...dated, { date: today, kind: 'today' as const, label: '今日' }].sort((a, b) =>
    a.date < b.date ? -1 : Number(a.date > b.date),
  );
  const points = marks.map((mark, index): LifePoint => {
    const x = scale(mark.date);
    const row = ROWS[index % ROWS.length] ?? ROWS[0];
    return { x, ...row, anchor: anchorOf(x), kind: mark.kind, text: `${mark.label} ${mark.date}` };
  });
  const description = dated.map((point) => `${point.date}${point.label}`).join('，');
  return {
    width: WIDTH,
    height: HEIGHT,
    axisY: AXIS,
    from: MARGIN,
    to: WIDTH - MARGIN,
    bar: barOf(dated, status, scale, to),
    points,
    description: `${description}。今日为${today}。`,
  };
}

interface DatedPoint {
  date: IsoDate;
  kind: EventType;
  label: string;
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

function scaleOf(from: IsoDate, to: IsoDate): (date: IsoDate) => number {
  const start = Date.parse(from);
  const length = Math.max(1, Date.parse(to) - start);
  return (date) => Math.round(MARGIN + ((Date.parse(date) - start) / length) * (WIDTH - 2 * MARGIN));
}

function anchorOf(x: number): LifePoint['anchor'] {
  if (x < 100) return 'start';
  return x > WIDTH - 100 ? 'end' : 'middle';
}

/** From the first day in force to the last; open to the right while nothing ends it. */
function barOf(
  points: readonly DatedPoint[],
  status: StatusOnDay,
  scale: (date: IsoDate) => number,
  to: IsoDate,
): LifeLine['bar'] {
  const start =
    points.find((point) => point.kind === 'effective') ?? points.find((point) => point.kind === 'promulgated');
  if (start === undefined || status.status === 'unknown') return null;
  const endings = [status.decidedBy, ...status.otherEndings].flatMap((event) =>
    event?.date != null && isEnding(event.type) ? [event.date] : [],
  );
  const end = endings.sort()[0] ?? (hasEnded(status.status) ? (status.since ?? to) : to);
  const x = scale(start.date);
  return end <= start.date ? null : { x, width: Math.max(2, scale(end) - x) };
}
