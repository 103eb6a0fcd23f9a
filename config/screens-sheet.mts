/** A picture in the folder of all pictures. */
export interface Sheet {
  build: string
  look: string
  name: string
  /** From the folder. */
  file: string
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A page with all pictures: a row for each build and screen, a column for each look. */
export function contactSheet(sheets: readonly Sheet[]): string {
  const rows = new Map<string, Sheet[]>()
  for (const sheet of sheets) {
    const key = `${sheet.build}: ${sheet.name}`
    rows.set(key, [...(rows.get(key) ?? []), sheet])
  }
  const figure = ({ file, look }: Sheet) =>
    `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${escape(look)}</figcaption></figure>`
  const row = ([name, shown]: [string, Sheet[]]) =>
    `<h2>${escape(name)}</h2><div>${shown.map(figure).join('')}</div>`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Linli: every screen</title><style>
    body { margin: 24px; background: #ddd3c2; font: 15px/1.4 sans-serif }
    div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
    figure { margin: 0 } img { width: 240px; border-radius: 12px } figcaption { text-align: center }
  </style>${[...rows].map(row).join('\n')}</html>\n`
}
