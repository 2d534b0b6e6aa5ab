import type { MappedText } from '../model/mapped-text.ts';
import type { RevisionEvent } from '../model/relation.ts';
import type { StatedFact } from '../model/source.ts';
import type { Extracted } from '../model/span.ts';
import type { DocumentDraft } from '../model/document-draft.ts';
import { isAuthorityName } from '../text/authority-names.ts';
import { matchesOf } from '../text/matches.ts';
import { extracted } from './evidence.ts';
import { inlineSignatureOf } from './inline-signature.ts';
import { historyOf } from './revision-history.ts';
import { isOfficeLine, isSignatoryLine } from './signatory-line.ts';
import type { Statement } from './statement.ts';

// What stands between spaces, 、 or commas. Must match: 自治区发展改革委 · 农业
const PIECE = /[^\s\u3000、,，]+/gu;

/** 农业 农村 部 is one body, 自治区发展改革委 兵团发展改革委 are two: pieces are put together until they name a body. */
function namesOf(text: string): { name: string; start: number; end: number }[] {
  const pieces = matchesOf(PIECE, text);
  const names: { name: string; start: number; end: number }[] = [];
  let name = '';
  let start = 0;
  for (const [at, piece] of pieces.entries()) {
    if (name === '') start = piece.index;
    name += piece[0];
    const next = pieces[at + 1]?.[0];
    if (next !== undefined && (next.length <= 2 || name.length <= 2 || !isAuthorityName(name))) continue;
    names.push({ name, start, end: piece.index + piece[0].length });
    name = '';
  }
  return names;
}

// Must match: （盖章） · (印)      Must not: （代章）市政府
const SEAL = /^[（(][^（()）]{0,4}[印章][）)]$/u;

function fromText(text: MappedText, upTo: number, rule: string): Extracted<string>[] {
  const names = namesOf(text.text.slice(0, upTo)).filter(({ name }) => !SEAL.test(name));
  return names.map(({ name, start, end }) => extracted(name, text, start, end, rule));
}

function distinct(authorities: Extracted<string>[]): Extracted<string>[] {
  return authorities.filter((one, at) => authorities.findIndex((other) => other.value === one.value) === at);
}

// Must match (the authority before it is cut off): …人民政府办公厅关于… · 国务院任免国家工作人员 · 国家安全监管总局 财政部印发… · …司法厅公告
const TITLE_VERB = /(?:关于|印发|转发|批转|发布|公布|任免|公告|通告|令)/u;

function fromTitle(title: MappedText): Extracted<string>[] {
  const verb = TITLE_VERB.exec(title.text);
  if (!verb || verb.index === 0) return [];
  const authorities = fromText(title, verb.index, 'issuing-authority/title');
  return authorities.every(({ value }) => isAuthorityName(value)) ? authorities : [];
}

// What a 题注 adds to a body's name. Must match: 第十三届全国人民代表大会 · 甘肃省第十一届人民代表大会 · 最高人民检察院第十二届检察委员会
const SESSION =
  /第[一二三四五六七八九十]{1,3}届(?=[\u4e00-\u9fff]{0,2}人民代表大会)|(?:第[一二三四五六七八九十]{1,3}届)?(?:审判|检察)委员会$/gu;

/** Who acted: named beside the day (国务院公布), or in the number of the order (苏州市人民政府令第145号). */
function actorOf({ authority, documentNumber }: RevisionEvent): string | null {
  return authority ?? /^(.+?)(?:令|公告)(?:第|[0-9])/u.exec(documentNumber ?? '')?.[1] ?? null;
}

/** Who promulgated a consolidated text, else who adopted it, as its 题注 says: （1986年12月25日公安部公布）. */
function fromTitleNote(statements: readonly Statement[]): Extracted<string>[] {
  const history = historyOf(statements, null);
  for (const type of ['promulgated', 'adopted', 'revised'] as const) {
    const event = history.find((one) => one.type === type && actorOf(one) !== null);
    const names = event ? namesOf((actorOf(event) ?? '').replace(SESSION, '')) : [];
    if (!event || names.length === 0 || !names.every(({ name }) => isAuthorityName(name) && !name.includes('届')))
      continue;
    const { raw, span } = event.evidence;
    return names.map(({ name }) => ({
      value: name.replace(/^中华人民共和国(?=.{3})/u, ''),
      raw,
      span,
      rule: 'issuing-authority/title-note',
      certainty: 'computed',
    }));
  }
  return [];
}

// Must match: 自贡市人民政府第13次常务会议通过 · 省政府第76次常务会议审议 · 市政府常务会议讨论      Must not: 人民政府常务会议 · 省政府常务会议精神
const MEETING =
  /(?:[\u4e00-\u9fff]{2,20}人民政府|[省市县区州旗]政府)(?=(?:第[一二三四五六七八九十百0-9]{1,5}次)?[\u4e00-\u9fff]{0,6}会议[^，,。；■]{0,12}(?:通过|审议|讨论|审定|同意))/u;
// What stands before the name of the body that met. Must match: 三月五日 · 已经 · 已于 · 提请      Must not: 日（照市） · 于（都县）
// The sign of a day in digits, 2020年3月5|日, is cut off by its place.
const LEADS_TO_MEETING = /^.*(?:[一二三四五六七八九十]日|经|由|提请|报请|[已业][于在])/u;

/** Whose meeting the promulgating sentence tells of, under a heading that says only 政府令第56号. */
function fromMeeting(statements: readonly Statement[]): Extracted<string>[] {
  for (const { role, text } of statements) {
    const found = role === 'promulgation' ? MEETING.exec(text.text) : null;
    if (!found) continue;
    const isBehindDigit = found[0].startsWith('日') && /[0-9]/u.test(text.text.charAt(found.index - 1));
    const name = found[0].slice(isBehindDigit ? 1 : 0).replace(LEADS_TO_MEETING, '');
    if (!isAuthorityName(name)) continue;
    const start = found.index + found[0].length - name.length;
    return [
      { ...extracted(name, text, start, start + name.length, 'issuing-authority/meeting'), certainty: 'computed' },
    ];
  }
  return [];
}

function fromPage(facts: readonly StatedFact[]): Extracted<string>[] {
  const fact = facts.find(({ name }) => name === 'issuingAuthority');
  if (!fact || fact.value.trim() === '') return [];
  const span = fact.span ?? { start: 0, end: 0 };
  const raw = `${fact.label}：${fact.value}`;
  const rule = 'issuing-authority/page-metadata';
  return namesOf(fact.value).map(({ name }) => ({ value: name, certainty: 'stated', raw, span, rule }));
}

/**
 * Who issues the document, as signed: the authority in the heading of a 令, the names under a notice; failing these the
 * names that its title begins with, then what the page states, then who promulgated it by its 题注. Empty when nobody is named.
 */
export function issuingAuthoritiesOf(
  draft: DocumentDraft,
  statements: readonly Statement[],
  facts: readonly StatedFact[],
): Extracted<string>[] {
  const heading = draft.authority;
  if (heading) {
    const instrument = /(?:命?令|公告|通告|决定|文件)?[\s\u3000]*$/u.exec(heading.text);
    const named = fromText(heading, instrument?.index ?? heading.text.length, 'issuing-authority/heading');
    const found = named.some(({ value }) => value === '政府') ? fromMeeting(statements) : named;
    if (found.length > 0) return distinct(found);
  }
  const signatures = statements.filter(
    ({ role, text }) => role === 'signature' && !isSignatoryLine(text.text) && !isOfficeLine(text.text),
  );
  // What a notice that nobody signs passes on is signed by another body.
  const isUnsigned = signatures.length > 0 && signatures.every(({ part }) => part > 0);
  const forwarding = isUnsigned ? fromTitle(draft.title) : [];
  if (forwarding.length > 0) return distinct(forwarding);
  const notice = signatures.filter(({ partKind }) => partKind === 'notice' || partKind === 'decision');
  const first = signatures.filter(({ part }) => part === signatures[0]?.part);
  const signed = (notice.length > 0 ? notice : first).flatMap(({ text }) =>
    fromText(text, text.text.length, 'issuing-authority/signature'),
  );
  if (signed.length > 0) return distinct(signed);
  const inline = inlineSignatureOf(statements);
  if (inline?.authority) {
    const { name, start, end } = inline.authority;
    return [extracted(name, inline.text, start, end, 'issuing-authority/inline-signature')];
  }
  const titled = fromTitle(draft.title);
  if (titled.length > 0) return distinct(titled);
  const paged = fromPage(facts);
  return paged.length > 0 ? distinct(paged) : fromTitleNote(statements);
}
