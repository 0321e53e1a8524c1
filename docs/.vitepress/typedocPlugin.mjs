import { Converter, ReflectionKind } from 'typedoc'

/** Options' defaults stand with the options; typedoc would show those of `@param options.…` lines as the function's own. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, context => {
    for (const signature of context.project.getReflectionsByKind(ReflectionKind.SomeSignature))
      signature.comment?.removeTags('@defaultValue')
  })
}
