/** saxen ships no types; this is the part of it that is used here. */
declare module 'saxen' {
  type Context = () => { line: number; column: number; data: string }
  type Decode = (text: string) => string
  export class Parser {
    on(
      event: 'openTag',
      handler: (name: string, attributes: () => Record<string, string>, decode: Decode, selfClosing: boolean) => void,
    ): this
    on(event: 'closeTag', handler: (name: string) => void): this
    on(event: 'text', handler: (text: string, decode: Decode) => void): this
    on(event: 'cdata', handler: (text: string) => void): this
    on(event: 'error' | 'warn', handler: (error: Error, context: Context) => void): this
    parse(xml: string): void
  }
}
