import type { DocumentDraft } from '../model/document-draft.ts';
import { titleKey } from '../text/title-key.ts';
import { closingTitle } from './behind-title.ts';

/** By what names and number a document goes in its own text. */
export interface OwnNames {
  /** Title keys: its title, the regulation it promulgates, its parts and annexes. */
  keys: ReadonlySet<string>;
  /** Keys of its own document number. */
  numberKey: string | null;
  /** Titles asked for before, with the answer. */
  asked: Map<string, boolean>;
}

// Must match: 关于印发《…》的通知 · …办公厅印发《…》的通知 · 关于公布…的公告      Must not: 关于转发…的通知
const PROMULGATING = /(?:印发|发布|公布|颁布|颁发|下发)(?:修订后的|修改后的|新修订的)?/u;
// 细则（试行） is called 细则 as well; 关于加快…的实施方案 is called 加快…的实施方案.
const SUFFIX = /(?:[（(](?:试行|暂行|修订|修订版|草案|[0-9]{4}年?(?:版|本|修订)?)[）)])+$/u;

/**
 * The regulation that a notice's title promulgates: 关于印发《X》的通知, 关于印发X的通知, 印发《X》的通知 → X; null for others.
 * 关于批转… and 转发… name another's document and give null.
 */
export function promulgatedTitle(title: string): string | null {
  const bare = title.trim();
  const verb = PROMULGATING.exec(bare);
  if (!verb) return null;
  const end = /的(?:补充)?(?:通知|公告|通告|函|决定|命令)(?:[（(][^（()）]*[）)])?$/u.exec(bare);
  const from = verb.index + verb[0].length;
  if (!end || end.index <= from) return null;
  const rest = bare.slice(from, end.index).trim();
  if (!/^[《〈<]/u.test(rest)) return rest.length >= 4 ? rest : null;
  const close = closingTitle(rest.replace(/^</u, '〈').replace(/>/u, '〉'), 0);
  if (close === null) return null;
  const suffix = /^[（(][^（()）]{1,12}[）)]$/u.exec(rest.slice(close + 1).trim())?.[0] ?? '';
  return rest.slice(1, close) + suffix;
}

/** All spellings under which a title may be named: without its authority (…人民政府办公厅关于… → 关于…), without （试行）. */
function spellingsOf(title: string): string[] {
  const bare = title.trim();
  const about = bare.indexOf('关于');
  const spellings = [bare, bare.replace(SUFFIX, '')];
  if (about > 0 && !/[《〈]/u.test(bare.slice(0, about)))
    spellings.push(bare.slice(about), bare.slice(about).replace(SUFFIX, ''));
  if (about === 0) spellings.push(bare.slice(2), bare.slice(2).replace(SUFFIX, ''));
  return spellings.filter((spelling, at) => spelling.length > 3 && spellings.indexOf(spelling) === at);
}

/** The names that a draft goes by in its own text; `numberKey` is the key of its own number. */
export function ownNamesOf(draft: DocumentDraft, numberKey: string | null): OwnNames {
  const keys = new Set<string>();
  for (const { text } of [draft.title, ...draft.parts.map(({ title }) => title)])
    for (const named of [text, promulgatedTitle(text)])
      for (const spelling of spellingsOf(named ?? '')) keys.add(titleKey(spelling));
  return { keys, numberKey, asked: new Map() };
}

/** Whether a title names the document itself or one of its parts. */
export function isOwnTitle(own: OwnNames, title: string): boolean {
  const known = own.asked.get(title);
  if (known !== undefined) return known;
  const isOwn = spellingsOf(title).some((spelling) => own.keys.has(titleKey(spelling)));
  own.asked.set(title, isOwn);
  return isOwn;
}
