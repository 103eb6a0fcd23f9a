/** What did not answer in time. What was asked may have been done all the same. */
export class TookTooLong extends Error {}

/** The answer, or TookTooLong after `ms`. What is asked goes on; its late answer is nobody's. */
export async function within<T>(ms: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
