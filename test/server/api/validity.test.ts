import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE_NOTICE as NOTICE, FIXTURE_ORDER as ORDER } from '../../helpers/fixture-issue.ts';
import { fixtureServices, FIXTURE_TODAY } from '../../helpers/fixture-services.ts';
import { serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

let api: ServedApi;

beforeAll(async () => {
  api = await serveApi(fixtureServices());
});

afterAll(() => api.close());

describe('GET /api/v1/validity', () => {
  const REPEALED = '新疆维吾尔自治区行政执法案卷管理规定';

  it('answers for a document that is only named, with the clause that ended it', async () => {
    const { body } = await api.client.get('/api/v1/validity', `/api/v1/validity?ref=《${REPEALED}》&on=2024-10-15`);
    expect(body).toMatchObject({
      ref: `《${REPEALED}》`,
      on: '2024-10-15',
      matches: [
        {
          title: REPEALED,
          held: false,
          status: 'repealed',
          since: '2024-10-15',
          decidedBy: {
            type: 'repealed',
            documentId: ORDER,
            effectiveDate: '2024-10-15',
            quote: `2010年5月1日公布的《${REPEALED}》同时废止。`,
            url: `/documents/${ORDER}#art-4`,
          },
          replacedBy: { documentId: ORDER },
        },
      ],
    });
  });

  it('says unknown, not in force, for the day before', async () => {
    const { body } = await api.client.get('/api/v1/validity', `/api/v1/validity?ref=${REPEALED}&on=2024-10-14`);
    expect(body).toMatchObject({ matches: [{ status: 'unknown', decidedBy: null }] });
  });

  it('reads a number in any spelling and takes today when no day is given', async () => {
    const { body } = await api.client.get('/api/v1/validity', '/api/v1/validity?ref=新政办发[2024]43号');
    expect(body).toMatchObject({
      on: FIXTURE_TODAY,
      matches: [{ documentId: NOTICE, held: true, status: 'in_force', until: '2029-09-02' }],
    });
  });

  it('is a 404 not_known for what the archive does not know', async () => {
    const { status, body } = await api.client.get('/api/v1/validity', '/api/v1/validity?ref=国发〔1999〕1号');
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { code: 'not_known' } });
  });

  it('needs a reference', async () => {
    const { status } = await api.client.get('/api/v1/validity', '/api/v1/validity');
    expect(status).toBe(400);
  });
});

describe('POST /api/v1/validity/check', () => {
  const PATH = '/api/v1/validity/check';

  it('answers for each document that the text cites, in order, with its place', async () => {
    const text = '依据《关于加强绿色勘查工作的通知》（新政办发〔2024〕43号）和国发〔1999〕1号执行。';
    const { body, headers } = await api.client.post(PATH, { text, on: '2029-09-03' });
    expect(body).toMatchObject({
      on: '2029-09-03',
      citations: [
        { start: 2, matches: [{ documentId: NOTICE, status: 'expired', until: null }], note: null },
        { raw: '国发〔1999〕1号', matches: [] },
      ],
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('takes a text of a megabyte and refuses a longer one', async () => {
    const fits = await api.client.post(PATH, { text: '新'.repeat(1_048_576) });
    expect(fits.status).toBe(200);
    const { status, body } = await api.client.post(PATH, { text: '新'.repeat(1_048_577) });
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: { code: 'text_too_long' } });
  });

  it.each([{}, { text: 1 }, { text: 'x', on: '2024-13-01' }])('refuses the body %j', async (wrong) => {
    const { status, body } = await api.client.post(PATH, wrong);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalid_parameter' } });
  });

  it('refuses broken JSON and a body of another kind', async () => {
    const send = async (type: string, body: string): Promise<number> =>
      (await fetch(api.url + PATH, { method: 'POST', headers: { 'content-type': type }, body })).status;
    expect(await send('application/json', '{"text":')).toBe(400);
    expect(await send('text/plain', 'x')).toBe(415);
  });
});
