import type { ReactNode } from 'react'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import { actFor } from '../../../lib/acting'
import { openDeskEntitlements, startAgain } from '../../../lib/routes'
import { Section } from '../../../ui/card'
import { List, ListRow } from '../../../ui/list'
import { CodeSheet } from './code-sheet'
import { PEOPLE_TEXT } from './people.text'
import type { Doing } from './person.doing'

const TEXT = PEOPLE_TEXT.card

interface PersonActionsProps {
  card: ResidentCard
  onSheet: (sheet: ReactNode) => void
  onDo: (doing: Doing) => void
}

/** What else the desk can do for a person. */
export function PersonActions({ card, onSheet, onDo }: PersonActionsProps) {
  const makeCode = (householdId: string, place: string) =>
    onSheet(
      <CodeSheet
        householdId={householdId}
        place={place}
        onStay={() => onSheet(null)}
        onMade={(made) => {
          onSheet(null)
          onDo({ is: 'code', made })
        }}
      />,
    )
  return (
    <Section title={TEXT.more}>
      <List>
        {card.homes.map(({ householdId, place }) => (
          <ListRow
            key={householdId}
            icon="scan"
            title={TEXT.code}
            say={place}
            onTap={() => makeCode(householdId, place)}
          />
        ))}
        <ListRow
          icon="care"
          title={TEXT.actFor}
          say={TEXT.actForSay}
          onTap={() => {
            actFor({ residentId: card.residentId, name: card.fullName })
            void startAgain()
          }}
        />
        <ListRow
          icon="money"
          title={TEXT.entitlements}
          say={TEXT.entitlementsSay}
          onTap={() => void openDeskEntitlements(card.residentId)}
        />
        <ListRow icon="family" title={TEXT.helping} onTap={() => onDo({ is: 'helping' })} />
        <ListRow icon="home" title={TEXT.end} onTap={() => onDo({ is: 'end' })} />
        <ListRow icon="person" title={TEXT.merge} onTap={() => onDo({ is: 'merge' })} />
      </List>
    </Section>
  )
}
