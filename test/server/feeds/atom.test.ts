import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../../server/feeds/atom.ts';
import type { AtomEntry } from '../../../server/feeds/atom.ts';

const channel = {
  title: '邸报 · 废止',
  description: '被废止的文件',
  pageUrl: 'http://127.0.0.1:3000/repeals',
  feedUrl: 'http://127.0.0.1:3000/feeds/repeals.atom',
};

const entry: AtomEntry = {
  url: 'http://127.0.0.1:3000/register/xinzhengbanfa-2010-23?a=1&b=2',
  title: '新政办发〔2010〕23号 <废止>',
  day: '2024-08-09',
  summary: '《…应急预案》(新政办发〔2010〕23号)同时废止\u0001',
  categories: ['废止'],
};

describe('atomFeed', () => {
  it('gives each entry its address, day and summary, escaped', () => {
    const feed = load(atomFeed(channel, [entry]), { xml: true });
    expect(feed('feed > title').text()).toBe('邸报 · 废止');
    expect(feed('feed > link[rel="self"]').attr('href')).toBe(channel.feedUrl);
    expect(feed('entry > id').text()).toBe(entry.url);
    expect(feed('entry > title').text()).toBe(entry.title);
    expect(feed('entry > updated').text()).toBe('2024-08-09T00:00:00.000Z');
    expect(feed('entry > summary').text()).toBe('《…应急预案》(新政办发〔2010〕23号)同时废止');
    expect(feed('entry > category').attr('term')).toBe('废止');
  });

  it('bears the day of its newest entry, so that the same archive gives the same bytes', () => {
    const older = { ...entry, url: `${entry.url}&c`, day: '2023-01-01' };
    const feed = load(atomFeed(channel, [older, entry]), { xml: true });
    expect(feed('feed > updated').text()).toBe('2024-08-09T00:00:00.000Z');
    expect(atomFeed(channel, [entry])).toBe(atomFeed(channel, [entry]));
  });

  it('is a feed also without entries', () => {
    expect(load(atomFeed(channel, []), { xml: true })('feed > id').text()).toBe(channel.feedUrl);
  });
});
