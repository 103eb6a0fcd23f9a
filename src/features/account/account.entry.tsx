import { openFamily, openMyData, openPrivacy, openReading } from '../../lib/routes'
import { useReading } from '../../ui/elder'
import { ListRow } from '../../ui/list'
import { ACCOUNT_TEXT } from './account.text'
import { useFamily } from './family.store'
import { MY_DATA_TEXT } from './my-data/my-data.text'

const TEXT = ACCOUNT_TEXT.entry

/** Family numbers, reading, and privacy among the rows of 我的. */
export function AccountEntries() {
  const { on } = useReading()
  const names = useFamily().map(({ name }) => name)
  return (
    <>
      <ListRow
        icon="family"
        title={TEXT.family}
        say={names.length > 0 ? names.join('、') : TEXT.familySay}
        onTap={() => void openFamily()}
      />
      <ListRow
        icon="letters"
        title={TEXT.reading}
        say={on ? TEXT.elderIsOn : TEXT.readingSay}
        onTap={() => void openReading()}
      />
      <ListRow
        icon="shield"
        title={TEXT.privacy}
        say={TEXT.privacySay}
        onTap={() => void openPrivacy()}
      />
      <ListRow
        icon="book"
        title={MY_DATA_TEXT.title}
        say={MY_DATA_TEXT.entrySay}
        onTap={() => void openMyData()}
      />
    </>
  )
}
