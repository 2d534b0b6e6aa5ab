import places from '../../data/places.json' with { type: 'json' };
import { REGIONS } from '../../ingest/text/authority-names.ts';

/** A made-up gazette's publisher: a province, or (in a large corpus) a city. */
export interface Publisher {
  /** 河北省, 新疆维吾尔自治区, 石家庄市. */
  name: string;
  short: string;
  /** 冀 of 冀政办发〔2019〕3号. */
  letters: string;
  /** What its texts call it: 省, 市, 自治区. */
  word: string;
  /** Name of its folder: 03-冀. */
  folder: string;
}

const WORDS: Partial<Record<string, string>> = { province: '省', municipality: '市', autonomous_region: '自治区' };

/** No gazette of ours can be read there. */
const LEFT_OUT = new Set(['台湾省']);

/** The provinces, then as many cities as a corpus needs, always in this order. */
export function publishers(): Publisher[] {
  const named = [
    ...REGIONS.flatMap(({ name, short, letters, kind }) => {
      const word = WORDS[kind];
      return word === undefined || LEFT_OUT.has(name) ? [] : [{ name, short, letters, word }];
    }),
    ...places.places.flatMap(({ name, short }) =>
      name.endsWith('市') && short !== null ? [{ name, short, letters: short, word: '市' }] : [],
    ),
  ];
  return named.map((one, index) => ({ ...one, folder: `${String(index + 1).padStart(3, '0')}-${one.letters}` }));
}
