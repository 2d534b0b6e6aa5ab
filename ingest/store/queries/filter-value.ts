/** A value that a list can be filtered by, with how many carry it. */
export interface FilterValue {
  value: string;
  count: number;
}
