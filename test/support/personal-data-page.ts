import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/shared/collections'
import { type PartKey, PERSONAL, type Personal } from '../../cloudfunctions/shared/personal-data'
import { PERSONAL_TEXT } from '../../cloudfunctions/shared/personal-data.text'

const OPENING = `# What is held of people

Made from \`cloudfunctions/shared/personal-data.ts\`, where every collection says what it holds of people: the
table below, the file that \`account.exportMyData\` gives, and what \`account.eraseMe\` does, are all made from
it. A collection that says nothing does not compile. After a change:
\`npx vitest run --project cloud test/kernel/personal-data.test.ts -u\`.

## What a person can do

- **See it.** \`account.exportMyData\` writes everything into one workbook, with a sheet for each kind, sealed
  fields as they were given. The file lies under a path that nobody can guess, its address is good for ten
  minutes, and the ticker removes it after an hour (Personal Information Protection Law, article 45).
- **See who saw it.** \`account.listTraces\` shows what others did with it ([audit.md](audit.md)).
- **Have it erased.** \`account.previewErasure\` says item by item what becomes of it, \`account.eraseMe\` does it
  (article 47). The same WeChat may begin anew at once, as somebody the program has never heard of.

## How erasing goes

1. The account is marked (\`erasing\`): whatever follows is finished by this call, the same tap sent again, or
   the ticker after a minute. The last administrator is refused, and then nothing has changed.
2. Each record of the person is told to the features that keep something under its id (\`personChanges\`): they
   cancel what is ahead and take out what the person wrote, within a minute.
3. Whoever acts for the person does so no more; what the person asked for goes, what others asked about them
   is withdrawn; files go.
4. Each record of the person forgets everything but its bare id. One that the community keeps in its own list
   (it has a key of the list, or something that staff noted; or staff entered it) goes on there under another id,
   without the account and without the phone number that the person gave.
5. The account is emptied last, and gets another reference: what knows the old one, as the audit trail does,
   leads to nobody. The empty document goes after a day.

Erasing leaves every chain of the audit trail valid: it never held a value.

## By collection
`

const one = (name: CollectionName): string => {
  const personal: Personal = PERSONAL[name]
  const { about } = COLLECTIONS[name]
  const head = `### \`${name}\`\n\n${capital(about)}.\n`
  if ('nothing' in personal) return `${head}\nNothing of people: ${personal.nothing}.\n`
  if ('passing' in personal) return `${head}\nNot looked through by person: ${personal.passing}.\n`
  const found = personal.finders.map(({ field }) => `\`${field}\``).join(' and ')
  const rows = personal.parts.map(({ key, fate, how, law }) => {
    const { what, why } = PERSONAL_TEXT[key as PartKey]
    return `| ${what} | ${fate} | ${capital(how)}.${law ? ` ${law}.` : ''} | ${why ?? ''} |`
  })
  return [
    head,
    `Found by ${found}.\n`,
    '| what | at erasure | how | what the person reads |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** docs/personal-data.md, before prettier. */
export const personalDataPage = (): string =>
  [OPENING, ...(Object.keys(PERSONAL) as CollectionName[]).map(one)].join('\n')
