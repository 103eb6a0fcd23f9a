/** A browser gives no way into the address book. */
export const pickContact = undefined as
  (() => Promise<{ name: string; phone: string } | undefined>) | undefined
