import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BadRequest } from '../bad-request'
import type { Database } from '../db/database'
import { exportLines, importLines, ImportRefused, isImportMode } from '../transfer/transfer'
import { readChunks } from './body'
import { refuseOtherSite } from './guard'
import type { Handler } from './handler'

const IMPORT_LIMIT = 512 * 1024 * 1024

function collectionParam(url: URL): string {
  const name = url.searchParams.get('collection')
  if (name === null || name === '') throw new BadRequest('collection is missing')
  return name
}

/**
 * `GET /export?collection=` answers JSON Lines; `POST /import?collection=&mode=insert|upsert` takes
 * them and answers `{ inserted, replaced }`, or 400 with the line that is wrong and nothing written.
 */
export function transferHandler(database: Database): Handler {
  return async (request, response, url) => {
    const which = `${request.method ?? ''} ${url.pathname}`
    if (which === 'GET /export') {
      const refused = refuseOtherSite(request)
      if (refused !== undefined) throw new BadRequest(refused)
      const name = collectionParam(url)
      const collection = database.store.collections.get(name)
      if (collection === undefined) throw new BadRequest(`there is no collection ${name}`)
      response.writeHead(200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}.json`,
      })
      await pipeline(Readable.from(exportLines(collection)), response)
      return true
    }
    if (which === 'POST /import') {
      const name = collectionParam(url)
      const mode = url.searchParams.get('mode') ?? 'insert'
      if (!isImportMode(mode)) throw new BadRequest('mode must be insert or upsert')
      const chunks = await readChunks(request, IMPORT_LIMIT)
      let counts
      try {
        counts = importLines(database, name, mode, chunks)
      } catch (error) {
        if (error instanceof ImportRefused) throw new BadRequest(error.message)
        throw error
      }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(counts))
      return true
    }
    return false
  }
}
