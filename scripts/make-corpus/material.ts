import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import type { Provision } from '../../ingest/model/provision.ts';
import { parseIssue } from '../../ingest/pipeline.ts';
import { readSourceFile } from '../../ingest/read/read-source.ts';

/** What new texts are put together from. */
export interface Material {
  /** Sentences of real articles that state no fact of their document: no title, number, date or reference. */
  sentences: string[];
  /** Items of real lists: 明确评查的时间、范围、步骤、方式和要求等. */
  items: string[];
  /** Nouns of these texts, two to four characters. */
  nouns: string[];
  /** First lines of lists: 评查报告包括下列内容：. */
  openings: string[];
}

/** What would be read as a fact of the new document, or would point nowhere in it. */
// Must match: 《…》 · 第五条 · 2024年 · 自公布之日起施行 · 同时废止      Must not: 县级以上人民政府负责本行政区域内案卷的评查工作
const TELLS_A_FACT =
  /[《》〔〕〈〉[\]"“”]|第[一二三四五六七八九十百]+[条章款项]|\d{4}年|施行|废止|失效|有效期|本办法|本规定|本细则|解释/u;

const LEAST_COUNT = 3;

/** Reads the gazettes of a folder once. The same files give the same material in the same order. */
export async function readMaterial(folder: string): Promise<Material> {
  const sentences = new Set<string>();
  const items = new Set<string>();
  const openings = new Set<string>();
  const counts = new Map<string, number>();
  const files = readdirSync(folder).sort();
  for (const file of files) {
    const issue = parseIssue(await readSourceFile(join(folder, file)));
    for (const { word, tag } of nodejieba.tag(issue.source.text)) {
      if (/^v?n$/u.test(tag) && /^\p{Script=Han}{2,4}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const texts = issue.documents.flatMap(({ kind, parts }) =>
      kind === 'report' ? [] : parts.flatMap(({ provisions }) => provisions.flatMap(ownTexts)),
    );
    for (const { kind, text } of texts) {
      if (TELLS_A_FACT.test(text)) continue;
      if (kind === 'item') addFitting(items, text.replace(/[；。;]$/u, ''), 6, 60);
      else if (/(?:下列|以下|包括).*[：:]$/u.test(text)) addFitting(openings, text, 8, 40);
      else for (const sentence of text.split('。')) addFitting(sentences, sentence, 16, 120);
    }
  }
  const nouns = [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([word]) => word);
  return { sentences: [...sentences], items: [...items], nouns: nouns.sort(), openings: [...openings] };
}

function addFitting(set: Set<string>, text: string, least: number, most: number): void {
  if (text.length >= least && text.length <= most && !text.includes('\n')) set.add(text);
}

function ownTexts(provision: Provision): { kind: Provision['kind']; text: string }[] {
  const text = provision.body.text.trim();
  return [{ kind: provision.kind, text }, ...provision.children.flatMap(ownTexts)];
}
