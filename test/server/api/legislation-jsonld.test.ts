import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentJsonLd } from '../../../server/api/document-jsonld.ts';
import { scriptSafeJson } from '../../../server/api/legislation-jsonld.ts';
import { createApiRouter } from '../../../server/api/router.ts';
import { FIXTURE_ORDER as ORDER, fixtureStore } from '../../helpers/fixture-issue.ts';
import { fixtureServices } from '../../helpers/fixture-services.ts';
import { listen } from '../../helpers/http.ts';
import type { Listening } from '../../helpers/http.ts';

const ORIGIN = 'https://gazette.example';

function jsonLd(id: string, on: string): unknown {
  return JSON.parse(documentJsonLd(fixtureStore(), id, on, ORIGIN) ?? 'null');
}

describe('documentJsonLd', () => {
  it('describes a document in force as Legislation with its ELI dates', () => {
    expect(jsonLd(ORDER, '2025-01-01')).toMatchObject({
      '@type': ['Legislation', 'eli:LegalResource'],
      '@id': `${ORIGIN}/documents/${ORDER}`,
      name: '新疆维吾尔自治区行政执法案卷评查办法',
      legislationIdentifier: '新疆维吾尔自治区人民政府令第239号',
      legislationDate: '2024-08-23',
      datePublished: '2024-09-15',
      legislationLegalForce: 'https://schema.org/InForce',
      'eli:first_date_entry_in_force': '2024-10-15',
      'eli:in_force': 'eli:InForce-inForce',
      temporalCoverage: '2024-10-15/..',
    });
  });

  it('names what it repeals and what it is based on by address', () => {
    const repealed: unknown = expect.arrayContaining([expect.stringContaining(`${ORIGIN}/register/`)]);
    expect(jsonLd(ORDER, '2025-01-01')).toMatchObject({ 'eli:repeals': repealed, 'eli:based_on': repealed });
  });

  it('follows the day: pending before, no longer in force after its last day', () => {
    expect(jsonLd(ORDER, '2024-10-14')).toMatchObject({ legislationLegalForce: 'https://schema.org/NotInForce' });
    expect(jsonLd('xinzhengbanfa-2024-43', '2029-09-03')).toMatchObject({
      'eli:in_force': 'eli:InForce-notInForce',
      'eli:date_no_longer_in_force': '2029-09-02',
    });
  });

  it('leaves out what is not known', () => {
    expect(jsonLd(ORDER, '2025-01-01')).not.toHaveProperty('eli:date_no_longer_in_force');
  });
});

describe('scriptSafeJson', () => {
  it('lets no text end the element it stands in', () => {
    const text = scriptSafeJson({ name: '</script><script>alert(1)</script>' });
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script>' });
  });
});

describe('GET /documents/:id.jsonld', () => {
  let site: Listening;
  beforeAll(async () => {
    site = await listen(express().use(createApiRouter(fixtureServices())));
  });
  afterAll(() => site.close());

  it('gives the same as JSON-LD', async () => {
    const response = await fetch(`${site.url}/documents/${ORDER}.jsonld`);
    expect(response.headers.get('content-type')).toContain('application/ld+json');
    expect(await response.json()).toMatchObject({ '@id': `${site.url}/documents/${ORDER}` });
  });

  it('is a 404 for a document that is not held', async () => {
    expect((await fetch(`${site.url}/documents/nothing.jsonld`)).status).toBe(404);
  });
});
