import { useMyself } from '../../../cloud/use-myself'
import { openDeskAnnouncements, openDeskCalls, openDeskQuestions } from '../../../lib/routes'
import { ListRow } from '../../../ui/list'
import { CALLERS, WRITERS } from './desk-roles.rules'
import { DESK_TEXT } from './desk.text'

const TEXT = DESK_TEXT.entries

/** The ways to announcements at the desk. No counts: none of them is known without a call. */
export function AnnouncementDeskRows() {
  const mine = useMyself()?.roles ?? []
  const writes = mine.some((role) => WRITERS.includes(role))
  const calls = mine.some((role) => CALLERS.includes(role))
  return (
    <>
      {writes ? (
        <ListRow
          icon="horn"
          title={TEXT.announcements}
          say={TEXT.announcementsSay}
          onTap={() => void openDeskAnnouncements()}
        />
      ) : null}
      {calls ? (
        <ListRow
          icon="phone"
          title={TEXT.calls}
          say={TEXT.callsSay}
          onTap={() => void openDeskCalls()}
        />
      ) : null}
      {writes ? (
        <ListRow
          icon="chat"
          title={TEXT.questions}
          say={TEXT.questionsSay}
          onTap={() => void openDeskQuestions()}
        />
      ) : null}
    </>
  )
}
