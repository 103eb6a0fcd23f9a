import { useKnown } from '../../cloud/use-query'
import { openAnnouncements, openDisclosures } from '../../lib/routes'
import { ListRow } from '../../ui/list'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

const TEXT = ANNOUNCEMENT_TEXT.entry

/** Announcements and disclosures among the rows of 我的, for a newcomer too. */
export function AnnouncementEntries() {
  const unread = useKnown('home.view', {})?.announcement.unread
  return (
    <>
      <ListRow
        icon="horn"
        title={ANNOUNCEMENT_TEXT.listTitle}
        say={unread ? TEXT.unread(unread) : TEXT.say}
        onTap={() => void openAnnouncements()}
      />
      <ListRow
        icon="affairs"
        title={TEXT.disclosures}
        say={TEXT.disclosuresSay}
        onTap={() => void openDisclosures()}
      />
    </>
  )
}
