import { post } from './api.js'
import { confirmed, h, toast } from './dom.js'

/**
 * A dialog that changes a document, or makes one when `before` is undefined; answers whether it did.
 * `before` is the text as it was read: a document that has changed meanwhile is not overwritten.
 */
export function editDocument(collection, before) {
  const title = before === undefined ? `New document in ${collection}` : `Edit in ${collection}`
  const shown = before === undefined ? '{\n  \n}' : JSON.stringify(JSON.parse(before), null, 2)
  const text = h('textarea', {
    rows: 16,
    value: shown,
    'aria-label': 'Document',
    spellcheck: 'false',
  })
  const problem = h('p', { class: 'problem', role: 'alert' })
  return new Promise((resolve) => {
    let done = false
    const save = async (event) => {
      event.preventDefault()
      try {
        await post('/console/api/save', { collection, before, text: text.value })
        done = true
        toast('Saved.')
        dialog.close()
      } catch (error) {
        problem.textContent = error.message
      }
    }
    const onKey = (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event)
    }
    const dialog = h(
      'dialog',
      { 'aria-label': title, onclose: () => (dialog.remove(), resolve(done)) },
      h(
        'form',
        { onsubmit: save, onkeydown: onKey },
        h('h2', {}, title),
        h(
          'p',
          { class: 'soft' },
          'Extended JSON: {"$date": "2026-11-22T09:00:00Z"}, {"$oid": "…"}, {"$numberLong": "…"}',
        ),
        text,
        problem,
        h(
          'div',
          { class: 'row' },
          h('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'),
          h('button', { class: 'main' }, 'Save'),
        ),
      ),
    )
    document.body.append(dialog)
    dialog.showModal()
    text.focus()
  })
}

/** Deletes a document after asking; answers whether it did. */
export async function removeDocument(collection, before) {
  const question = `Delete this document of ${collection}?`
  const detail = JSON.stringify(JSON.parse(before), null, 2)
  const short = detail.length > 1500 ? `${detail.slice(0, 1500)}…` : detail
  if (!(await confirmed(question, short, 'Delete'))) return false
  try {
    await post('/console/api/remove', { collection, before })
    toast('Deleted.')
    return true
  } catch (error) {
    toast(error.message)
    return error.status === 409
  }
}
