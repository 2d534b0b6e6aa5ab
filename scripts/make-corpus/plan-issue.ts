import type { IsoDate } from '../../ingest/model/span.ts';
import { addDays } from '../../ingest/text/dates.ts';
import type { Material } from './material.ts';
import type { NamedInstrument, PlannedDocument, PlannedIssue } from './planned-issue.ts';
import { publishers } from './publishers.ts';
import type { Publisher } from './publishers.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';

const FIRST_YEAR = 1990;
const ISSUES_A_YEAR = 24;
const MOST_YEARS = 35;
const GROUP = 31;

const ORDER = 0;
const MEASURES = [1, 2, 3] as const;
const DEPARTMENT_MEASURE = 5;

const PURPOSES = ['管理', '监督', '评查', '服务', '奖励', '补贴', '考核', '登记', '审查', '保护'];
const FORMS = ['办法', '规定', '实施细则', '暂行办法', '管理规定'];
const DEPARTMENTS = [
  { name: '财政厅', letters: '财规' },
  { name: '发展和改革委员会', letters: '发改规' },
  { name: '水利厅', letters: '水规' },
  { name: '教育厅', letters: '教规' },
];

/** Says what every issue of a corpus prints. Nothing is kept: earlier issues that a later one names are planned again. */
export class CorpusPlan {
  readonly #seed: number;
  readonly #material: Material;
  readonly #publishers = publishers();

  constructor(seed: number, material: Material) {
    this.#seed = seed;
    this.#material = material;
  }

  /** The issue at a place of the corpus: the same for every length of the corpus. */
  issue(index: number): PlannedIssue {
    const block = GROUP * ISSUES_A_YEAR * MOST_YEARS;
    const publisher = this.#publishers[Math.floor(index / block) * GROUP + (index % GROUP)];
    if (publisher === undefined) throw new RangeError(`there are no publishers for an issue ${index}`);
    return this.#issueOf(publisher, Math.floor((index % block) / GROUP), index);
  }

  #issueOf(publisher: Publisher, nth: number, index: number): PlannedIssue {
    const [year, number] = [yearOf(nth), numberInYear(nth)];
    const { name, word, folder } = publisher;
    return {
      index,
      file: `${folder}/${year}-${String(number).padStart(2, '0')}.md`,
      gazette: `${name}人民政府公报`,
      word,
      region: name,
      year,
      number,
      serial: nth + 1,
      date: dayOfIssue(nth),
      documents: this.#documents(publisher, nth),
    };
  }

  #documents(publisher: Publisher, nth: number): PlannedDocument[] {
    const documents = [
      nth % 8 === 7 ? this.#repealOrder(publisher, nth) : this.#measure(publisher, nth, ORDER),
      ...MEASURES.map((slot) => this.#measure(publisher, nth, slot)),
      this.#plan(publisher, nth),
      this.#measure(publisher, nth, DEPARTMENT_MEASURE),
    ];
    if (nth % 4 === 3) documents.push(this.#repealNotice(publisher, nth));
    if (nth % 6 === 5) documents.push(this.#catalogue(publisher, nth));
    return [...documents, this.#report(publisher, nth, 1), this.#report(publisher, nth, 2)];
  }

  #random(publisher: Publisher, nth: number, slot: number | string): Random {
    return randomOf(this.#seed, publisher.folder, nth, slot);
  }

  /** What a document is about: 矿业权转让. */
  #twoNouns(random: Random): string {
    return `${random.pick(this.#material.nouns)}${random.pick(this.#material.nouns)}`;
  }

  /** A text with articles: an order, a notice of the general office, or one of a department. */
  #measure(publisher: Publisher, nth: number, slot: number): PlannedDocument {
    const random = this.#random(publisher, nth, slot);
    const { name } = publisher;
    const named = this.#named(publisher, nth, slot);
    const isOrder = slot === ORDER;
    const instrument = isOrder ? named.title : (/《(.*)》/u.exec(named.title)?.[1] ?? named.title);
    const authority = { [ORDER]: `${name}人民政府`, [DEPARTMENT_MEASURE]: departmentOf(publisher, nth).name }[slot];
    const repealsOne = !isOrder && nth > 0 && random.next() < 0.35;
    return {
      form: isOrder ? 'order' : 'measure',
      title: named.title,
      number: named.number,
      authority: authority ?? `${name}人民政府办公厅`,
      instrument,
      promulgated: named.date,
      effective: random.next() < 0.8 ? firstOfMonthAfter(named.date, random.between(20, 60)) : named.date,
      articles: isOrder ? random.between(20, 36) : random.between(12, 26),
      validYears: !isOrder && random.next() < 0.3 ? 5 : null,
      repeals: repealsOne
        ? [this.#earlier(publisher, nth, random, slot === DEPARTMENT_MEASURE ? [slot] : MEASURES)]
        : [],
      lists: [],
    };
  }

  /** How the document of a slot is called: computed alone, so that any later issue can name it. */
  #named(publisher: Publisher, nth: number, slot: number): NamedInstrument {
    const random = this.#random(publisher, nth, `name-${slot}`);
    const subject = `${this.#twoNouns(random)}${random.pick(PURPOSES)}`;
    const instrument = `${publisher.name}${subject}${random.pick(FORMS)}`;
    const date = addDays(dayOfIssue(nth), -random.between(5, 9));
    if (slot === ORDER) return { title: instrument, number: orderNumber(publisher, nth), date };
    const title = `关于印发《${instrument}》的通知`;
    if (slot === DEPARTMENT_MEASURE)
      return { title, number: numberOf(departmentOf(publisher, nth).letters, nth), date };
    const serial = (numberInYear(nth) - 1) * MEASURES.length + slot;
    return { title, number: numberOf(`${publisher.letters}政办发`, nth, serial), date };
  }

  /** A document of an earlier issue of the same gazette. */
  #earlier(publisher: Publisher, nth: number, random: Random, slots: readonly number[]): NamedInstrument {
    const before = random.between(Math.max(0, nth - 10 * ISSUES_A_YEAR), nth - 1);
    const slot = random.pick(slots);
    return this.#named(publisher, slot === ORDER && before % 8 === 7 ? before - 1 : before, slot);
  }

  #earlierOnes(
    publisher: Publisher,
    nth: number,
    random: Random,
    slots: readonly number[],
    count: number,
  ): NamedInstrument[] {
    const found = new Map<string, NamedInstrument>();
    for (let tries = 0; tries < count; tries++) {
      const one = this.#earlier(publisher, nth, random, slots);
      found.set(one.number, one);
    }
    return [...found.values()];
  }

  #repealOrder(publisher: Publisher, nth: number): PlannedDocument {
    const random = this.#random(publisher, nth, 'repeal-order');
    const repeals = this.#earlierOnes(publisher, nth, random, [ORDER], random.between(2, 5));
    const title = `关于废止《${repeals[0]?.title ?? ''}》等${repeals.length}件政府规章的决定`;
    return repealing(
      'repeal-order',
      title,
      orderNumber(publisher, nth),
      publisher,
      addDays(dayOfIssue(nth), -6),
      repeals,
    );
  }

  #repealNotice(publisher: Publisher, nth: number): PlannedDocument {
    const random = this.#random(publisher, nth, 'repeal-notice');
    const repeals = this.#earlierOnes(publisher, nth, random, MEASURES, random.between(6, 14));
    const title = '关于废止一批行政规范性文件的通知';
    const number = numberOf(`${publisher.letters}政发`, nth);
    return repealing('repeal-notice', title, number, publisher, addDays(dayOfIssue(nth), -8), repeals);
  }

  #plan(publisher: Publisher, nth: number): PlannedDocument {
    const subject = this.#twoNouns(this.#random(publisher, nth, 'plan'));
    const instrument = `${publisher.name}促进${subject}发展实施方案`;
    const number = numberOf(`${publisher.letters}政办字`, nth);
    const authority = `${publisher.name}人民政府办公厅`;
    const date = addDays(dayOfIssue(nth), -7);
    return { ...plain('plan', `关于印发《${instrument}》的通知`, number, authority, date), instrument };
  }

  #catalogue(publisher: Publisher, nth: number): PlannedDocument {
    const quarter = Math.floor((nth % ISSUES_A_YEAR) / 6) + 1;
    const byDepartment = new Map<string, NamedInstrument[]>();
    for (let before = Math.max(0, nth - 6); before < nth; before++) {
      const { name } = departmentOf(publisher, before);
      const listed = this.#named(publisher, before, DEPARTMENT_MEASURE);
      byDepartment.set(name, [...(byDepartment.get(name) ?? []), listed]);
    }
    const title = `${yearOf(nth)}年第${'一二三四'[quarter - 1] ?? ''}季度备案登记的行政规范性文件目录`;
    const number = numberOf(`${publisher.letters}司公`, nth, quarter);
    const document = plain('catalogue', title, number, `${publisher.name}司法厅`, addDays(dayOfIssue(nth), -5));
    return { ...document, lists: Array.from(byDepartment, ([department, entries]) => ({ department, entries })) };
  }

  #report(publisher: Publisher, nth: number, slot: number): PlannedDocument {
    const subject = this.#twoNouns(this.#random(publisher, nth, `report-${slot}`));
    const title = `${publisher.word}政府召开常务会议研究${subject}等工作`;
    return plain('report', title, null, '', addDays(dayOfIssue(nth), -9));
  }
}

function plain(
  form: PlannedDocument['form'],
  title: string,
  number: string | null,
  authority: string,
  promulgated: IsoDate,
): PlannedDocument {
  const nothing = { effective: null, articles: 0, validYears: null, repeals: [], lists: [] };
  return { form, title, number, authority, instrument: title, promulgated, ...nothing };
}

/** A document of the government itself that ends others from the day on which it is signed. */
function repealing(
  form: PlannedDocument['form'],
  title: string,
  number: string,
  { name }: Publisher,
  promulgated: IsoDate,
  repeals: NamedInstrument[],
): PlannedDocument {
  return { ...plain(form, title, number, `${name}人民政府`, promulgated), effective: promulgated, repeals };
}

const yearOf = (nth: number): number => FIRST_YEAR + Math.floor(nth / ISSUES_A_YEAR);

/** Of an issue in its year, from 1. */
const numberInYear = (nth: number): number => (nth % ISSUES_A_YEAR) + 1;

/** 冀政办发〔1995〕7号; without a serial, that of the issue. */
const numberOf = (code: string, nth: number, serial = numberInYear(nth)): string =>
  `${code}〔${yearOf(nth)}〕${serial}号`;

/** 河北省人民政府令第127号: orders are counted through the years. */
const orderNumber = ({ name }: Publisher, nth: number): string => `${name}人民政府令第${nth + 1}号`;

/** Departments take turns. */
function departmentOf(publisher: Publisher, nth: number): { name: string; letters: string } {
  const { name, letters } = DEPARTMENTS[nth % DEPARTMENTS.length] ?? { name: '财政厅', letters: '财规' };
  return { name: `${publisher.name}${name}`, letters: `${publisher.letters}${letters}` };
}

/** Two issues a month. */
function dayOfIssue(nth: number): IsoDate {
  const month = Math.floor((nth % ISSUES_A_YEAR) / 2) + 1;
  return `${yearOf(nth)}-${String(month).padStart(2, '0')}-${nth % 2 === 0 ? '15' : '28'}`;
}

function firstOfMonthAfter(date: IsoDate, days: number): IsoDate {
  const [year = 0, month = 0] = addDays(date, days).split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
