import type { Theme } from '../view/types.ts'

/** A column of a table. */
export interface Column {
  readonly label: string
  /** Numbers stand to the right. */
  readonly numeric?: boolean
}

/** A picture with what it shows in words. */
export interface Figure {
  /** Name within the report, fit for a file. */
  readonly name: string
  readonly title: string
  /** SVG text; drawn on demand, since Markdown shows none. */
  readonly draw: (theme: Theme) => string
  /** Stands below the picture where the picture itself has no title. */
  readonly caption: string
}

/** A question that a report answers on its first screen. */
export interface Answer {
  readonly question: string
  /** A paragraph each. */
  readonly texts: readonly string[]
  /** What to run for a better answer. */
  readonly code?: string
}

/** A piece of a report before it is set as Markdown or HTML; all texts are plain and are escaped when they are set. */
export type Block =
  | { readonly type: 'lead'; readonly text: string }
  | { readonly type: 'answers'; readonly answers: readonly Answer[] }
  | { readonly type: 'heading'; readonly text: string }
  | {
      readonly type: 'text'
      readonly text: string /** Speaks of a picture; left out where there is none. */
      readonly ofPicture?: boolean
    }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | {
      readonly type: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
      /** A long table that stays folded on a screen; the text says what is in it. */
      readonly folded?: string
      /** Says what a picture above says; left out where pictures are shown. */
      readonly insteadOfPicture?: boolean
    }
  | { readonly type: 'figures'; readonly figures: readonly Figure[]; readonly wide?: boolean }
  | { readonly type: 'code'; readonly text: string; readonly folded: string; readonly language?: 'json' | 'ts' }

/** A report before it is set. */
export interface Report {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A line of tidy data: every row of one result has the same keys. */
export type Row = Readonly<Record<string, string | number | null>>
