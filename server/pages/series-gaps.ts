import type { IssuePlace } from '../../ingest/store/queries/issues.ts';
import { issueUrl } from './urls.ts';

/** One number (期) of a year: held with a link, or missing. */
export interface SeriesNumber {
  number: number;
  serial: number | null;
  href: string | null;
}

export interface SeriesYear {
  year: number;
  numbers: SeriesNumber[];
  held: number;
  missing: number;
  /** 第1—6期（总971—976期）、第9期（总979期）: what is missing, in words. */
  missingText: string;
  /** True when the next year's numbering tells how many numbers the year had; else the year is known up to the last one held. */
  complete: boolean;
}

export interface Series {
  gazette: string;
  years: SeriesYear[];
  /** Issues without a number or a year, which no series can place. */
  unplaced: { title: string; href: string }[];
}

/** How the series of issues whose masthead names no gazette is called. */
export const NAMELESS = '名称不明的公报';

/**
 * Tells from 期号 and 总期号 which issues of each gazette are missing. 2024年第17-18期 (总987-988期) puts 第1期 of 2024 at 总971期,
 * so that 2023, which has 总959-960期 as 第13-14期 and so began at 总947期, had 24 numbers. Years between the first and the last held
 * are listed, also when nothing of them is held.
 */
export function seriesGaps(issues: readonly IssuePlace[]): Series[] {
  const gazettes = new Map<string, IssuePlace[]>();
  for (const issue of issues) {
    const name = issue.gazette ?? NAMELESS;
    const own = gazettes.get(name);
    if (own === undefined) gazettes.set(name, [issue]);
    else own.push(issue);
  }
  return [...gazettes]
    .map(([gazette, own]) => seriesOf(gazette, own))
    .sort((a, b) => b.years.length - a.years.length || a.gazette.localeCompare(b.gazette));
}

interface Held {
  href: string;
  serial: number | null;
}

function seriesOf(gazette: string, issues: readonly IssuePlace[]): Series {
  const held = new Map<number, Map<number, Held>>();
  const firstSerial = new Map<number, number>();
  const unplaced: Series['unplaced'] = [];
  for (const issue of issues) {
    const { year, issueNumbers, serialNumbers } = issue;
    if (year === null || issueNumbers.length === 0) {
      unplaced.push({ title: issue.title, href: issueUrl(issue.id) });
      continue;
    }
    const numbers = held.get(year) ?? new Map<number, Held>();
    held.set(year, numbers);
    issueNumbers.forEach((number, index) => {
      const serial = serialNumbers[index] ?? null;
      numbers.set(number, { href: issueUrl(issue.id), serial });
      if (serial !== null && !firstSerial.has(year)) firstSerial.set(year, serial - number + 1);
    });
  }
  const known = [...held.keys()];
  const years: SeriesYear[] = [];
  for (let year = Math.max(...known); known.length > 0 && year >= Math.min(...known); year -= 1) {
    years.push(yearOf(year, held.get(year) ?? new Map<number, Held>(), firstSerial));
  }
  return { gazette, years, unplaced };
}

const MOST_NUMBERS = 400;

function yearOf(year: number, held: ReadonlyMap<number, Held>, firstSerial: ReadonlyMap<number, number>): SeriesYear {
  const first = firstSerial.get(year);
  const next = firstSerial.get(year + 1);
  const length =
    first !== undefined && next !== undefined && next > first && next - first <= MOST_NUMBERS ? next - first : null;
  const last = Math.max(0, ...held.keys(), length ?? 0);
  const numbers: SeriesNumber[] = [];
  for (let number = 1; number <= Math.min(last, MOST_NUMBERS); number += 1) {
    const one = held.get(number);
    numbers.push({
      number,
      serial: one?.serial ?? (first === undefined ? null : first + number - 1),
      href: one?.href ?? null,
    });
  }
  const heldCount = numbers.filter((one) => one.href !== null).length;
  return {
    year,
    numbers,
    held: heldCount,
    missing: numbers.length - heldCount,
    missingText: missingRuns(numbers).map(runText).join('、'),
    complete: length !== null,
  };
}

/** The stretches of missing numbers that follow each other. */
function missingRuns(numbers: readonly SeriesNumber[]): SeriesNumber[][] {
  const runs: SeriesNumber[][] = [];
  let run: SeriesNumber[] = [];
  for (const one of numbers) {
    if (one.href === null) run.push(one);
    if (one.href === null && run.length === 1) runs.push(run);
    if (one.href !== null) run = [];
  }
  return runs;
}

function runText(run: readonly SeriesNumber[]): string {
  const range = (of: (one: SeriesNumber) => number | null): string | null => {
    const [first, last] = [run[0], run.at(-1)].map((one) => (one === undefined ? null : of(one)));
    if (first == null || last == null) return null;
    return first === last ? `${first}` : `${first}—${last}`;
  };
  const serials = range((one) => one.serial);
  return `第${range((one) => one.number) ?? ''}期${serials === null ? '' : `（总${serials}期）`}`;
}
