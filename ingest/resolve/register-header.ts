import type { IsoDate } from '../model/span.ts';
import { compareText } from '../text/compare-text.ts';
import { splitAuthority } from './canonical-title.ts';
import { NOWHERE } from './home.ts';
import type { HeldDocument } from './read-mentions.ts';
import { NAME_ORIGINS } from './register-name.ts';
import type { RegisterName } from './register-name.ts';
import type { EntryRow } from './register-statements.ts';

/** The row under which an entry is shown: its best number and title, who issued it, its year, and whether its text is held. */
export function entryHeader(
  id: string,
  names: readonly RegisterName[],
  held: HeldDocument | null,
  statedPromulgation: IsoDate | null,
): EntryRow {
  const number = best(names, 'number');
  const title = best(names, 'title');
  const promulgation = held?.speaker.promulgationDate ?? statedPromulgation;
  return {
    id,
    title: held?.speaker.title ?? title?.value ?? null,
    document_number: number?.value ?? null,
    number_key: number?.key ?? null,
    authority: held?.authority ?? authorityOf(number, title),
    year: yearOf(number) ?? (promulgation === null ? null : Number(promulgation.slice(0, 4))),
    promulgation_date: promulgation,
    held: held === null ? 0 : 1,
  };
}

function best(names: readonly RegisterName[], type: RegisterName['type']): RegisterName | null {
  const [first] = names.filter((name) => name.type === type).sort(compareForShow);
  return first ?? null;
}

function compareForShow(a: RegisterName, b: RegisterName): number {
  return (
    NAME_ORIGINS.indexOf(a.origin) - NAME_ORIGINS.indexOf(b.origin) ||
    b.value.length - a.value.length ||
    compareText(a.key, b.key)
  );
}

/** 国务院 of 国务院令第683号 (key 国务院令||683), else the authority in front of the title. */
function authorityOf(number: RegisterName | null, title: RegisterName | null): string | null {
  const code = number?.key.split('|')[0] ?? '';
  const order = /^(.{2,})(?:令|公告|通告)$/u.exec(code)?.[1];
  if (order !== undefined) return order;
  return title === null ? null : splitAuthority(title.value, NOWHERE).authority;
}

function yearOf(number: RegisterName | null): number | null {
  const year = number?.key.split('|')[1] ?? '';
  return /^[0-9]{4}$/u.test(year) ? Number(year) : null;
}
