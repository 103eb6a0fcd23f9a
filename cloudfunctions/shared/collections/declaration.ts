export interface IndexDeclaration {
  name: string
  /** Fields in order; 1 ascending, -1 descending. A field may lead into an array of objects. */
  keys: readonly (readonly [field: string, direction: 1 | -1])[]
  unique?: boolean
}

/**
 * Each element of `list` may hold one sealed text in `text`, a field at the element's top. It is a copy of the
 * field `text` of the document of `of` that has the element's `id`, and opens as that: one sealed string may
 * stand in both.
 */
export interface SealedInList {
  list: string
  text: string
  of: string
}

export interface CollectionDeclaration {
  /** What one document is. */
  about: string
  indexes: readonly IndexDeclaration[]
  rule: { read: false; write: false }
  /**
   * Fields at the top of a document that hold one text each, sealed with the key ring
   * (shared/sealed-fields.ts). A collection that has some has an index on `keyId`, by which the ticker
   * finds what is to be sealed with a newer key: a sealed field that is not declared here is lost when
   * its key is retired.
   */
  sealed?: readonly string[]
  /** Sealed texts inside lists of objects, as the claims of a diary. */
  sealedIn?: readonly SealedInList[]
  /**
   * Columns by which a sealed field is found without being opened: `phoneFind: { kind: 'phone', of:
   * 'phone' }` holds `ring.find('phone', <the very text that is sealed in phone>)`.
   */
  found?: Readonly<Record<string, { kind: string; of: string }>>
}

/** No collection is open to clients: only cloud functions reach the data. */
export const ADMIN_ONLY = { read: false, write: false } as const
