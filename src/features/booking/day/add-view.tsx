import { type ReactNode, useState } from 'react'
import type { Me } from '../../../../types/contract/account'
import type { Outcome } from '../../../../types/contract/booking'
import { ForRoles } from '../../../cloud/for-roles'
import { goBack } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { Wide } from '../../../ui/desk'
import { Done } from '../../../ui/done'
import { Screen } from '../../../ui/screen'
import { Heading, Say, Stack } from '../../../ui/stack'
import { WISH_TEXT } from '../booking.wish.text'
import { CARE_ROLES, OFFICE } from '../care/care-roles'
import { OutcomeList } from '../outcome-list'
import { AddForm } from './add-form'
import { CallerForm } from './caller-form'
import type { Person } from './visit.doing'
import { ADD_TEXT as TEXT } from './visit.text'

interface AddViewProps {
  serviceId: string
  slotId: string
  /** Where this time is given: a service may be given at two places. */
  place: string
  /** How staff find a person, which is another feature's. */
  find: (onChoose: (person: Person) => void) => ReactNode
}

/** What became of it: for whom, and of each date where there are several. */
interface Added {
  name: string
  items?: readonly Outcome[] | undefined
}

/** A place for somebody who stands there, or calls: of staff, by the person's card; of a provider, by what they say. */
export function AddView(props: AddViewProps) {
  const [added, setAdded] = useState<Added>()
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={CARE_ROLES}>
        {(me, now) => (
          <Wide>
            {added ? (
              <AddDone added={added} now={now} onAgain={() => setAdded(undefined)} />
            ) : (
              <Adding {...props} me={me} onDone={setAdded} />
            )}
          </Wide>
        )}
      </ForRoles>
    </Screen>
  )
}

function Adding(props: AddViewProps & { me: Me; onDone: (added: Added) => void }) {
  const { serviceId, slotId, place, find, me, onDone } = props
  const [person, setPerson] = useState<Person>()
  const at = { serviceId, slotId, place }
  if (!me.roles.some((role) => OFFICE.includes(role))) {
    return <CallerForm {...at} me={me} onDone={(name) => onDone({ name })} />
  }
  return person ? (
    <AddForm
      key={person.residentId}
      {...at}
      person={person}
      onOther={() => setPerson(undefined)}
      onDone={(items) => onDone({ name: person.name, items })}
    />
  ) : (
    <Stack>
      <Heading>{TEXT.who}</Heading>
      <Say>{TEXT.whoSay}</Say>
      {find(setPerson)}
    </Stack>
  )
}

function AddDone({ added, now, onAgain }: { added: Added; now: number; onAgain: () => void }) {
  const { name, items = [] } = added
  const missed = items.filter(({ booked }) => !booked).length
  const title =
    missed > 0
      ? WISH_TEXT.done.some(items.length - missed, items.length)
      : items.length > 1
        ? TEXT.doneAll(name, items.length)
        : TEXT.done(name)
  return (
    <>
      <Done
        icon={missed > 0 ? 'alert' : 'check'}
        title={title}
        say={missed > 0 ? WISH_TEXT.done.say : TEXT.doneSay}
      />
      {items.length > 0 ? <OutcomeList items={items} now={now} /> : null}
      <Stack>
        <Button onTap={() => void goBack()}>{TEXT.back}</Button>
        <Button kind="second" onTap={onAgain}>
          {TEXT.again}
        </Button>
      </Stack>
    </>
  )
}
