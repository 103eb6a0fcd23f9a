import { _, type Document, readCollection } from '../shared/db'
import { together } from '../shared/together'

interface NamedResident extends Document {
  name: string
  home?: string
}
interface NamedAccount extends Document {
  ref: string
  name: string
}

const residents = readCollection<NamedResident>('residents')
const accounts = readCollection<NamedAccount>('accounts')

/** Who people are, for those whose work is to answer and to call them; and who works here, by their `ref`. */
export interface People {
  resident: (residentId: string) => { name: string; home?: string }
  worker: (ref: string) => string
}

/** Two reads at most, at once. */
export async function peopleOf(
  residentIds: readonly string[],
  refs: readonly string[],
): Promise<People> {
  const [found, workers] = await together([
    residentIds.length === 0 ? Promise.resolve([]) : residents.findMany(residentIds),
    refs.length === 0
      ? Promise.resolve([])
      : accounts.list({
          where: { ref: _.in([...new Set(refs)]) },
          limit: refs.length,
          fields: ['ref', 'name'],
        }),
  ])
  const byId = new Map(
    found.map(({ _id, name, home }) => [_id, { name, ...(home ? { home } : {}) }]),
  )
  const byRef = new Map(workers.map(({ ref, name }) => [ref, name]))
  return {
    resident: (residentId) => byId.get(residentId) ?? { name: '' },
    worker: (ref) => byRef.get(ref) ?? '',
  }
}
