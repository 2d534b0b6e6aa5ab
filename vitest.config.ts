import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vitest/config';

/** `x.ts?constants` gives the constants of a module too that it keeps to itself: test/patterns.test.ts tries what is written above them. */
const showConstants: Plugin = {
  name: 'show-constants',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('?constants')) return null;
    const names = Array.from(code.matchAll(/^(?:export )?const (\w+) =/gmu), ([, name]) => name);
    return `${code}\nexport { ${names.map((name) => `${name} as $${name}`).join(', ')} };\n`;
  },
};

export default defineConfig({
  plugins: [showConstants],
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] },
      },
      {
        // After the others, one file at a time, on one site and one Chromium: timings stay what they are.
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
