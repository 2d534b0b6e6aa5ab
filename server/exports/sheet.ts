/** A cell as data: dates are ISO days, links are addresses. Null is an empty cell. */
export type CellValue = string | number | null;

export type ColumnType = 'text' | 'number' | 'date' | 'link';

/** How one column of a table is headed, how wide it is (in characters of Latin text) and what its cells are. */
export interface ColumnHead {
  heading: string;
  type: ColumnType;
  width: number;
}

/** A column together with the way to its value in a row. */
export interface Column<Row> extends ColumnHead {
  value(row: Row): CellValue;
}

/** A table ready to be written in any format: CSV, XLSX or JSON. Pure data. */
export interface Sheet {
  name: string;
  columns: ColumnHead[];
  rows: CellValue[][];
}

/**
 * Reads each row through its columns.
 *
 * A row of a catalogue, 关于印发《伊州区举报违法经营行为奖励办法》的通知 (Xinjiang gazette, 2024, 17-18), gives the cells
 * `['2024年第三季度', '哈密市', …, '伊州政办规〔2024〕1号', '2024-02-21']`.
 */
export function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  return {
    name,
    columns: columns.map(({ heading, type, width }) => ({ heading, type, width })),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
  };
}
