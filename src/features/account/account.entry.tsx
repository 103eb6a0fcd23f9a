import { useKnown } from '../../cloud/use-query'
import { useActing } from '../../lib/acting'
import {
  openFamily,
  openHelping,
  openJoin,
  openMyData,
  openPhone,
  openPrivacy,
  openReading,
} from '../../lib/routes'
import { useReading } from '../../ui/elder'
import { ListRow } from '../../ui/list'
import { ACCOUNT_TEXT } from './account.text'
import { useFamily } from './family.store'
import { HELPING_TEXT } from './helping/helping.text'
import { MY_DATA_TEXT } from './my-data/my-data.text'

const TEXT = ACCOUNT_TEXT.entry

/** Acting for others, family numbers, my number, reading, and privacy among the rows of 我的. */
export function AccountEntries() {
  const { on } = useReading()
  // What is one's own, and not to be done for somebody, is out of the way meanwhile.
  const acting = useActing()
  return (
    <>
      <HelpingEntry />
      {acting ? null : <OwnEntries />}
      <ListRow
        icon="letters"
        title={TEXT.reading}
        say={on ? TEXT.elderIsOn : TEXT.readingSay}
        onTap={() => void openReading()}
      />
      {acting ? null : (
        <>
          <ListRow
            icon="shield"
            title={TEXT.privacy}
            say={TEXT.privacySay}
            onTap={() => void openPrivacy()}
          />
          <ListRow
            icon="person"
            title={MY_DATA_TEXT.title}
            say={MY_DATA_TEXT.entrySay}
            onTap={() => void openMyData()}
          />
        </>
      )}
    </>
  )
}

/** Also while acting: to act for another, or to see who acts for me. */
function HelpingEntry() {
  const acting = useActing()
  const asking = useKnown('account.me', {}, { as: 'me' })?.asking ?? 0
  return (
    <ListRow
      icon="family"
      title={HELPING_TEXT.entry}
      say={
        acting
          ? HELPING_TEXT.entryActing
          : asking > 0
            ? HELPING_TEXT.entryAsking(asking)
            : HELPING_TEXT.entrySay
      }
      onTap={() => void openHelping()}
    />
  )
}

function OwnEntries() {
  const me = useKnown('account.me', {}, { as: 'me' })
  const names = useFamily().map(({ name }) => name)
  const { phone } = me ?? {}
  return (
    <>
      {me ? (
        <ListRow
          icon="home"
          title={me.state === 'newcomer' ? TEXT.join : TEXT.another}
          say={me.state === 'newcomer' ? TEXT.joinSay : TEXT.anotherSay}
          onTap={() => void openJoin()}
        />
      ) : null}
      {me?.state === 'active' ? (
        <ListRow
          icon="phone"
          title={TEXT.phone}
          say={
            phone
              ? (phone.verified ? TEXT.phoneVerified : TEXT.phoneUnverified)(phone.masked)
              : TEXT.phoneNone
          }
          onTap={() => void openPhone()}
        />
      ) : null}
      <ListRow
        icon="book"
        title={TEXT.family}
        say={names.length > 0 ? names.join('、') : TEXT.familySay}
        onTap={() => void openFamily()}
      />
    </>
  )
}
