import { describe, expect, it } from 'vitest';
import { distinctRelations } from '../../../ingest/extract/relations/distinct-relations.ts';
import type { Relation } from '../../../ingest/model/relation.ts';

const relation = (
  type: Relation['type'],
  title: string | null,
  documentNumber: string | null,
  start: number,
): Relation => ({
  type,
  mode: null,
  provisionId: null,
  citation: { title, documentNumber, provisions: [], raw: '', span: { start, end: start + 1 } },
  effectiveDate: null,
  until: null,
  certainty: 'stated',
  evidence: { raw: '', span: { start, end: start + 1 }, rule: 'test' },
});

const kept = (...relations: Relation[]): string[] =>
  distinctRelations(relations).map(
    ({ type, citation }) => `${type} ${citation.title ?? '-'} ${citation.documentNumber ?? '-'} ${citation.span.start}`,
  );

describe('relations to one document', () => {
  it('are one of each type, the one with the number', () => {
    expect(kept(relation('repeals', '甲办法', null, 1), relation('repeals', '甲办法', '甲政发〔2010〕3号', 5))).toEqual(
      ['repeals 甲办法 甲政发〔2010〕3号 5'],
    );
    expect(kept(relation('repeals', '甲办法', null, 1), relation('amends', '甲办法', null, 5))).toHaveLength(2);
  });

  it('leave out its citations, wherever they stand', () => {
    const based = relation('based_on', '甲条例', null, 9);
    expect(kept(relation('cites', '甲条例', null, 1), based)).toEqual(['based_on 甲条例 - 9']);
    expect(kept(relation('cites', '甲条例', '甲政发〔2010〕3号', 1), based)).toEqual(['based_on 甲条例 - 9']);
    expect(kept(relation('cites', '乙条例', null, 1), based)).toHaveLength(2);
  });

  it('are told apart by their numbers, and joined by them in any spelling', () => {
    expect(
      kept(
        relation('repeals', '甲办法', '甲政发〔2010〕3号', 1),
        relation('repeals', '甲办法', '甲政发〔2010〕4号', 5),
      ),
    ).toHaveLength(2);
    expect(
      kept(relation('repeals', '甲办法', '甲政发〔2010〕3号', 1), relation('repeals', null, '甲政发[2010]3号', 5)),
    ).toHaveLength(1);
    expect(
      kept(relation('repeals', null, '甲政发〔2010〕3号', 1), relation('repeals', '甲办法', null, 5)),
    ).toHaveLength(2);
  });

  it('stand in the order of print', () => {
    const order = [
      relation('cites', '丙', null, 1),
      relation('repeals', '乙', null, 3),
      relation('cites', '甲', null, 5),
    ];
    expect(kept(...order)).toEqual(['cites 丙 - 1', 'repeals 乙 - 3', 'cites 甲 - 5']);
  });
});
