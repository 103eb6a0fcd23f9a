import { get, post } from './api.js'
import { editDocument, removeDocument } from './data-edit.js'
import { field, fill, h, number, toast } from './dom.js'

/** Collections to browse and query: `#/data/<collection>`. */
export async function data(main, [chosen]) {
  const { collections } = await get('/console/api/overview')
  const current = collections.find(({ name }) => name === chosen)
  const links = collections.map(({ name, documents }) =>
    h(
      'a',
      {
        href: `#/data/${encodeURIComponent(name)}`,
        'aria-current': name === chosen ? 'true' : null,
      },
      name,
      h('span', { class: 'soft' }, number(documents)),
    ),
  )
  const none = h(
    'p',
    { class: 'empty' },
    'No collection yet. Functions make them with db.createCollection.',
  )
  const right = h('div', { class: 'stack' })
  fill(
    main,
    h('h1', {}, 'Data'),
    h(
      'div',
      { class: 'split' },
      h(
        'section',
        { class: 'card flush' },
        h('div', { class: 'head' }, h('h2', {}, 'Collections')),
        links.length === 0 ? none : h('nav', { class: 'list', 'aria-label': 'Collections' }, links),
      ),
      right,
    ),
  )
  if (current === undefined)
    fill(
      right,
      h(
        'p',
        { class: 'card empty' },
        chosen ? `There is no collection ${chosen}.` : 'Choose a collection.',
      ),
    )
  else await browse(right, current)
}

async function browse(place, collection) {
  const { name } = collection
  const query = h('input', {
    class: 'code',
    placeholder: '{"owner":"alice","at":{"$gt":5}}',
    spellcheck: 'false',
  })
  const order = h('input', { class: 'code', placeholder: '{"at":-1}', spellcheck: 'false' })
  const limit = h('input', { type: 'number', min: 1, max: 200, value: 20 })
  const results = h('section', { class: 'card flush', 'aria-live': 'polite' })
  let skip = 0
  const run = async (at) => {
    skip = Math.max(0, at)
    const asked = {
      collection: name,
      query: query.value,
      order: order.value,
      skip,
      limit: Number(limit.value),
    }
    try {
      const found = await post('/console/api/query', asked)
      drawPage(results, collection, found, skip, asked.limit, run)
    } catch (error) {
      fill(results, h('p', { class: 'empty problem', role: 'alert' }, error.message))
    }
  }
  const again = () => run(skip)
  fill(
    place,
    h(
      'section',
      { class: 'card' },
      h(
        'div',
        { class: 'head' },
        h('h2', {}, name),
        h(
          'button',
          { onclick: () => editDocument(name, undefined).then((done) => done && again()) },
          'New document',
        ),
        h(
          'a',
          { class: 'button', href: `/export?collection=${encodeURIComponent(name)}` },
          'Export',
        ),
        importer(name, again),
      ),
      h(
        'form',
        { class: 'row', onsubmit: (event) => (event.preventDefault(), run(0)) },
        field('Query (Extended JSON)', query, true),
        field('Order', order, true),
        field('Limit', limit),
        h('button', { class: 'main' }, 'Find'),
      ),
      h('p', { class: 'soft' }, 'Indexes: ', indexesOf(collection)),
    ),
    results,
  )
  await run(0)
}

const indexesOf = ({ indexes }) =>
  [
    '_id',
    ...indexes.map(({ keys, unique }) => {
      const fields = keys
        .map(([path, direction]) => (direction < 0 ? `${path} desc` : path))
        .join(', ')
      return unique ? `${fields} (unique)` : fields
    }),
  ].join(' · ')

function importer(name, again) {
  const file = h('input', { type: 'file', hidden: true, accept: '.json,.jsonl', tabindex: '-1' })
  file.addEventListener('change', async () => {
    const [chosen] = file.files
    file.value = ''
    if (!chosen) return
    try {
      const reply = await post(`/import?mode=upsert&collection=${encodeURIComponent(name)}`, chosen)
      toast(`${reply.inserted} inserted, ${reply.replaced} replaced.`)
      await again()
    } catch (error) {
      toast(error.message)
    }
  })
  return [
    h(
      'button',
      {
        title: 'JSON Lines; documents with the same _id are replaced',
        onclick: () => file.click(),
      },
      'Import',
    ),
    file,
  ]
}

function drawPage(place, { name }, { documents, more, examined, advice, ms }, skip, limit, run) {
  const again = (done) => done && run(skip)
  const rows = documents.map((text) =>
    h(
      'div',
      { class: 'doc' },
      h('details', {}, h('summary', {}, text), h('pre', {}, pretty(text))),
      h(
        'div',
        { class: 'row' },
        h('button', { onclick: () => editDocument(name, text).then(again) }, 'Edit'),
        h(
          'button',
          { class: 'bad', onclick: () => removeDocument(name, text).then(again) },
          'Delete',
        ),
      ),
    ),
  )
  const range =
    documents.length === 0
      ? 'No document'
      : `${number(skip + 1)} to ${number(skip + documents.length)}`
  fill(
    place,
    h(
      'div',
      { class: 'head' },
      h('h2', {}, range),
      h('span', { class: 'soft' }, `${number(examined)} examined in ${ms} ms`),
      h('button', { disabled: skip === 0, onclick: () => run(skip - limit) }, 'Previous'),
      h('button', { disabled: !more, onclick: () => run(skip + limit) }, 'Next'),
    ),
    advice && h('p', { class: 'head badge warn' }, `An index on (${advice}) would help.`),
    documents.length === 0 ? h('p', { class: 'empty' }, 'Nothing matches.') : rows,
  )
}

export const pretty = (text) => JSON.stringify(JSON.parse(text), null, 2)
