/** A drop-down of a filter form, for the partial `filter-select`. */
export interface FilterSelect {
  name: string;
  label: string;
  options: { value: string; text: string; selected: boolean }[];
}

/** Options from values with counts: 新疆维吾尔自治区人民政府（12）. */
export function filterSelect(
  name: string,
  label: string,
  values: readonly { value: string; label?: string; count: number | null }[],
  selected: string | null,
): FilterSelect {
  return {
    name,
    label,
    options: values.map(({ value, label: text = value, count }) => ({
      value,
      text: count === null ? text : `${text}（${count}）`,
      selected: value === selected,
    })),
  };
}
