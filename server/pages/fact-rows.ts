import type { FactEvidenceRow } from '../../ingest/store/queries/evidence.ts';
import { numberLists } from '../../ingest/store/queries/json-columns.ts';
import { articleName } from '../../ingest/structure/provision-id.ts';
import { CERTAINTY_LABELS } from './certainty-label.ts';
import { sourceLineUrl } from './urls.ts';

/** A row of the facts table: a value with the passage that proves it, or the words that say it is absent. */
export interface FactView {
  label: string;
  value: string;
  absent: boolean;
  certainty: string | null;
  quote: string | null;
  sourceUrl: string | null;
  line: number | null;
}

/** The facts people look for, in this order; `absent` says what a missing one means, null hides it. */
const FACTS: readonly { name: string; label: string; absent: string | null }[] = [
  { name: 'documentNumber', label: '发文字号', absent: '原文没有文号' },
  { name: 'issuingAuthorities', label: '制定机关', absent: '原文没有署名' },
  { name: 'signatory', label: '签署人', absent: null },
  { name: 'adoptionDate', label: '通过日期', absent: null },
  { name: 'promulgationDate', label: '公布日期', absent: '原文没有落款日期' },
  { name: 'effectiveDate', label: '施行日期', absent: '原文没有写明' },
  { name: 'commencement', label: '部分条款施行', absent: null },
  { name: 'expiryDate', label: '有效期至', absent: null },
  { name: 'validWithoutEnd', label: '有效期', absent: null },
  { name: 'alias', label: '又名', absent: null },
];

/** The facts table of a document. A report (a meeting's news) promulgates nothing: its absent facts are not named. */
export function factRows(documentId: string, kind: 'act' | 'report', facts: readonly FactEvidenceRow[]): FactView[] {
  return FACTS.flatMap(({ name, label, absent }) => {
    const found = facts.filter((fact) => fact.name === name);
    if (found.length > 0) return found.map((fact) => factView(documentId, label, fact));
    if (absent === null || kind === 'report') return [];
    return [{ label, value: absent, absent: true, certainty: null, quote: null, sourceUrl: null, line: null }];
  });
}

function factView(documentId: string, label: string, fact: FactEvidenceRow): FactView {
  return {
    label,
    value: valueOf(fact),
    absent: false,
    certainty: fact.certainty === 'stated' ? null : CERTAINTY_LABELS[fact.certainty],
    quote: fact.raw === fact.value ? null : fact.raw,
    sourceUrl: sourceLineUrl(documentId, fact.line),
    line: fact.line,
  };
}

function valueOf(fact: FactEvidenceRow): string {
  if (fact.name === 'validWithoutEnd') return '长期有效';
  const articles = numberLists(fact.provisions).map(articleName).join('、');
  return articles === '' ? fact.value : `${fact.value}（${articles}）`;
}

/** The few facts that stand over the text, each leading to its line in the source. */
export function keyFacts(facts: readonly FactView[]): FactView[] {
  const wanted = ['公布日期', '施行日期', '部分条款施行', '有效期至', '有效期', '签署人'];
  return facts.filter((fact) => wanted.includes(fact.label));
}
