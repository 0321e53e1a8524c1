/**
 * The one script of a report: shows what a mark says in its `<title>` at once and beside the pointer or the finger. Without
 * it a browser shows the same text after a while. The page's policy admits it by its hash; a test computes it and says what it
 * must be. A browser tells of scrolling a frame late, so a page that has not moved since the pointer did keeps what it shows.
 */
export const HOVER = `(() => {
  const tip = document.body.appendChild(document.createElement('div'))
  tip.className = 'tip'
  tip.hidden = true
  const told = new WeakMap()
  let scrolled = 0
  const textOf = node => {
    for (; node instanceof SVGElement; node = node.parentNode) {
      const title = [...node.children].find(child => child.tagName === 'title')
      if (title) {
        told.set(node, title.textContent)
        title.remove()
      }
      if (told.has(node)) return told.get(node)
    }
    return ''
  }
  const show = event => {
    scrolled = scrollY
    tip.textContent = textOf(event.target)
    tip.hidden = tip.textContent === ''
    const room = document.documentElement.clientWidth - tip.offsetWidth - 8
    tip.style.left = Math.max(8, Math.min(event.clientX + 14, room)) + 'px'
    const below = event.clientY + 18
    tip.style.top = (below + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 12 : below) + 'px'
  }
  const hide = () => { tip.hidden = true }
  for (const name of ['pointermove', 'pointerdown']) document.addEventListener(name, show)
  document.addEventListener('scroll', () => { if (scrollY !== scrolled) hide() })
  document.documentElement.addEventListener('pointerleave', hide)
})()`

/** SHA-256 of `HOVER`, base64, as the policy names it. */
export const HOVER_HASH = 'sha256-5qh09XU0pn664M4XGNymanloaSC6cd6cv8prN6yy3eo='
