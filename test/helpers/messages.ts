import ts from 'typescript'

/** Stands for a name from a file. */
export const NAME = '◆'

/** What an expression that is no text can be, by its source, or by the function around it and its source; every other is the `fallback`. */
export interface Choices {
  readonly of: Readonly<Record<string, readonly string[]>>
  readonly fallback: string
}

/** What an expression can say: its text with any counts, names and branches put in. */
export function textsOf(node: ts.Node, choices: Choices): string[] {
  const of = (part: ts.Node) => textsOf(part, choices)
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isArrowFunction(node)) return of(node.body)
  if (ts.isParenthesizedExpression(node)) return of(node.expression)
  if (ts.isConditionalExpression(node)) return [...of(node.whenTrue), ...of(node.whenFalse)]
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce(
      (texts, span) => texts.flatMap(text => of(span.expression).map(part => `${text}${part}${span.literal.text}`)),
      [node.head.text],
    )
  if (ts.isCallExpression(node) && node.expression.getText() === 'counted') {
    const [, one, many] = node.arguments
    return of(one!).flatMap(word => [`1 ${word}`, `3 ${many ? of(many)[0] : `${word}s`}`])
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'show') return [`"${NAME}"`]
  const name = node.getText()
  const own = choices.of[name] ?? choices.of[`${functionAround(node)} ${name}`]
  return own ? [...own] : [choices.fallback]
}

/** The name of the function in which an expression stands, where it is held by a variable. */
function functionAround(node: ts.Node): string {
  let at = node
  while (at.parent && !ts.isArrowFunction(at)) at = at.parent
  return at.parent && ts.isVariableDeclaration(at.parent) ? at.parent.name.getText() : ''
}
