/** A name in quotation marks; marks within it become single ones. */
export function quoted(name: string): string {
  return `“${name.replace(/[“"]/g, '‘').replaceAll('”', '’')}”`
}
