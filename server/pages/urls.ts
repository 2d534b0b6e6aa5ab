/** Addresses of the site. A query part is given as pairs; empty values are left out. */
export type Query = Readonly<Record<string, string | number | null | undefined | readonly (string | number)[]>>;

/**
 * `/search` and { q: '举报', year: [2024] } → `/search?q=%E4%B8%BE…&year=2024`. What the address asks already stays, and so does
 * its anchor: `/documents/x?q=a#art-8` and { on: '2024-10-15' } → `/documents/x?q=a&on=2024-10-15#art-8`.
 */
export function withQuery(address: string, query: Query): string {
  const [, path = '', asked, anchor = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/su.exec(address) ?? [];
  const search = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const entry of values) {
      if (entry !== null && entry !== undefined && entry !== '') search.append(name, String(entry));
    }
  }
  const text = search.toString();
  return `${path}${text === '' ? '' : `?${text}`}${anchor}`;
}

/** A document, or one provision of it by its anchor. */
export function documentUrl(documentId: string, provisionId: string | null = null): string {
  return `/documents/${encodeURIComponent(documentId)}${provisionId === null ? '' : `#${provisionId}`}`;
}

/** The page of one article: `art-8` → `/documents/…/articles/8`; null for any other provision. */
export function articleUrl(documentId: string, provisionId: string): string | null {
  const number = /^art-(\d+(?:-\d+)*)$/u.exec(provisionId)?.[1];
  return number === undefined ? null : `/documents/${encodeURIComponent(documentId)}/articles/${number}`;
}

/** The evidence view of a long file shows whole steps of so many lines at a time (source-blocks.ts). */
export const SOURCE_STEP = 500;

/** The evidence view at a line of the file: `…/source#L57`, further on `…/source?from=1501#L1657`, whichever lines are shown together. */
function atLine(path: string, line: number): string {
  const from = line - ((line - 1) % SOURCE_STEP);
  return `${withQuery(path, { from: from === 1 ? null : from })}#L${line}`;
}

/** The source passage of a held document, at a line of its file where one is given. */
export function sourceLineUrl(documentId: string, line: number | null = null): string {
  const path = `${documentUrl(documentId)}/source`;
  return line === null ? path : atLine(path, line);
}

/** The whole source file of an issue, at a line where one is given. */
export function issueSourceUrl(issueId: string, line: number | null = null): string {
  const path = `${issueUrl(issueId)}/source`;
  return line === null ? path : atLine(path, line);
}

/** What is known of a document by its id: its text when held, else its register entry. */
export function knownDocumentUrl(id: string, held: boolean): string {
  return held ? documentUrl(id) : registerUrl(id);
}

/** The register entry of a known document, held or not. */
export const registerUrl = (id: string): string => `/register/${encodeURIComponent(id)}`;

export const issueUrl = (issueId: string): string => `/issues/${encodeURIComponent(issueId)}`;

export const catalogueUrl = (year: number, quarter: number): string => `/catalogues/${year}/${quarter}`;
