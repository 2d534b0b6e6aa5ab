import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import type { SearchService } from '../../../server/search/search-types.ts';
import { fixtureServices, searchDouble } from '../../helpers/fixture-services.ts';
import { listen, type Listening } from '../../helpers/http.ts';

let site: Listening;

beforeAll(async () => {
  site = await listen(createApp(fixtureServices()));
});
afterAll(() => site.close());

describe('GET /metrics', () => {
  it('counts requests by route, not by address, and tells what the archive holds', async () => {
    for (const path of ['/healthz', '/documents/one', '/documents/two', '/nowhere'])
      await (await fetch(site.url + path)).text();
    const response = await fetch(`${site.url}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await response.text();
    expect(text).toMatch(
      /dibao_http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1\n/,
    );
    expect(text).toContain('dibao_archive_size{kind="documents"} ');
    expect(text).toContain('dibao_search_up 1\n');
    expect(text).toContain('process_resident_memory_bytes ');
    expect(text).not.toMatch(/documents\/one|nowhere/);
  });

  it('tells of a cluster whose one server is away, and counts the answers that lack it', async () => {
    const whole = searchDouble();
    const partial: SearchService = {
      ...whole,
      search: async (request) => ({ ...(await whole.search(request)), unanswered: request.q === 'a' ? 1 : 0 }),
    };
    const cluster = await listen(
      createApp(fixtureServices({ search: partial, searchNodes: () => ({ all: 3, answering: 2 }) })),
    );
    for (const path of ['/search?q=a', '/api/v1/search?q=a', '/search?q=b'])
      await (await fetch(cluster.url + path)).text();
    const metrics = await (await fetch(`${cluster.url}/metrics`)).text();
    const health: unknown = await (await fetch(`${cluster.url}/healthz`)).json();
    await cluster.close();
    expect(metrics).toContain('dibao_search_servers{state="answering"} 2\n');
    expect(metrics).toContain('dibao_search_servers{state="away"} 1\n');
    expect(metrics).toContain('dibao_search_incomplete_total 2\n');
    expect(health).toMatchObject({ status: 'ok', search: 'ok', searchServers: { all: 3, answering: 2 } });
  });

  it('is not there for readers behind the proxy', async () => {
    const response = await fetch(`${site.url}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    expect(response.status).toBe(404);
  });
});
