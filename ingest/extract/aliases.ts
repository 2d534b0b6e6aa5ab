import type { Extracted } from '../model/span.ts';
import { titleKey } from '../text/title-key.ts';
import type { DocumentDraft } from '../model/document-draft.ts';
import { extracted, extractedWhole } from './evidence.ts';
import { promulgatedTitle } from './own-names.ts';

/**
 * The other titles of a document: the regulation that its notice promulgates (关于印发《X》的通知 → X, and X as printed over its
 * text), and its title without the issuing authority before 关于.
 */
export function aliasesOf(draft: DocumentDraft): Extracted<string>[] {
  const { title } = draft;
  const aliases: Extracted<string>[] = [];
  const known = new Set([titleKey(title.text)]);
  const add = (alias: Extracted<string>): void => {
    const key = titleKey(alias.value);
    if (key === '' || known.has(key)) return;
    known.add(key);
    aliases.push(alias);
  };
  const promulgated = promulgatedTitle(title.text);
  const at = promulgated === null ? -1 : title.text.indexOf(promulgated);
  if (promulgated !== null && at >= 0)
    add(extracted(promulgated, title, at, at + promulgated.length, 'alias/promulgated-title'));
  for (const part of draft.parts) {
    const isRegulation = part.kind === 'regulation' || part.kind === 'plan';
    if (isRegulation && promulgated !== null && part.title.text.trim() !== '')
      add(extractedWhole(part.title.text.trim(), part.title, 'alias/part-title'));
  }
  const about = title.text.indexOf('关于');
  if (about > 0 && !/[《〈<]/u.test(title.text.slice(0, about)))
    add(extracted(title.text.slice(about), title, about, title.text.length, 'alias/without-authority'));
  return aliases;
}
