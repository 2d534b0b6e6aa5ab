/** Thrown by a route for an address that names nothing in the archive; the 404 page says `what` and offers the way on. */
export class NotFound extends Error {
  /** What was looked for, in words: 文件 xinzhengbanfa-2099-1. */
  readonly what: string;
  /** A search that may find it: 新政办发〔2099〕1号. */
  readonly searchFor: string | null;

  constructor(what: string, searchFor: string | null = null) {
    super(`not found: ${what}`);
    this.name = 'NotFound';
    this.what = what;
    this.searchFor = searchFor;
  }
}
