let made = 0

/** An aggregation over a new collection of this database with these documents. */
export async function filledIn(db: any, docs: readonly object[]): Promise<any> {
  const name = `agg${++made}`
  await db.createCollection(name)
  if (docs.length > 0) await db.collection(name).add({ data: docs })
  return Object.assign(db.collection(name).aggregate(), { collectionName: name })
}

/** What an aggregation answers. */
export const run = async (pipeline: any): Promise<any> => (await pipeline.end()).list
