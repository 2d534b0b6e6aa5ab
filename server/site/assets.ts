import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import express from 'express';
import type { Express, Router } from 'express';

/** A file made at start from public/: its address carries a hash of its content, so it may be cached for ever. */
export interface Asset {
  url: string;
  type: string;
  body: string;
}

export interface Assets {
  stylesheet: Asset;
  script: Asset;
}

function asset(name: string, extension: 'css' | 'js', body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const type = extension === 'css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  return { url: `/assets/${name}.${hash}.${extension}`, type, body };
}

/**
 * Reads public/styles/*.css and public/scripts/*.js (in the order of their names, each script in its own block) and
 * returns the one stylesheet and the one script that every page loads: two requests, no build step.
 */
function loadAssets(publicDir: string): Assets {
  const styles = texts(path.join(publicDir, 'styles'), '.css');
  const scripts = texts(path.join(publicDir, 'scripts'), '.js').map((text) => `{\n${text}}\n`);
  return {
    stylesheet: asset('site', 'css', styles.join('\n')),
    script: asset('site', 'js', `'use strict';\n${scripts.join('')}`),
  };
}

/** The files of a folder with this ending, in the order of their names. */
function texts(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/** Serves the two made files for ever and the rest of public/ for a day, and tells the layout their addresses. */
export function serveAssets(app: Express, publicDir: string): Router {
  const assets = loadAssets(publicDir);
  Object.assign(app.locals, { assets });
  const router = express.Router();
  for (const { url, type, body } of [assets.stylesheet, assets.script]) {
    router.get(url, (_request, response) => {
      response.set('Cache-Control', 'public, max-age=31536000, immutable').type(type).send(body);
    });
  }
  // Sent from memory: its ETag is then that of its content, the same on every machine of a site.
  const favicon = readFileSync(path.join(publicDir, 'favicon.svg'), 'utf8');
  router.get('/favicon.svg', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').send(favicon);
  });
  return router;
}
