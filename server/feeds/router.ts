import express from 'express';
import type { Request, Response, Router } from 'express';
import { plainErrors } from '../site/plain-errors.ts';
import type { Services } from '../services.ts';
import { siteOrigin } from '../site/site-origin.ts';
import { documentEntries } from './document-entries.ts';
import { atomFeed } from './atom.ts';
import type { AtomChannel, AtomEntry } from './atom.ts';
import { expiryCalendar } from './expiry-calendar.ts';
import { expiryEvents } from './expiry-events.ts';
import { repealEntries } from './repeal-entries.ts';
import { searchEntries } from './search-entries.ts';
import { SITEMAP_LIMIT, robotsTxt, sitemapIndexXml, sitemapXml } from './sitemap.ts';
import { sitemapEntries, sitemapLength } from './sitemap-entries.ts';

const CACHE = 'public, max-age=300';

/** Feeds for people (Atom, iCalendar) and for search engines (sitemap, robots.txt). */
export function createFeedRouter(services: Services): Router {
  const router = express.Router();
  router.get('/feeds/documents.atom', (request, response) => {
    const channel = channelOf(request, '新收录的文件', '政府公报刊登的文件，新的在前', '/documents');
    sendAtom(response, channel, documentEntries(services.store, siteOrigin(request)));
  });
  router.get('/feeds/repeals.atom', (request, response) => {
    const channel = channelOf(request, '废止和失效', '被废止、宣布失效或者修订的文件，附作出决定的原文', '/repeals');
    sendAtom(response, channel, repealEntries(services.store, siteOrigin(request)));
  });
  router.get('/feeds/expiring.ics', (request, response) => {
    const events = expiryEvents(services.store, services.today(), siteOrigin(request));
    response.set('Cache-Control', CACHE).type('text/calendar').send(expiryCalendar(events));
  });
  router.get('/feeds/search.atom', async (request, response) => {
    const { title, entries } = await searchEntries(request, services);
    const page = request.originalUrl.replace('/feeds/search.atom', '/search');
    sendAtom(response, channelOf(request, title, '这次检索的结果，新的在前', page), entries);
  });
  router.get('/sitemap.xml', (request, response) => {
    const origin = siteOrigin(request);
    const files = Math.ceil(sitemapLength(services.store) / SITEMAP_LIMIT);
    const xml =
      files > 1
        ? sitemapIndexXml(files, origin)
        : sitemapXml(sitemapEntries(services.store, { offset: 0, limit: SITEMAP_LIMIT }), origin);
    sendXml(response, xml);
  });
  router.get('/sitemap-:number.xml', (request, response, next) => {
    const offset = (Number(request.params.number) - 1) * SITEMAP_LIMIT;
    const isFile = Number.isSafeInteger(offset) && offset >= 0;
    const entries = isFile ? sitemapEntries(services.store, { offset, limit: SITEMAP_LIMIT }) : [];
    if (entries.length === 0) next();
    else sendXml(response, sitemapXml(entries, siteOrigin(request)));
  });
  router.get('/robots.txt', (request, response) => {
    response
      .type('text/plain')
      .set('Cache-Control', CACHE)
      .send(robotsTxt(siteOrigin(request)));
  });
  router.use(plainErrors(services));
  return router;
}

function channelOf(request: Request, title: string, description: string, pagePath: string): AtomChannel {
  const origin = siteOrigin(request);
  return { title: `邸报 · ${title}`, description, pageUrl: origin + pagePath, feedUrl: origin + request.originalUrl };
}

function sendAtom(response: Response, channel: AtomChannel, entries: readonly AtomEntry[]): void {
  response.set('Cache-Control', CACHE).type('application/atom+xml').send(atomFeed(channel, entries));
}

function sendXml(response: Response, xml: string): void {
  response.set('Cache-Control', CACHE).type('application/xml').send(xml);
}
