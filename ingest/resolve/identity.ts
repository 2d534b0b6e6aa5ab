import type { GazetteDocument } from '../model/document.ts';
import { canonicalAuthority } from '../text/authority-names.ts';
import { canonicalNumber } from './canonical-number.ts';
import { documentIdOf } from './document-id.ts';
import { homeOf } from './home.ts';

/**
 * The id that a document's own facts give it, equal to that of the register entry under which others name it. Reads the
 * gazette's name (null without a masthead): 自治区人民政府令 第239号 in 新疆维吾尔自治区人民政府公报 is
 * `xinjiangweiwuerzizhiqurenminzhengfuling-239`.
 */
export function identityOf(document: GazetteDocument, gazette: string | null): string {
  const authorities = document.issuingAuthorities.map((authority) => authority.value);
  const home = homeOf(gazette, authorities, document.title.value);
  const authority = authorities[0] ?? null;
  return documentIdOf({
    title: document.title.value,
    documentNumber: canonicalNumber(document.documentNumber?.value ?? null, home)?.text ?? null,
    authority: authority === null ? null : canonicalAuthority(authority, home.region),
    date: document.promulgationDate?.value ?? null,
  });
}
