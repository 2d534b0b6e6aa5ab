import { Feed } from 'feed';
import type { IsoDate } from '../../ingest/model/span.ts';
import { dayStart } from '../site/day-start.ts';
import { withoutControls } from '../site/control-characters.ts';

/** One thing that a reader of a feed is told of. */
export interface AtomEntry {
  /** Absolute address; also the entry's id. */
  url: string;
  title: string;
  day: IsoDate;
  summary: string;
  categories: string[];
}

export interface AtomChannel {
  title: string;
  description: string;
  /** Absolute address of the page that shows the same. */
  pageUrl: string;
  /** Absolute address of the feed. */
  feedUrl: string;
}

/** The day that an empty feed bears: the same archive always gives the same feed, so it has no clock. */
const NO_DAY = '1970-01-01';

/** Writes an Atom 1.0 feed. Its `updated` is the newest entry's day. */
export function atomFeed(channel: AtomChannel, entries: readonly AtomEntry[]): string {
  const newest = entries.reduce((day, entry) => (entry.day > day ? entry.day : day), NO_DAY);
  const feed = new Feed({
    id: channel.feedUrl,
    title: withoutControls(channel.title),
    description: withoutControls(channel.description),
    link: channel.pageUrl,
    feedLinks: { atom: channel.feedUrl },
    language: 'zh-CN',
    updated: dayStart(newest),
    generator: false,
    author: { name: '邸报 Dibao' },
    copyright: '政府公报原文',
  });
  for (const entry of entries) {
    feed.addItem({
      id: entry.url,
      link: entry.url,
      title: withoutControls(entry.title),
      description: withoutControls(entry.summary),
      date: dayStart(entry.day),
      published: dayStart(entry.day),
      category: entry.categories.map((name) => ({ name: withoutControls(name), term: withoutControls(name) })),
    });
  }
  return feed.atom1();
}
