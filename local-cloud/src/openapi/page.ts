import { ApiError } from './api-error'

const LONGEST_PAGE = 128

/**
 * Checks the path of a page: no leading slash, no query unless it is allowed, and one of the
 * program's pages when they are known. Throws ApiError 41030.
 */
export function checkPage(
  page: unknown,
  pages: readonly string[] | undefined,
  { query = false, exists = true }: { query?: boolean; exists?: boolean },
): string {
  const invalid = new ApiError(41030, 'invalid page')
  if (typeof page !== 'string' || page.startsWith('/')) throw invalid
  const [path = '', ...rest] = page.split('?')
  if (!query && (rest.length > 0 || path.length > LONGEST_PAGE)) throw invalid
  if (path !== '' && exists && pages && !pages.includes(path)) throw invalid
  return page
}
