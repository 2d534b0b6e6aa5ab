import type { DocumentDraft } from '../model/document-draft.ts';
import { withoutSpaces } from '../text/spaces.ts';

// Must match: 甲市人民政府2021年立法工作计划 · 规章制定计划（草案） · 2020年法治政府建设情况的报告 · 政府工作报告 · 第12号提案关于养老服务的答复
// · 关于征求《甲办法（征求意见稿）》意见的公告
// Must not: 养老服务行动计划 · 关于废止《甲立法计划》的决定 · 关于印发2021年立法计划的通知 · 关于报告制度的规定 · 关于某请示的答复
const TELLS_ONLY =
  /(?:(?:立法|制定)(?:工作)?(?:计划|规划)|(?:情况|工作)的?报告|(?:提案|建议)[^。]{0,80}的?答复|征求[^。]{0,160}意见的?(?:公告|通告|通知|函|启事))(?:[（(][^（()）]{1,12}[）)])?$/u;
// Must match: 甲办法（征求意见稿） · 甲条例（修订草案） · 甲条例（草案二次审议稿） · 甲办法（公开征求意见稿）      Must not: 关于甲条例（草案）的说明 · 甲办法（试行）
const DRAFT = /[（(][\u4e00-\u9fff]{0,8}(?:征求意见稿|送审稿|讨论稿|审议稿|草案)[）)]$/u;

/** Whether a title is that of a draft, which nobody has promulgated: its date is the day on which it was sent out. */
export function isDraftTitle(title: string): boolean {
  return DRAFT.test(withoutSpaces(title));
}

const onlyTells = (title: string): boolean => TELLS_ONLY.test(withoutSpaces(title)) || isDraftTitle(title);

/**
 * The parts of a document (by index) that do what they say. News of meetings, plans of legislation, reports, answers to proposals and drafts sent
 * out for comment only tell what was done or is to be done: 3.废止《甲市供热条例》（市住建局起草） in a plan ends nothing, and 本办法自2021年10月1日起施行
 * in a draft begins nothing.
 */
export function actingParts({ kind, title, parts }: DocumentDraft): ReadonlySet<number> {
  const acting = new Set<number>();
  if (kind !== 'act' || onlyTells(title.text)) return acting;
  for (const [at, part] of parts.entries()) if (!onlyTells(part.title.text)) acting.add(at);
  return acting;
}
