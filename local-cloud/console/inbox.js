import { get } from './api.js'
import { field, fill, h } from './dom.js'

/** Subscription messages as phones got them, newest first; `#/inbox/<openid>` shows one person's. */
export async function inbox(main, [chosen = '']) {
  const openid = h('input', { class: 'code', value: chosen, placeholder: 'everybody' })
  const place = h('section', { class: 'card flush' })
  fill(
    main,
    h('div', { class: 'head' }, h('h1', {}, 'Inbox')),
    h(
      'form',
      {
        class: 'row',
        onsubmit: (event) => {
          event.preventDefault()
          location.hash = `#/inbox/${encodeURIComponent(openid.value)}`
        },
      },
      field('Openid', openid, true),
      h('button', { class: 'main' }, 'Show'),
    ),
    place,
  )
  const query = chosen === '' ? '' : `?openid=${encodeURIComponent(chosen)}`
  let reply
  try {
    reply = await get(`/inbox${query}`)
  } catch (error) {
    if (error.status !== 404) throw error
    fill(place, h('p', { class: 'empty' }, 'This cloud keeps no inbox.'))
    return
  }
  const messages = Array.isArray(reply) ? reply : (reply.messages ?? reply.inbox ?? [])
  fill(
    place,
    messages.length === 0
      ? h('p', { class: 'empty' }, 'No message has been sent.')
      : [...messages].reverse().map(message),
  )
}

function message({ at, openid, templateId, page, data = {} }) {
  return h(
    'div',
    { class: 'log' },
    h('time', { class: 'soft', datetime: at, title: at }, String(at).slice(11, 19)),
    h('span', {}, openid),
    h(
      'div',
      { class: 'text' },
      Object.entries(data).map(([name, value]) =>
        h('div', {}, `${name}: ${String(value?.value ?? '')}`),
      ),
    ),
    h('span', { class: 'from' }, [templateId, page].filter(Boolean).join(' → ')),
  )
}
