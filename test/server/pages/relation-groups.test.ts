import { describe, expect, it } from 'vitest';
import type { RelationRow } from '../../../ingest/store/queries/relations.ts';
import { outgoingGroups } from '../../../server/pages/relation-groups.ts';

const row = (more: Partial<RelationRow> = {}): RelationRow => ({
  id: 1,
  documentId: 'self',
  provisionId: null,
  type: 'repeals',
  mode: 'repealed',
  targetTitle: '甲办法',
  targetNumber: '甲政发〔2010〕3号',
  targetProvisions: '[]',
  targetId: 'jiazhengfa-2010-3',
  targetHeld: 1,
  resolution: null,
  effectiveDate: null,
  until: null,
  certainty: 'stated',
  citationRaw: '',
  citationStart: 0,
  citationEnd: 1,
  quote: '《甲办法》同时废止',
  line: 57,
  ...more,
});

const groupsOf = (...rows: RelationRow[]) => outgoingGroups(rows, () => null);
const linksOf = (...rows: RelationRow[]): string[] =>
  groupsOf(...rows).flatMap(({ documents }) => documents.map(({ href }) => href));

describe('what a document says of others', () => {
  it('leads to a held document, to the entry of one that is only named, else to what the register has of it', () => {
    expect(linksOf(row())).toEqual(['/documents/jiazhengfa-2010-3']);
    expect(linksOf(row({ targetHeld: 0 }))).toEqual(['/register/jiazhengfa-2010-3']);
    const unknown = { targetId: null, targetHeld: null };
    expect(linksOf(row(unknown))).toEqual([`/register?q=${encodeURIComponent('甲政发〔2010〕3号')}`]);
    expect(linksOf(row({ ...unknown, targetNumber: null }))).toEqual([`/register?q=${encodeURIComponent('甲办法')}`]);
  });

  it('names each document once in a kind, with every clause once', () => {
    const [group, ...others] = groupsOf(row(), row(), row({ line: 60 }), row({ line: 61, provisionId: 'art-8' }));
    expect(others).toEqual([]);
    expect(group).toMatchObject({ heading: '本文件废止', total: 1, more: 0 });
    expect(group?.documents[0]?.clauses.map(({ label }) => label)).toEqual(['第57行', '第60行', '第八条']);
  });

  it('tells apart unknown documents by number and title', () => {
    const unknown = { targetId: null, targetHeld: null, targetNumber: null };
    expect(linksOf(row(unknown), row({ ...unknown, targetTitle: '乙办法' }), row(unknown))).toHaveLength(2);
  });

  it('stands in the order of weight, whatever the order of print', () => {
    const kinds = groupsOf(row({ type: 'cites' }), row({ type: 'based_on' }), row()).map(({ heading }) => heading);
    expect(kinds).toEqual(['本文件废止', '制定依据', '引用']);
  });

  it('shows sixty documents of a kind and counts the others', () => {
    const rows = Array.from({ length: 63 }, (_, at) => row({ targetId: `d-${at}`, line: at + 1 }));
    const [group] = groupsOf(...rows, row({ targetId: 'd-62', line: 99 }));
    expect(group).toMatchObject({ total: 63, more: 3 });
    expect(group?.documents).toHaveLength(60);
  });
});
