import type { Extracted, IsoDate, Span } from './span.ts';

/** A line of a quarterly filing catalogue (备案登记的行政规范性文件目录). */
export interface CatalogueEntry {
  title: string;
  documentNumber: string | null;
  date: IsoDate | null;
  span: Span;
  line: number;
  raw: string;
}

/** 乌鲁木齐市（5件）: a department or region with the count it declares. */
export interface CatalogueGroup {
  name: string;
  declared: number | null;
  /** The heading over several groups that it stands under: 一、市州人民政府; null where none does. */
  section: string | null;
  span: Span;
  line: number;
  entries: CatalogueEntry[];
}

export interface FilingCatalogue {
  /** Of the document that publishes it: 新司公〔2024〕4号. */
  documentNumber: string | null;
  year: number;
  quarter: 1 | 2 | 3 | 4;
  declaredTotal: Extracted<number> | null;
  groups: CatalogueGroup[];
  span: Span;
}
