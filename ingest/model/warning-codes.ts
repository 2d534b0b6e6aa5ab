/**
 * The closed list of warnings that reading a gazette can give, each with what it means. The docs are made from it:
 * a new code comes here first, with a line that shows it.
 */
export const WARNING_CODES = {
  masthead_missing: 'No gazette name, date and issue number at the head of the file.',
  publication_before_promulgation:
    'The issue is dated before a document printed in it: 2024年8月15日 prints a 令 of 2024年8月27日.',
  contents_not_found: 'A line of the printed contents has no document in the file.',
  document_not_in_contents: 'A document stands in the file, but the printed contents do not name it.',
  title_differs_from_contents: 'The title over the text is not the title in the printed contents.',
  heading_missing: 'A document begins without its heading: number, authority and date are unknown.',
  number_missing: 'A promulgated document without a document number.',
  number_malformed: 'Something like a document number that cannot be read.',
  date_impossible: 'A printed date that no calendar has: 2024年2月30日.',
  promulgation_date_missing: 'No date under the signature.',
  authority_missing: 'No signature and no heading that names the issuing authority.',
  effective_date_unresolved: 'The text ties its effect to an event or a date that the file does not state.',
  effective_after_expiry: 'The effective date is later than the expiry date.',
  article_number_gap: 'Article numbers jump: 第七条 is followed by 第九条.',
  article_number_repeated: 'The same article number stands twice in one part.',
  item_number_gap: 'Item numbers jump: （三） is followed by （五）.',
  annex_missing: 'An annex is announced, but its text is not in the file.',
  lines_interleaved: 'Two printed columns were read across: lines of one stand inside the other.',
  line_join_doubtful: 'Two lines were joined, or left apart, without a clear sign.',
  table_flattened: 'A table lost its cells in conversion.',
  catalogue_count_differs: 'A filing catalogue declares another number of entries than it prints.',
  catalogue_period_missing: 'A filing catalogue that names no quarter: half a year, a year, or none.',
  catalogue_entry_incomplete: 'A catalogue entry without its date or its number.',
  text_unclaimed: 'Text that no rule understood; it is kept and shown as such.',
  repeal_target_unclear: 'A repeal clause whose target cannot be told.',
  stated_fact_differs: "The page's own metadata say another thing than the text.",
  text_garbled: 'Characters that no encoding explains.',
} as const;

export type WarningCode = keyof typeof WARNING_CODES;
