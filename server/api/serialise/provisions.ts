import { numberList } from '../../../ingest/store/queries/json-columns.ts';
import type { ProvisionRow } from '../../../ingest/store/queries/document-text.ts';
import type { ApiProvision } from '../schemas/document.ts';

/** A node of the tree with the rows above it, outermost first. */
export interface PlacedProvision {
  row: ProvisionRow;
  provision: ApiProvision;
  above: ProvisionRow[];
}

/** Every node by its `seq`, with its children in place. Rows are in reading order, so a parent stands before its children. */
export function placeProvisions(rows: readonly ProvisionRow[]): Map<number, PlacedProvision> {
  const placed = new Map<number, PlacedProvision>();
  for (const row of rows) {
    const parent = row.parentSeq === null ? undefined : placed.get(row.parentSeq);
    const provision = apiProvision(row);
    parent?.provision.children.push(provision);
    placed.set(row.seq, { row, provision, above: parent === undefined ? [] : [...parent.above, parent.row] });
  }
  return placed;
}

/** The nodes of one part that have none above them. */
export function topProvisions(placed: ReadonlyMap<number, PlacedProvision>, partSeq: number): ApiProvision[] {
  return [...placed.values()]
    .filter(({ row, above }) => row.partSeq === partSeq && above.length === 0)
    .map(({ provision }) => provision);
}

/** A node's whole text without its own label: children follow on lines of their own, each with its label. */
export function wholeText(provision: ApiProvision): string {
  const lines = provision.text === '' ? [] : [provision.text];
  for (const child of provision.children) lines.push(labelled(child));
  return lines.join('\n');
}

/** 第二章 评查程序: a node as a heading reads. */
export function headingOf(row: ProvisionRow): string {
  return [row.label, row.heading].filter((text) => text !== null && text !== '').join(' ');
}

function labelled(provision: ApiProvision): string {
  const text = wholeText(provision);
  return provision.label === null ? text : `${provision.label}${text}`;
}

function apiProvision(row: ProvisionRow): ApiProvision {
  return {
    id: row.provisionId,
    kind: row.kind,
    label: row.label,
    number: row.number === null ? null : numberList(row.number),
    heading: row.heading,
    text: row.body,
    lines: { start: row.lineStart, end: row.lineEnd },
    children: [],
  };
}
