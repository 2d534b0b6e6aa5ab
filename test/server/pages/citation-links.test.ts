import { describe, expect, test } from 'vitest';
import { provisionsOfDocument } from '../../../ingest/store/queries/document-text.ts';
import type { ProvisionRow } from '../../../ingest/store/queries/document-text.ts';
import { relationsFrom } from '../../../ingest/store/queries/relations.ts';
import { citationLinks } from '../../../server/pages/citation-links.ts';
import { createStatuses } from '../../../server/site/statuses.ts';
import { FIXTURE_ORDER as ORDER, fixtureStore } from '../../helpers/fixture-issue.ts';

const CITED = '《新疆维吾尔自治区行政执法案卷管理规定》';
const store = fixtureStore();
const links = citationLinks(relationsFrom(store, ORDER), createStatuses(store, '2024-10-15'), '2024-10-15');

function citingProvision(): ProvisionRow {
  const row = provisionsOfDocument(store, ORDER).find(({ body }) => body.includes(CITED));
  if (!row) throw new Error('no provision cites it');
  return row;
}

describe('citationLinks', () => {
  test('a citation in a body leads to its register entry on the chosen day, and says its status', () => {
    const row = citingProvision();
    const [link] = links(row, 'body');
    expect(row.body.slice(link?.start, link?.end)).toBe(CITED);
    expect(link?.href).toMatch(/^\/register\/.+\?on=2024-10-15$/u);
    expect(link?.preview).toContain('已废止');
    expect(links(row, 'heading')).toEqual([]);
  });

  test('an item of a repeal list that is read as a heading keeps its link', () => {
    const heading = `七、${CITED}（2010年5月1日公布）`;
    const row = { ...citingProvision(), heading, body: '', runs: '[]' };
    const [link] = links(row, 'heading');
    expect(heading.slice(link?.start, link?.end)).toBe(CITED);
    expect(links(row, 'body')).toEqual([]);
  });

  test('a heading that says the same as a body is no link twice', () => {
    const row = { ...citingProvision(), heading: `废止${CITED}` };
    expect(links(row, 'body')).toHaveLength(1);
    expect(links(row, 'heading')).toEqual([]);
  });
});
