import type { Region } from '../../text/authority-names.ts';
import { findMentions } from '../mention.ts';
import type { Mention } from '../mention.ts';
import { promulgatedTitle } from '../own-names.ts';
import { role } from './relation-draft.ts';
import type { Role } from './relation-draft.ts';

/** A document named in the document's own title, and what for. */
export interface TitleRelation {
  mention: Mention;
  role: Role;
}

// Must match (before the inner title): 关于废止 · 关于修改 · 关于修改部分 · 关于转发国务院办公厅 · 关于贯彻落实 · 实施 · 批转自治区工商局 · 暂时调整实施
const WORDS: readonly { pattern: RegExp; role: Role }[] = [
  {
    pattern: /(?:暂停|暂时停止|暂时调整|停止)(?:实施|适用|执行)[^《〈]{0,8}$/u,
    role: role('amends', 'amends/title', 'suspended'),
  },
  { pattern: /废止[^《〈]{0,12}$/u, role: role('repeals', 'repeals/title', 'repealed') },
  { pattern: /宣布[^《〈]{0,6}$/u, role: role('repeals', 'repeals/title', 'declared_invalid') },
  { pattern: /(?:修改|修正|修订)[^《〈]{0,8}$/u, role: role('amends', 'amends/title', 'amended') },
  { pattern: /(?:转发|批转)[^《〈]{0,30}$/u, role: role('forwards', 'forwards/title') },
  { pattern: /(?:贯彻|落实|实施|执行)(?:落实|执行|实施)?[^《〈]{0,6}$/u, role: role('implements', 'implements/title') },
];
// Behind the inner title: 《X》修正案 · 《X》等四件政府规章
const CORRECTION = /^(?:修正案|（修正案）)/u;

/** Nested titles of a title, whichever brackets it uses: 〈〉, <> or 《》. */
function innerMentions(title: string, home: Region | null): Mention[] {
  return findMentions(title.replace(/</gu, '〈').replace(/>/gu, '〉'), home).filter(
    (mention) => mention.title !== null,
  );
}

/**
 * What a title says about the documents it names: 关于废止《A》等4件政府规章的决定 repeals A, 关于修改《A》的决定 amends it, 贯彻落实《A》
 * 实施细则 implements it, 转发《A》的通知 forwards it. What a 印发 notice promulgates is the document itself and gives nothing.
 */
export function titleRelationsOf(title: string, home: Region | null): TitleRelation[] {
  const inner = promulgatedTitle(title);
  if (inner !== null && inner !== title) return titleRelationsOf(inner, home);
  const text = title.replace(/</gu, '〈').replace(/>/gu, '〉');
  let previous: Role | null = null;
  return innerMentions(title, home).flatMap((mention, at, all): TitleRelation[] => {
    const before = text.slice(all[at - 1]?.titleEnd ?? 0, mention.titleStart);
    const found = WORDS.find(({ pattern }) => pattern.test(before))?.role ?? null;
    const joined = /^[、和及与]*$/u.test(before) ? previous : null;
    const corrected = CORRECTION.test(text.slice(mention.titleEnd)) ? role('amends', 'amends/title', 'amended') : null;
    previous = found ?? corrected ?? joined;
    return previous ? [{ mention, role: previous }] : [];
  });
}

/**
 * Documents named inside the title of another one that carries them out: 《…关于贯彻落实〈A〉的实施意见》 names A as well; what
 * 印发〈A〉 or 发布〈A〉 names is the same document.
 */
export function namedInTitle(title: string, home: Region | null): Mention[] {
  return titleRelationsOf(title, home)
    .filter(({ role: { type } }) => type === 'implements')
    .map(({ mention }) => mention);
}
