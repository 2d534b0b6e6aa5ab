/** One step of 首页 › 文件 › 新政办发〔2024〕43号; the last one, the page itself, has no address. */
export interface Breadcrumb {
  label: string;
  href: string | null;
}

/** A feed or another form of the same page, for `<link rel="alternate">`. */
export interface Alternate {
  type: string;
  title: string;
  href: string;
}

/** What the layout needs of every page; a route renders `{ page: pageOf(…), …its own view model }`. */
export interface Page {
  /** Says where one is, before “ · 邸报”; null on the home page. */
  title: string | null;
  description: string | null;
  breadcrumbs: Breadcrumb[];
  /** Path of the page that search engines should know, null for none. */
  canonical: string | null;
  /** Pages made of a question, such as a search, stay out of search engines. */
  noindex: boolean;
  /** True where the page has a large search box of its own. */
  hideSearch: boolean;
  /** The chosen day when it is not today, carried into the next search. */
  on: string | null;
  alternates: Alternate[];
  /** What stands over each printed sheet after the first, null for nothing. */
  printHead: string | null;
  /** JSON-LD text, already safe inside `<script>`; null for none. */
  jsonLd: string | null;
}

/** The title of one page of a list: 文件, then 文件（第2页）. */
export const listTitle = (title: string, page: number): string => (page === 1 ? title : `${title}（第${page}页）`);

/** A page by its title and breadcrumbs; everything else has a plain default. */
export function pageOf(title: string | null, breadcrumbs: Breadcrumb[], more: Partial<Page> = {}): Page {
  return {
    title,
    description: null,
    breadcrumbs,
    canonical: null,
    noindex: false,
    hideSearch: false,
    on: null,
    alternates: [],
    printHead: null,
    jsonLd: null,
    ...more,
  };
}
