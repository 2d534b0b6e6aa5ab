/** How much search reads and keeps, whatever the size of the archive. */
export interface SearchLimits {
  /** An archive of no more passages is looked through whole where very many match. */
  fewPassages: number;
  /** Characters of passages that are kept in memory: all of such an archive. A million of them are some 2.5 MB. */
  keptOfFew: number;
  /** And of a larger archive. */
  keptOfMany: number;
  /** Records asked of the engine at first: to hand one out costs it more than to find it. */
  first: number;
  /** Where more records than this have what was asked, they are counted by the engine, and read as far as they are shown. */
  records: number;
  /** Of no more records than this the engine tells the documents, of which all facets are counted; of more it counts the values faster. */
  byDocument: number;
  /** Of very many records, so many are drawn to tell what status they have. */
  sample: number;
  /** Of all passages, so many are drawn and kept to tell beforehand about how many have what is asked. */
  drawn: number;
  /** Of more issues than this, hits are counted in the latest ones alone: to count them in all takes the engine longer than the search. */
  issues: number;
  /**
   * So many documents are named to the engine: a status that no more have is filtered so, another one by comparing what it lists; of more
   * whose titles say a part of what is asked, the latest are looked in.
   */
  named: number;
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
  keptOfMany: 1_500_000,
  first: 60,
  records: 500,
  byDocument: 3000,
  sample: 1000,
  drawn: 4096,
  issues: 500,
  named: 500,
  block: 60,
  listed: 1000,
  patience: 10,
};

/** Of very many hits so many can be had. */
export const MOST_LISTED = SEARCH_LIMITS.listed;
