import { type ReactNode, useState } from 'react'
import { ForRoles } from '../../../cloud/for-roles'
import { goBack } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { Wide } from '../../../ui/desk'
import { Done } from '../../../ui/done'
import { Screen } from '../../../ui/screen'
import { Heading, Say, Stack } from '../../../ui/stack'
import { OFFICE } from '../care/care-roles'
import { AddForm } from './add-form'
import type { Person } from './visit.doing'
import { ADD_TEXT as TEXT } from './visit.text'

interface AddViewProps {
  serviceId: string
  slotId: string
  /** How a person is found, which is another feature's. */
  find: (onChoose: (person: Person) => void) => ReactNode
}

/** For staff: a place for somebody who stands at the desk, or calls. */
export function AddView({ serviceId, slotId, find }: AddViewProps) {
  const [person, setPerson] = useState<Person>()
  const [done, setDone] = useState<string>()
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={OFFICE}>
        {() =>
          done ? (
            <Wide>
              <Done title={TEXT.done(done)} say={TEXT.doneSay} />
              <Stack>
                <Button onTap={() => void goBack()}>{TEXT.back}</Button>
                <Button
                  kind="second"
                  onTap={() => {
                    setPerson(undefined)
                    setDone(undefined)
                  }}
                >
                  {TEXT.again}
                </Button>
              </Stack>
            </Wide>
          ) : (
            <Wide>
              {person ? (
                <AddForm
                  key={person.residentId}
                  serviceId={serviceId}
                  slotId={slotId}
                  person={person}
                  onOther={() => setPerson(undefined)}
                  onDone={() => setDone(person.name)}
                />
              ) : (
                <Stack>
                  <Heading>{TEXT.who}</Heading>
                  <Say>{TEXT.whoSay}</Say>
                  {find(setPerson)}
                </Stack>
              )}
            </Wide>
          )
        }
      </ForRoles>
    </Screen>
  )
}
