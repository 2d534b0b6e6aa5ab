/** A drop-down of a filter form, for the partial `filter-select`. */
export interface FilterSelect {
  name: string;
  label: string;
  /** What choosing none of the options means. */
  none: string;
  options: { value: string; text: string; selected: boolean }[];
  /** How many values there are that `options` leaves out. */
  left: number;
}

/** A drop-down offers no more values than a person looks through. */
export const MOST_OPTIONS = 200;

/**
 * Options from values with counts: 新疆维吾尔自治区人民政府（12）. Of very many values the first ones, and the chosen one if it is not
 * among them.
 */
export function filterSelect(
  name: string,
  label: string,
  values: readonly { value: string; label?: string; count: number | null }[],
  selected: string | null,
  none = '全部',
): FilterSelect {
  const offered = values.filter(({ value }, index) => index < MOST_OPTIONS || value === selected);
  return {
    name,
    label,
    none,
    options: offered.map(({ value, label: text = value, count }) => ({
      value,
      text: count === null ? text : `${text}（${count}）`,
      selected: value === selected,
    })),
    left: values.length - offered.length,
  };
}
