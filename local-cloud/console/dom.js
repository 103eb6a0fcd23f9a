/** Makes an element. `on...` properties listen, `true` sets a bare attribute, null and false leave out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name === 'value') element.value = value
    else element.setAttribute(name, value === true ? '' : value)
  }
  fill(element, ...children)
  return element
}

/** Puts children (elements, texts, lists of them; null and false leave out) in place of what was there. */
export function fill(element, ...children) {
  element.replaceChildren(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false),
  )
  return element
}

export const field = (label, control, grow = false) =>
  h('label', { class: grow ? 'field grow' : 'field' }, label, control)

/** A table of `columns` [{ title, cell(row), number? }]; `empty` is shown when there are no rows. */
export function table(label, columns, rows, empty) {
  if (rows.length === 0) return h('p', { class: 'empty' }, empty)
  const kind = ({ number }) => (number ? 'number' : null)
  const head = columns.map((column) => h('th', { scope: 'col', class: kind(column) }, column.title))
  const body = rows.map((row) =>
    h(
      'tr',
      {},
      columns.map((column) => h('td', { class: kind(column) }, column.cell(row))),
    ),
  )
  // Wide tables scroll by themselves, with the keyboard too.
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label },
    h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, body)),
  )
}

export function toast(text) {
  const element = h('p', { class: 'toast' }, text)
  document.getElementById('toasts').append(element)
  setTimeout(() => element.remove(), 5000)
}

/** Asks before something is done; answers whether it may be. */
export function confirmed(question, detail, yes) {
  return new Promise((resolve) => {
    const dialog = h(
      'dialog',
      {
        'aria-label': question,
        onclose: () => (dialog.remove(), resolve(dialog.returnValue === 'yes')),
      },
      h(
        'form',
        { method: 'dialog' },
        h('h2', {}, question),
        detail && h('pre', {}, detail),
        h(
          'div',
          { class: 'row' },
          h('button', { value: 'no', autofocus: true }, 'Cancel'),
          h('button', { value: 'yes', class: 'bad' }, yes),
        ),
      ),
    )
    document.body.append(dialog)
    dialog.showModal()
  })
}

export const clockTime = (iso) => new Date(iso).toLocaleTimeString('en-GB', { hour12: false })
export const number = (value) => Number(value).toLocaleString('en')
