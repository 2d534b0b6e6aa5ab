/** How much search reads and keeps, whatever the size of the archive. */
export interface SearchLimits {
  /** An archive of no more passages is looked through whole where very many match. */
  fewPassages: number;
  /** Characters of passages that are kept in memory: all of such an archive. A million of them are some 2.5 MB. */
  keptOfFew: number;
  /** And of a larger archive. */
  keptOfMany: number;
  /** Records asked of the engine. Where more have what was asked, they are counted by document and read as far as they are shown. */
  records: number;
  /** Of very many passages, about so many are read and ranked together. */
  block: number;
  /** Of very many passages, about so many can be had. */
  listed: number;
  /**
   * A search waits until so many lots of 200 documents are read again when the archive has changed, each some ten milliseconds; of a large
   * one the rest is read between requests.
   */
  patience: number;
}

export const SEARCH_LIMITS: SearchLimits = {
  fewPassages: 40_000,
  keptOfFew: 18_000_000,
  keptOfMany: 4_000_000,
  records: 500,
  block: 100,
  listed: 1000,
  patience: 10,
};

/** Of very many hits so many can be had. */
export const MOST_LISTED = SEARCH_LIMITS.listed;
