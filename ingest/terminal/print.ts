/** Writes to standard output and waits until it is taken: a pipe takes a large answer in parts. */
export function print(chunk: string | Uint8Array): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(chunk, (error) => {
      if (error) failed(error);
      else done();
    });
  });
}
