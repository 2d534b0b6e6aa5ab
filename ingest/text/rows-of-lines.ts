/**
 * Which row of a table a line belongs to, where cells go over several lines and each row is known by one line of it alone (its serial
 * number, its day): cells stand at the top of their row, in its middle or at its foot.
 */

/**
 * Per line the index of its row; `lines` and `rows` are places down the page, in order. `slack`: how far apart the cells of one line may
 * stand. Of the readings that fit, the one whose rows hold their lines closest together.
 */
export function rowsOfLines(lines: readonly number[], rows: readonly number[], slack: number): number[] {
  const isHigh = (lines[0] ?? 0) >= (rows[0] ?? 0) - slack;
  const isLow = (lines.at(-1) ?? 0) <= (rows.at(-1) ?? 0) + slack;
  const middle = middleRows(lines, rows, slack);
  const readings = [
    ...(isHigh || (!isLow && !middle) ? [highRows(lines, rows, slack)] : []),
    ...(middle ? [middle] : []),
    ...(isLow ? [lowRows(lines, rows, slack)] : []),
  ];
  const gaps = readings.map((reading) => widestGap(lines, reading));
  const least = Math.min(...gaps);
  return readings[gaps.findIndex((gap) => gap <= least + slack)] ?? [];
}

/** The widest gap between two lines of one row. */
function widestGap(lines: readonly number[], reading: readonly number[]): number {
  let widest = 0;
  for (let at = 1; at < lines.length; at += 1)
    if (reading[at] === reading[at - 1]) widest = Math.max(widest, (lines[at] ?? 0) - (lines[at - 1] ?? 0));
  return widest;
}

function highRows(lines: readonly number[], rows: readonly number[], slack: number): number[] {
  let row = 0;
  return lines.map((line) => {
    while ((rows[row + 1] ?? Infinity) <= line + slack) row += 1;
    return row;
  });
}

function lowRows(lines: readonly number[], rows: readonly number[], slack: number): number[] {
  let row = 0;
  return lines.map((line) => {
    while (row + 1 < rows.length && (rows[row] ?? Infinity) < line - slack) row += 1;
    return row;
  });
}

/** A row in the middle of its lines ends as far below its own place as it begins above it. Null where the lines do not fit. */
function middleRows(lines: readonly number[], rows: readonly number[], slack: number): number[] | null {
  const reading: number[] = [];
  for (const [index, row] of rows.entries()) {
    const start = lines[reading.length];
    if (start === undefined || start > row + slack) return null;
    const end = 2 * row - start;
    if (end >= (rows[index + 1] ?? Infinity)) return null;
    let reached = start;
    for (let line = start; line <= end + slack; line = lines[reading.length] ?? Infinity) {
      reading.push(index);
      reached = line;
    }
    if (reached < end - 2 * slack) return null;
  }
  return reading.length === lines.length ? reading : null;
}
