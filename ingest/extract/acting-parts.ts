import type { DocumentDraft } from '../model/document-draft.ts';
import { withoutSpaces } from '../text/spaces.ts';

// Must match: 甲市人民政府2021年立法工作计划 · 规章制定计划（草案） · 2020年法治政府建设情况的报告 · 政府工作报告 · 第12号提案关于养老服务的答复
// · 关于征求《甲办法（征求意见稿）》意见的公告 · 甲办法（征求意见稿）
// Must not: 养老服务行动计划 · 关于废止《甲立法计划》的决定 · 关于印发2021年立法计划的通知 · 关于报告制度的规定 · 关于某请示的答复
const TELLS_ONLY =
  /(?:(?:立法|制定)(?:工作)?(?:计划|规划)|(?:情况|工作)的?报告|(?:提案|建议)[^。]{0,80}的?答复|征求[^。]{0,160}意见的?(?:公告|通告|通知|函|启事))(?:[（(][^（()）]{1,12}[）)])?$|[（(](?:征求意见稿|送审稿|讨论稿|(?:修订|修正|修改)?草案)[）)]$/u;

/**
 * The parts of a document (by index) that do what they say. News of meetings, plans of legislation, reports, answers to proposals and drafts sent
 * out for comment only tell what was done or is to be done: 3.废止《甲市供热条例》（市住建局起草） in a plan ends nothing, and 本办法自2021年10月1日起施行
 * in a draft begins nothing.
 */
export function actingParts({ kind, title, parts }: DocumentDraft): ReadonlySet<number> {
  const acting = new Set<number>();
  if (kind !== 'act' || TELLS_ONLY.test(withoutSpaces(title.text))) return acting;
  for (const [at, part] of parts.entries()) if (!TELLS_ONLY.test(withoutSpaces(part.title.text))) acting.add(at);
  return acting;
}
