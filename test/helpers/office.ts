import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OFFICE = '/usr/bin/soffice';

/** CSV filter of LibreOffice: comma, quote, UTF-8, cells as they are shown. */
const CSV_OUT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/**
 * Opens a file in LibreOffice without a window and gives each sheet back as CSV text, as a person would see its cells.
 *
 * @param name with the extension that tells LibreOffice what it is: `catalogue.xlsx`.
 * @throws when LibreOffice Calc is missing, with the command that installs it.
 */
export async function openInOffice(name: string, content: Uint8Array | string): Promise<Record<string, string>> {
  if (!existsSync(OFFICE)) {
    throw new Error(
      'LibreOffice Calc is needed for this test: apt-get install -y --no-install-recommends libreoffice-calc',
    );
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'dibao-office-'));
  try {
    await writeFile(path.join(folder, name), content);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const input = name.endsWith('.csv') ? ['--infilter=Text - txt - csv (StarCalc):44,34,76,1'] : [];
    await run(
      OFFICE,
      [profile, '--headless', ...input, '--convert-to', CSV_OUT, '--outdir', `${folder}/out`, path.join(folder, name)],
      {
        timeout: 90_000,
      },
    );
    return await sheetsIn(`${folder}/out`, path.parse(name).name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** LibreOffice writes one file a sheet: catalogue-检索结果.csv. */
async function sheetsIn(folder: string, stem: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const entries = names.map(async (name): Promise<[string, string]> => {
    const sheet = path.parse(name).name.slice(stem.length + 1);
    return [sheet, await readFile(path.join(folder, name), 'utf8')];
  });
  return Object.fromEntries(await Promise.all(entries));
}
