/** The package's own types import each other without extensions, which this project's module resolution does not follow. */
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: 't'; to: 'cn' }): (text: string) => string;
}
