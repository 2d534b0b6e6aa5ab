import type { Span } from './span.ts';
import type { WarningCode } from './warning-codes.ts';

/** Something that a person should look at. Data, never an exception. `line` is 1-based. */
export interface Warning {
  code: WarningCode;
  message: string;
  line: number | null;
  span: Span | null;
}
