/** What `font-size: medium` is where nobody has changed it, CSS px. */
const STANDARD = 16

/** How much larger than standard the person has set the browser's text: 1 is standard. */
export function phoneTextScale(): number {
  const probe = document.createElement('span')
  probe.style.fontSize = 'medium'
  document.body.appendChild(probe)
  const size = parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size / STANDARD
}
