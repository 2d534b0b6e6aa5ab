// The program as Node runs it without a loader: esbuild makes plain modules of the TypeScript sources, beside the packages.
// A loader keeps a second JavaScript engine and the sources with their maps in memory as long as the site runs (65 MB), and
// takes half of the time of every start.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Older ones are kept for processes that still run: they load their rarer parts when these are asked for. */
const KEPT = 8;

/**
 * The compiled form of the program `entry` (a path below `root`), made anew when any file that went into it has another content.
 * @returns the file to import; null where it cannot be made or kept: no esbuild, a folder that cannot be written, a source with an error
 */
export async function compiledProgram(root, entry, cache = join(root, 'node_modules/.cache/dibao')) {
  return knownProgram(root, entry, cache) ?? (await compile(root, entry, cache).catch(() => null));
}

const listOf = (entry) => `${entry.replaceAll('/', '-')}.json`;

/** What was compiled last, when it is of the sources as they are now. */
function knownProgram(root, entry, cache) {
  try {
    const { inputs, folder, file } = JSON.parse(readFileSync(join(cache, listOf(entry)), 'utf8'));
    const compiled = join(cache, folder, file);
    return folder === keyOf(root, inputs) && statSync(compiled).isFile() ? compiled : null;
  } catch {
    return null;
  }
}

/** Names what comes out by what goes in: the place, the Node release, and the path and content of each file. */
function keyOf(root, inputs) {
  const hash = createHash('sha256').update(`${root}\0${process.version}\0`);
  for (const input of inputs)
    hash
      .update(`${input}\0`)
      .update(readFileSync(join(root, input)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

async function compile(root, entry, cache) {
  const esbuild = await import('esbuild');
  const made = join(cache, randomUUID());
  mkdirSync(made, { recursive: true });
  try {
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [entry],
      outdir: made,
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: `node${process.versions.node}`,
      sourcemap: 'linked',
      sourcesContent: false,
      metafile: true,
      logLevel: 'silent',
      plugins: [sourcesStayWhereTheyAre],
    });
    const inputs = Object.keys(metafile.inputs).sort();
    const folder = keyOf(root, inputs);
    const [output] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry);
    const file = output.split('/').at(-1);
    moveUnlessThere(made, join(cache, folder));
    statSync(join(cache, folder, file));
    const list = join(cache, `${randomUUID()}.json`);
    writeFileSync(list, JSON.stringify({ inputs, folder, file }));
    renameSync(list, join(cache, listOf(entry)));
    forgetOld(cache);
    return join(cache, folder, file);
  } finally {
    rmSync(made, { recursive: true, force: true });
    await esbuild.stop();
  }
}

/** Another process may have made the same, and be at work with it already. */
function moveUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  }
}

/** `import.meta.url` of a compiled module goes on to mean the source: data is found from there. */
const sourcesStayWhereTheyAre = {
  name: 'sources stay where they are',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(join(path, '..'))),
      loader: 'ts',
    }));
  },
};

function forgetOld(cache) {
  const folders = readdirSync(cache, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => ({ name, at: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of folders.slice(KEPT)) rmSync(join(cache, name), { recursive: true, force: true });
}
