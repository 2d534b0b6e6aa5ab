import type { Extracted } from '../model/span.ts';
import { extracted, extractedWhole } from './evidence.ts';
import { inlineSignatureOf } from './inline-signature.ts';
import { signatoryName } from './signatory-line.ts';
import type { Statement } from './statement.ts';

/**
 * The person who signs a 令: 艾尔肯·吐尼亚孜 of 自治区主席 艾尔肯·吐尼亚孜. Several signers of a joint order are joined by 、.
 * Null when only bodies sign.
 */
export function signatoryOf(statements: readonly Statement[]): Extracted<string> | null {
  const signed: Extracted<string>[] = [];
  for (const { role, text } of statements) {
    const name = role === 'signature' ? signatoryName(text.text) : null;
    if (name !== null) signed.push(extractedWhole(name, text, 'signatory/office-and-name'));
  }
  const [first] = signed;
  const inline = first ? null : inlineSignatureOf(statements);
  if (inline?.signatory) {
    const { name, start, end } = inline.signatory;
    return extracted(name, inline.text, start, end, 'signatory/inline-signature');
  }
  if (!first) return null;
  return { ...first, value: signed.map(({ value }) => value).join('、'), raw: signed.map(({ raw }) => raw).join(' ') };
}
