/** The package's own types import each other without extensions, which this project's module resolution does not follow. */
declare module 'opencc-js/cn2t' {
  export function Converter(options: { from: 'cn'; to: 't' | 'twp' }): (text: string) => string;
}
