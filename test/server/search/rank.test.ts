import { expect, it } from 'vitest';
import type { SearchableDocument } from '../../../server/search/searchable.ts';
import { firstRanked } from '../../../server/search/rank.ts';

const document = (id: string, promulgationDate: string, lists = false): SearchableDocument => ({
  id,
  title: id,
  number: null,
  type: null,
  authorities: [],
  promulgationDate,
  issueId: 'i',
  firstRow: null,
  order: 1,
  lists,
  names: `\n${id}\n`,
});

const order = (inForceFirst: boolean): string[] =>
  firstRanked(
    [
      [{ kind: 'document', identity: true, byOtherName: true, document: document('also called so', '2024-01-01') }],
      [{ kind: 'document', identity: false, document: document('list', '2024-09-09', true) }],
      [{ kind: 'document', identity: false, document: document('later, ended', '2024-05-05') }],
      [{ kind: 'document', identity: false, document: document('earlier', '2020-01-01') }],
      [{ kind: 'document', identity: true, document: document('asked for, ended', '2019-01-01') }],
    ],
    10,
    { sort: 'relevance', inForceFirst },
    (id) => (id.endsWith('ended') ? 'repealed' : 'in_force'),
  ).map(([first]) => (first.kind === 'document' ? first.document.id : ''));

it('puts the document asked for before one that is also called so, and in-force ones before ended ones where that is wanted', () => {
  expect(order(true)).toEqual(['asked for, ended', 'also called so', 'earlier', 'list', 'later, ended']);
  expect(order(false)).toEqual(['asked for, ended', 'also called so', 'later, ended', 'earlier', 'list']);
});
