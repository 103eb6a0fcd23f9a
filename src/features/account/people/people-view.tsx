import { type ReactNode, useState } from 'react'
import { Button } from '../../../ui/button'
import { Panes } from '../../../ui/panes'
import { Screen } from '../../../ui/screen'
import { Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { ROSTER_ROLES } from '../desk/desk-roles'
import { ForRoles } from '../../../cloud/for-roles'
import { FindForm, type FindInput } from './find-form'
import { FoundList } from './found-list'
import { PEOPLE_TEXT } from './people.text'
import { PersonForm } from './person-form'
import { PersonPane } from './person-pane'
import { showCard } from './show-card'

const TEXT = PEOPLE_TEXT
const NEW = 'new.'

/** For staff: finds people of the community, shows one (`residentId`: from the start), and changes what is kept. */
export function PeopleView({ residentId }: { residentId?: string | undefined }) {
  const [input, setInput] = useState<FindInput>()
  const [open, setOpen] = useState(residentId)
  const [sheet, setSheet] = useState<ReactNode>(null)
  return (
    <Screen own title={TEXT.title} sheet={sheet}>
      <ForRoles roles={ROSTER_ROLES}>
        {(_, now) => (
          <Panes
            open={open !== undefined}
            back={{ say: TEXT.back, onTap: () => setOpen(undefined) }}
            list={
              <Stack>
                <FindForm onFind={setInput} />
                {input ? (
                  <FoundList
                    input={input}
                    chosen={open}
                    onChoose={({ residentId }) => setOpen(residentId)}
                  />
                ) : (
                  <Say>{TEXT.find.traced}</Say>
                )}
                <Button kind="second" onTap={() => setOpen(NEW)}>
                  {TEXT.find.add}
                </Button>
              </Stack>
            }
            detail={
              open === undefined ? (
                <Standstill icon="person" title={TEXT.choose} say={TEXT.chooseSay} />
              ) : open === NEW ? (
                <PersonForm
                  now={now}
                  onLeave={() => setOpen(undefined)}
                  onSaved={(card) => {
                    showCard(card)
                    setOpen(card.residentId)
                  }}
                />
              ) : (
                <PersonPane key={open} residentId={open} onSheet={setSheet} onOpen={setOpen} />
              )
            }
          />
        )}
      </ForRoles>
    </Screen>
  )
}
