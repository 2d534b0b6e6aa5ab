import { describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { withSearchBudget } from '../../../server/hardening/search-budget.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import type { SearchService } from '../../../server/search/search-types.ts';
import { fixtureServices, searchDouble } from '../../helpers/fixture-services.ts';
import { listen } from '../../helpers/http.ts';

const hanging: SearchService = { ...searchDouble(), search: () => new Promise(() => undefined) };

describe('withSearchBudget', () => {
  it('turns an engine that hangs into the page that says so', async () => {
    const site = await listen(createApp(fixtureServices({ search: withSearchBudget(hanging, 100) })));
    try {
      const response = await fetch(`${site.url}/search?q=举报奖励`);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('检索');
      expect((await fetch(`${site.url}/api/v1/search?q=举报奖励`)).status).toBe(503);
    } finally {
      await site.close();
    }
  });

  it('leaves a search in time alone', async () => {
    const search = withSearchBudget(searchDouble(), 1000);
    expect((await search.search(plainRequest('举报', '2026-01-01'))).total).toBe(1);
  });
});
