import type { Provision } from '../../ingest/model/provision.ts';
import type { Extracted, LineRange, Span } from '../../ingest/model/span.ts';
import { mapSlice } from '../../ingest/text/mapped-text.ts';

/** The rule that every made-up fact names. */
export const RULE = 'fixture';

/** Builds spans by looking passages up, so that the fixture's text can be edited without counting characters. */
export class Locator {
  readonly text: string;
  readonly edit: (text: string) => string;
  constructor(text: string, edit: (text: string) => string) {
    this.text = text;
    this.edit = edit;
  }

  span(original: string, after = 0): Span {
    const passage = this.text.includes(original, after) ? original : this.edit(original);
    const start = this.text.indexOf(passage, after);
    if (start === -1) throw new Error(`the fixture has no passage ${passage}`);
    return { start, end: start + passage.length };
  }

  between(first: string, last: string, after = 0): Span {
    const { start } = this.span(first, after);
    return { start, end: this.span(last, start).end };
  }

  line(offset: number): number {
    return this.text.slice(0, offset).split('\n').length;
  }

  lines(span: Span): LineRange {
    return { start: this.line(span.start), end: this.line(span.end - 1) };
  }

  fact<T>(value: T, passage: string, after = 0): Extracted<T> {
    const span = this.span(passage, after);
    return { value, raw: this.text.slice(span.start, span.end), span, rule: RULE, certainty: 'stated' };
  }

  provision(
    kind: Provision['kind'],
    id: string,
    number: number[] | null,
    passage: string,
    more: Partial<Provision> = {},
    after = this.text.indexOf('主席 艾尔肯'),
  ): Provision {
    const whole = this.span(passage, after);
    const label = more.label ?? null;
    const heading = more.heading ?? null;
    const bodyStart = heading !== null ? whole.end : label === null ? whole.start : whole.start + label.length + 1;
    const children = more.children ?? [];
    const span = { start: whole.start, end: Math.max(whole.end, ...children.map((child) => child.span.end)) };
    return {
      id,
      kind,
      label,
      number,
      heading,
      body: mapSlice(this.text, bodyStart, whole.end),
      span,
      lines: this.lines(span),
      children,
    };
  }
}
