/** Reads a draft of the form of `initial`; `initial` for whatever the phone kept in another form. */
export const keptLike =
  <Draft extends Record<string, string | boolean>>(initial: Draft) =>
  (kept: unknown): Draft => {
    const given = (kept ?? {}) as Record<string, unknown>
    const draft: Record<string, unknown> = {}
    for (const name of Object.keys(initial)) {
      if (typeof given[name] !== typeof initial[name]) return initial
      draft[name] = given[name]
    }
    return draft as Draft
  }
