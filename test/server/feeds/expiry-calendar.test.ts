import { describe, expect, it } from 'vitest';
import { expiryCalendar } from '../../../server/feeds/expiry-calendar.ts';

const event = {
  registerId: 'xinzhengbanfa-2024-35',
  title: '某规则',
  documentNumber: '新政办发〔2024〕35号',
  lastDay: '2026-06-30',
  certainty: 'computed' as const,
  quote: '本规则自2024年7月1日起实施，有效期2年。',
  promulgationDate: '2024-08-12',
  url: 'http://127.0.0.1:3000/documents/xinzhengbanfa-2024-35',
};

/** RFC 5545 folds long lines: a line break and a space go away when read. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('expiryCalendar', () => {
  it('marks the last day in force as an all-day event, with the clause and the address', () => {
    const lines = unfolded(expiryCalendar([event]));
    expect(lines).toContain('DTSTART;VALUE=DATE:20260630');
    expect(lines).toContain('SUMMARY:有效期届满：《某规则》（新政办发〔2024〕35号）');
    expect(lines).toContain('DESCRIPTION:依原文推算的最后有效日。原文：“本规则自2024年7月1日起实施，有效期2年。”');
    expect(lines).toContain('URL;VALUE=URI:http://127.0.0.1:3000/documents/xinzhengbanfa-2024-35');
    expect(lines).toContain('UID:xinzhengbanfa-2024-35-2026-06-30@dibao');
  });

  it('has no clock: the same archive gives the same file', () => {
    expect(unfolded(expiryCalendar([event]))).toContain('DTSTAMP:20240812T000000Z');
    expect(expiryCalendar([event])).toBe(expiryCalendar([event]));
  });

  it('folds no line in the middle of a character', () => {
    const bytes = Buffer.from(expiryCalendar([{ ...event, quote: '施行期'.repeat(60) }]));
    expect(bytes.toString('utf8')).not.toContain('\uFFFD');
    for (const line of bytes.toString('utf8').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
