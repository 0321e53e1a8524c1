/** An error as data that can be cloned or written as JSON: cloning the error itself would lose its code and issues. */
export interface Fault {
  readonly name: string
  readonly message: string
  readonly [field: string]: unknown
}

export function toFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { name, message, stack } = error
  return { ...error, name, message, stack }
}

/** The error again; a `GuanxiError` is one to `instanceof`. */
export function fromFault(fault: Fault): Error {
  return Object.assign(new Error(fault.message), fault)
}
