import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../server/config.ts';

describe('MEILI_URL and MEILI_KEY', () => {
  it('name one server, or several apart by commas, with one key for all or one for each', () => {
    expect(loadConfig({})).toMatchObject({ meiliUrls: [], meiliKeys: [] });
    const several = { MEILI_URL: 'http://a:7700/, http://b:7700', MEILI_KEY: 'one, two' };
    expect(loadConfig(several)).toMatchObject({
      meiliUrls: ['http://a:7700', 'http://b:7700'],
      meiliKeys: ['one', 'two'],
    });
    expect(loadConfig({ ...several, MEILI_KEY: 'one' }).meiliKeys).toEqual(['one']);
  });

  it.each([
    [{ MEILI_URL: 'localhost:7700' }, 'MEILI_URL=localhost:7700: an address such as http://127.0.0.1:7700'],
    [{ MEILI_URL: 'search-server' }, 'MEILI_URL=search-server: an address such as http://127.0.0.1:7700'],
    [{ MEILI_URL: 'http://a:7700,ftp://b' }, 'MEILI_URL='],
    [{ MEILI_URL: 'http://a:7700,http://a:7700/' }, 'MEILI_URL names a server twice'],
    [{ MEILI_KEY: 'one' }, 'MEILI_KEY is set without MEILI_URL'],
    [{ MEILI_URL: 'http://a,http://b,http://c', MEILI_KEY: 'one,two' }, 'MEILI_KEY has 2 keys for 3 servers'],
  ])('are refused in one line: %o', (env, message) => {
    expect(() => loadConfig(env)).toThrow(message);
  });

  it('take no key inside an address, and do not repeat it', () => {
    const wrong = (): unknown => loadConfig({ MEILI_URL: 'http://user:secret@a:7700,http://:hidden@b:7700' });
    expect(wrong).toThrow('without a key in them');
    expect(wrong).not.toThrow(/secret|hidden/u);
  });
});
