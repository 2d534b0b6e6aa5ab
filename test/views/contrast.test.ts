import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Named colours of the light and the dark scheme, from the one place that names them. */
const css = readFileSync('public/styles/00-values.css', 'utf8');
const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');

function colours(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/gu)].map(([, name = '', value = '']): [string, string] => [name, value]));
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('colours of the %s scheme', (_scheme, named) => {
  const value = (name: string): string => named.get(name) ?? '';
  const statuses = ['in-force', 'presumed', 'partly', 'pending', 'superseded', 'expired', 'ended', 'unknown'];

  test.each(['ink', 'ink-soft', 'link', 'brand', ...statuses])('%s reads on paper and ground', (name) => {
    expect(contrast(value(name), value('paper'))).toBeGreaterThanOrEqual(name === 'ink' ? 7 : 5);
    expect(contrast(value(name), value('ground'))).toBeGreaterThanOrEqual(4.5);
  });

  test('a mark reads, and its edge is seen', () => {
    expect(contrast(value('mark-ink'), value('mark'))).toBeGreaterThanOrEqual(7);
    expect(contrast(value('mark-ink'), value('mark-current'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(value('rule-strong'), value('paper'))).toBeGreaterThanOrEqual(3);
    expect(contrast(value('focus'), value('paper'))).toBeGreaterThanOrEqual(3);
  });
});
