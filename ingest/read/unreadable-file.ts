/** A file that cannot be read, with the reason in one line for a person: missing, empty, binary, encrypted, scanned. */
export class UnreadableFile extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.name = 'UnreadableFile';
    this.path = path;
    this.reason = reason;
  }
}
