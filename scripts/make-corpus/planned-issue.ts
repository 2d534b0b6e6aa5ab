import type { IsoDate } from '../../ingest/model/span.ts';

/** A document as others name it. */
export interface NamedInstrument {
  title: string;
  number: string;
  date: IsoDate;
}

export type DocumentForm = 'order' | 'repeal-order' | 'measure' | 'plan' | 'repeal-notice' | 'catalogue' | 'report';

/** A document that an issue is to print, with every fact that a reader has to find in it. */
export interface PlannedDocument {
  form: DocumentForm;
  title: string;
  /** Null of news. */
  number: string | null;
  /** Who signs: 河北省人民政府办公厅. */
  authority: string;
  /** What the document issues: 河北省矿业权转让管理办法; its own title when it issues nothing. */
  instrument: string;
  promulgated: IsoDate;
  /** Null where the text does not say. */
  effective: IsoDate | null;
  articles: number;
  /** Years for which it says that it is valid. */
  validYears: number | null;
  repeals: NamedInstrument[];
  /** Of a filing catalogue: what it lists, by department. */
  lists: { department: string; entries: NamedInstrument[] }[];
}

export interface PlannedIssue {
  /** Place in the corpus, from 0. */
  index: number;
  /** Path in the corpus folder: 003-冀/1995-07.md. */
  file: string;
  gazette: string;
  /** 省, 市, 自治区. */
  word: string;
  region: string;
  year: number;
  number: number;
  serial: number;
  date: IsoDate;
  documents: PlannedDocument[];
}
