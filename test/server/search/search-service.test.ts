import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../ingest/model/validity.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import { createSearchService } from '../../../server/search/search-service.ts';
import { SearchUnavailable } from '../../../server/search/search-types.ts';
import type { SearchAnswer, SearchHit, SearchRequest } from '../../../server/search/search-types.ts';
import { engineDouble } from '../../helpers/engine-double.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';

const store = fixtureStore();
const service = createSearchService({ store, engine: engineDouble(store) });

const request = (q: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  ...plainRequest(q, '2024-12-31'),
  limit: 50,
  ...more,
});

const search = (q: string, more: Partial<SearchRequest> = {}): Promise<SearchAnswer> =>
  service.search(request(q, more));

/** 令239 第三条 as `239 第三条`; a document without an article as `239`. */
const nameOf = ({ documentNumber, title, articleLabel }: SearchHit): string =>
  [/(\d+)号/u.exec(documentNumber ?? '')?.[1] ?? title, articleLabel ?? ''].join(' ').trim();

const found = async (q: string, more: Partial<SearchRequest> = {}): Promise<string[]> =>
  (await search(q, more)).hits.map(nameOf);

describe('search', () => {
  it('finds a fragment in the article that has it, whatever the punctuation and line breaks', async () => {
    for (const q of ['重点评查、随机抽查', '重点评查随机\n抽查', '重點評查，隨機抽查', '点评查、随机抽']) {
      const { query, hits, total } = await search(q);
      expect([query.mode, total, hits.map(nameOf)]).toEqual(['exact', 1, ['239 第三条']]);
      const [hit] = hits;
      expect(hit?.highlights.map(({ start, end }) => hit.text.slice(start, end))).toEqual([
        q.startsWith('点') ? '点评查、随机抽' : '重点评查、随机抽查',
      ]);
      expect(hit?.articleUrl).toBe('/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239/articles/3');
      expect(hit?.chapterPath).toEqual(['第二章 评查程序']);
    }
  });

  it('finds a fragment over the border of two articles where it begins', async () => {
    expect(await found('应当公开。第四条 本办法'.replace(' ', ''))).toEqual(['239 第三条']);
  });

  it('finds several terms together, and those that the title has need not be repeated', async () => {
    expect(await found('随机抽查 全面评查')).toEqual(['239 第三条']);
    expect(await found('案卷评查办法 公开')).toEqual(['239 第三条']);
    expect((await search('随机抽查 勘查')).query.mode).toBe('nearest');
  });

  it('leaves out what has a negative term and joins alternatives', async () => {
    const passages = (await search('绿色勘查 -生态')).hits.filter((hit) => hit.kind === 'passage');
    for (const { text } of passages) expect(text).not.toContain('生态');
    expect(await found('绿色勘查 -通知')).not.toContain('43');
    const either = await found('随机抽查 OR 举报奖励制度');
    expect(either).toContain('239 第三条');
    expect(either).toContain('43');
  });

  it('takes quotation marks literally', async () => {
    expect(await found('"重点评查、随机抽查"')).toEqual(['239 第三条']);
    expect((await search('"重点评查。随机抽查"')).query.mode).toBe('nearest');
  });

  it.each([
    '新政办发〔2024〕43号',
    '新政办发[2024]43号',
    '新政办发２０２４年４３号',
    '新政办发2024 43',
    '2024年43号',
    '43号',
  ])('finds the document of %s first', async (q) => {
    const { query, hits } = await search(q);
    expect(query.mode).toBe('number');
    expect(hits[0]).toMatchObject({ kind: 'document', documentId: 'xinzhengbanfa-2024-43' });
  });

  it('finds an order by its short number', async () => {
    for (const q of [
      '239号令',
      '政府239号令',
      '第239号令',
      '自治区人民政府令第239号',
      '新疆维吾尔自治区人民政府令 第239号',
    ])
      expect((await search(q)).hits[0]?.documentId).toBe('xinjiangweiwuerzizhiqurenminzhengfuling-239');
  });

  it('finds an article of an order by its short number, and the document where it has no such article', async () => {
    expect(await found('239号令第三条')).toEqual(['239 第三条']);
    const { query, hits } = await search('新政办发〔2024〕43号第九十九条');
    expect([query.mode, hits[0]?.kind, hits[0]?.documentId]).toEqual(['article', 'document', 'xinzhengbanfa-2024-43']);
  });

  it('suggests the series of a number that is not there, and no other number or day', async () => {
    expect((await search('新政办发〔2024〕9999号')).suggestion).toBe('新政办发〔2024〕');
    expect((await search('1999年')).suggestion).toBeNull();
  });

  it('suggests what sounds like what was typed', async () => {
    expect((await search('xzzf')).suggestion).toContain('行政执法');
  });

  it('lists a series', async () => {
    const { query, hits } = await search('新政办发〔2024〕');
    expect([query.mode, hits[0]?.documentNumber]).toEqual(['series', '新政办发〔2024〕43号']);
  });

  it('finds a document that is only named in the register, with the passage that names it', async () => {
    const { query, hits } = await search('《新疆维吾尔自治区行政执法案卷管理规定》');
    expect(query.mode).toBe('title');
    expect(hits[0]).toMatchObject({ kind: 'register', issueId: null });
    expect(hits[0]?.articleUrl).toMatch(/^\/register\//u);
    expect(hits.map(nameOf)).toContain('239 第四条');
  });

  it('finds an article by its address', async () => {
    expect(await found('第三条')).toEqual(['239 第三条']);
    expect((await search('行政执法案卷评查办法第三条')).hits.map(nameOf)[0]).toBe('239 第三条');
    expect((await search('新疆维吾尔自治区行政执法案卷评查办法 第3条')).hits.map(nameOf)[0]).toBe('239 第三条');
  });

  it('keeps to the articles that have the paragraph asked for, if any has it', async () => {
    const [article] = store
      .prepare<[], { number: string; documentId: string }>(
        `SELECT substr(provision_id, 5, instr(provision_id, '/') - 5) AS number, document_id AS documentId
         FROM provisions WHERE provision_id LIKE 'art-%/para-2' LIMIT 1`,
      )
      .all();
    const { hits } = await search(`第${article?.number ?? ''}条第二款`);
    expect(hits.map((hit) => hit.documentId)).toContain(article?.documentId);
    for (const { documentId } of hits)
      expect(
        store
          .prepare('SELECT 1 FROM provisions WHERE document_id = ? AND provision_id = ?')
          .get(documentId, `art-${article?.number ?? ''}/para-2`),
      ).toBeDefined();
    expect(await found('第三条第九十款')).toEqual(await found('第三条'));
  });

  it('marks the paragraph that an address names', async () => {
    const marked = async (q: string) => {
      const [hit] = (await search(q)).hits;
      return hit?.highlights.map(({ start, end }) => hit.text.slice(start, end));
    };
    expect(await marked('第三条第二款')).toEqual(['评查结果应当公开。']);
    expect(await marked('行政执法案卷评查办法第三条第2款')).toEqual(['评查结果应当公开。']);
    expect(await marked('第三条第九十款')).toEqual([]);
  });

  it('finds a title first, whole, in brackets or in part', async () => {
    for (const q of ['关于加强绿色勘查工作的通知', '《关于加强绿色勘查工作的通知》', '加强绿色勘查'])
      expect((await search(q)).hits[0]).toMatchObject({ kind: 'document', documentId: 'xinzhengbanfa-2024-43' });
  });

  it('finds documents by a day', async () => {
    const { query, hits } = await search('2024年8月27日');
    expect([query.mode, hits[0]?.documentId]).toEqual(['date', 'xinjiangweiwuerzizhiqurenminzhengfuling-239']);
  });

  it('gives the nearest, labelled, when no text has all of it, and what to try instead', async () => {
    const { query, hits, suggestion } = await search('重点评查随即抽查');
    expect(query.mode).toBe('nearest');
    expect(hits.map(nameOf)[0]).toBe('239 第三条');
    expect(suggestion).toBe('重点评查随机抽查');
  });

  it('finds nothing for nothing', async () => {
    for (const q of ['', '，。', '-', '"'])
      expect(await search(q)).toMatchObject({ query: { mode: 'empty' }, total: 0 });
  });

  it('lists the documents that pass the filters when nothing is asked', async () => {
    const { hits, total } = await search('', { type: ['通知'] });
    expect([total, hits.map(nameOf)]).toEqual([1, ['43']]);
  });

  it('drops what the engine gives wrongly', async () => {
    const wrong = createSearchService({ store, engine: engineDouble(store, { wrong: true }) });
    expect((await wrong.search(request('重点评查、随机抽查'))).total).toBe(1);
  });

  it('counts facets over all that was found, each without its own filter', async () => {
    const all = await search('2024年', { limit: 1 });
    const count = (answer: SearchAnswer): number => answer.facets.issue.reduce((sum, value) => sum + value.count, 0);
    expect(count(all)).toBeGreaterThanOrEqual(all.total);
    const some = await search('2024年', { type: ['通知'] });
    expect(some.total).toBeLessThan(all.total);
    expect(some.facets.type).toEqual(all.facets.type.map((value) => ({ ...value, selected: value.value === '通知' })));
    expect(some.total).toBe(some.facets.status.reduce((sum, value) => sum + value.count, 0));
  });

  it('promises with each facet value just as many hits as choosing it gives', async () => {
    for (const q of ['案卷评查', '绿色勘查', '通知', '办法', '新政办发', '第三条']) {
      const { facets } = await search(q);
      const chosen: [Partial<SearchRequest>, number][] = [
        ...STATUSES.map((status): [Partial<SearchRequest>, number] => [
          { status: [status] },
          facets.status.find(({ value }) => value === status)?.count ?? 0,
        ]),
        ...facets.authority.map(({ value, count }): [Partial<SearchRequest>, number] => [
          { authority: [value] },
          count,
        ]),
        ...facets.year.map(({ value, count }): [Partial<SearchRequest>, number] => [{ year: [Number(value)] }, count]),
        ...facets.issue.map(({ value, count }): [Partial<SearchRequest>, number] => [{ issue: [value] }, count]),
      ];
      for (const [filter, count] of chosen)
        expect([q, filter, (await search(q, filter)).total]).toEqual([q, filter, count]);
    }
  });

  it('pages without gap or double', async () => {
    const all = await found('2024年');
    const pages = await Promise.all([0, 2, 4, 6, 8, 10].map((offset) => found('2024年', { offset, limit: 2 })));
    expect(pages.flat().slice(0, all.length)).toEqual(all.slice(0, 12));
  });

  it('looks in one document alone when asked', async () => {
    const answer = await search('2024年', { document: 'xinzhengbanfa-2024-43' });
    expect(new Set(answer.hits.map((hit) => hit.documentId))).toEqual(new Set(['xinzhengbanfa-2024-43']));
  });

  it('says that the engine is needed, and still answers what the record store knows by name', async () => {
    const down = createSearchService({ store, engine: engineDouble(store, { health: 'down' }) });
    await expect(down.search(request('随机抽查'))).rejects.toBeInstanceOf(SearchUnavailable);
    expect((await down.search(request('新政办发〔2024〕43号'))).hits[0]?.documentId).toBe('xinzhengbanfa-2024-43');
  });

  it('finds every fragment of every text in the piece where it begins, and nothing else', async () => {
    const rows = store
      .prepare<[], { id: number; kind: string; label: string | null; text: string }>(
        'SELECT id, kind, label, text FROM pieces',
      )
      .all();
    const strip = (text: string): string =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
    const printed = rows.map(({ id, kind, label, text }) => ({
      id,
      text: kind === 'article' ? `${label ?? ''}${text}` : text,
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(printed.length - 1),
        fc.nat(400),
        fc.integer({ min: 2, max: 12 }),
        async (at, from, length) => {
          const text = printed[at]?.text ?? '';
          const q = text.slice(from % text.length, (from % text.length) + length);
          fc.pre(strip(q).length > 1 && !/\s/u.test(q.trim()) && !/\d\D+\d/u.test(q));
          const right = printed.filter((piece) => strip(piece.text).includes(strip(q))).map((piece) => piece.id);
          const { hits } = await search(q, { limit: 1000 });
          const pieces = hits.flatMap((hit) => (hit.pieceId === null ? [] : [hit.pieceId]));
          const titles = new Set(rows.filter(({ kind }) => kind === 'title').map(({ id }) => id));
          for (const id of right) if (!titles.has(id)) expect(pieces).toContain(id);
          for (const hit of hits) {
            if (hit.pieceId === null) continue;
            const own = printed.find((piece) => piece.id === hit.pieceId)?.text ?? '';
            const next = printed.find((piece) => piece.id === (hit.pieceId ?? 0) + 1)?.text ?? '';
            expect(strip(own + next)).toContain(strip(q));
          }
        },
      ),
      { seed: 9, numRuns: 300 },
    );
  });

  it('answers whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (q) => {
        const { total, hits } = await search(q);
        expect(hits.length).toBeLessThanOrEqual(total);
      }),
      { seed: 10, numRuns: 200 },
    );
  });
});

describe('suggest', () => {
  const texts = (prefix: string): string[] => service.suggest(prefix, 8).map(({ text }) => text);

  it('completes characters, pinyin and initials', () => {
    expect(texts('行政执')).toContain('行政执法');
    expect(texts('xingzhengzhifa')).toContain('行政执法');
    expect(texts('xzzf')).toContain('行政执法');
    expect(texts('新政办发2024')).toContain('新政办发〔2024〕43号');
    expect(texts('加强绿色')).toContain('关于加强绿色勘查工作的通知');
  });

  it('has nothing for nothing and keeps to the limit', () => {
    expect(service.suggest('', 8)).toEqual([]);
    expect(service.suggest('，', 8)).toEqual([]);
    expect(service.suggest('新', 2).length).toBeLessThanOrEqual(2);
  });
});

describe('related', () => {
  it('gives passages of other documents only', async () => {
    const id = 'xinjiangweiwuerzizhiqurenminzhengfuling-239';
    for (const passage of await service.related(id, 'art-3', 5)) expect(passage.documentId).not.toBe(id);
    expect(await service.related(id, 'art-99', 5)).toEqual([]);
  });
});
