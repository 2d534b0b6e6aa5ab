import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articleName,
  formatProvisionId,
  parseProvisionId,
  provisionLabel,
} from '../../../ingest/structure/provision-id.ts';
import type { ProvisionStep, StepKind } from '../../../ingest/structure/provision-id.ts';

const KINDS: StepKind[] = [
  'part',
  'subpart',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
  'subitem',
  'heading',
  'box',
  'table',
  'list',
  'annex',
  'notice',
];
const step: fc.Arbitrary<ProvisionStep> = fc.record({
  kind: fc.constantFrom(...KINDS),
  number: fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 4 }),
  copy: fc.integer({ min: 1, max: 40 }),
});

describe('provision ids', () => {
  it('make the round trip', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        expect(parseProvisionId(formatProvisionId(steps))).toEqual(steps);
      }),
      { seed: 11 },
    );
  });

  it.each([
    ['art-8', '第八条'],
    ['art-120-1', '第一百二十条之一'],
    ['art-8/para-2/item-3', '第八条第二款第（三）项'],
    ['art-4/item-3/sub-1', '第四条第（三）项第1目'],
    ['annex-2/art-1', '附件2第一条'],
    ['chp-2/sec-1', '第二章第一节'],
    ['art-8~2', '第八条'],
  ])('%s is cited as %s', (id, label) => {
    expect(provisionLabel(id)).toBe(label);
  });

  it.each([
    [[8], '第八条'],
    [[120, 1], '第一百二十条之一'],
    [[99_999_999], '第九千九百九十九万九千九百九十九条'],
    [[999_999_999], '第999999999条'],
  ])('article %j is called %s', (number, name) => {
    expect(articleName(number)).toBe(name);
  });

  it.each(['', 'art-', '8', 'art-08', 'art-8/', 'foo-1', 'art-8~1'])('"%s" is no id', (id) => {
    expect(parseProvisionId(id)).toBeNull();
  });
});
