/**
 * Where a tie's value comes from.
 *
 * - `table`, `section`: a place in a published text, named in `at` ("table 2", "2.3");
 * - `quotation`: a passage of an interview, field note or file, named in `at`;
 * - `coding`: a coded segment, with the `coder`;
 * - `survey`: a respondent's rating;
 * - `assumed`: nobody measured it; `range` says between which values it may lie and `why` what speaks for it.
 *
 * `layer` says for which layer it speaks; without it, for the tie as a whole.
 */
export type Evidence = {
  kind: 'table' | 'section' | 'quotation' | 'coding' | 'survey' | 'assumed'
  layer?: string
  at?: string
  coder?: string
  range?: [number, number]
  why?: string | { zh?: string; en?: string }
  [more: string]: import('./network.ts').Json | undefined
}
