import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { LIMITS } from '../../../../../types/contract/limits'
import { useQuery } from '../../../../cloud/use-query'
import { Button } from '../../../../ui/button'
import { Icon } from '../../../../ui/icon'
import { List } from '../../../../ui/list'
import { Loaded } from '../../../../ui/loaded'
import { Notice } from '../../../../ui/notice'
import { PickRow } from '../../../../ui/pick-row'
import { Skeleton } from '../../../../ui/skeleton'
import { Say, Stack } from '../../../../ui/stack'
import { Tap } from '../../../../ui/tap'
import { TextField } from '../../../../ui/text-field'
import { AUDIENCE_TEXT as TEXT } from './audience.text'
import './name-people.css'
import type { NamedPerson } from './plan.draft'

interface NamePeopleProps {
  people: readonly NamedPerson[]
  onChange: (people: readonly NamedPerson[]) => void
  problem: string | undefined
}

/** People named one by one: found by name, each look in the audit trail. */
export function NamePeople({ people, onChange, problem }: NamePeopleProps) {
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  const known = people.filter((one) => one.name !== '')
  const others = people.length - known.length
  const find = () => setName(typed.trim())
  return (
    <Stack>
      <TextField
        label={TEXT.name}
        hint={TEXT.nameHint}
        value={typed}
        onChange={setTyped}
        onDone={find}
        maxLength={LIMITS.nameChars}
      />
      <Button kind="second" onTap={find}>
        {TEXT.find}
      </Button>
      {name ? (
        <Found
          key={name}
          name={name}
          people={people}
          onAdd={(one) => {
            onChange([...people, one])
            setName('')
            setTyped('')
          }}
        />
      ) : null}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {people.length > 0 ? <Say>{TEXT.named(people.length, LIMITS.namedAudience)}</Say> : null}
      <View className="named">
        {known.map((one) => (
          <Tap
            key={one.residentId}
            className="named__one"
            label={TEXT.drop(one.name)}
            onTap={() => onChange(people.filter(({ residentId }) => residentId !== one.residentId))}
          >
            <Text>{one.name}</Text>
            <Icon name="bin" className="named__bin" />
          </Tap>
        ))}
        {others > 0 ? (
          <Tap className="named__one" label={TEXT.dropOthers} onTap={() => onChange(known)}>
            <Text>{TEXT.others(others)}</Text>
            <Icon name="bin" className="named__bin" />
          </Tap>
        ) : null}
      </View>
    </Stack>
  )
}

interface FoundProps {
  name: string
  people: readonly NamedPerson[]
  onAdd: (person: NamedPerson) => void
}

function Found({ name, people, onAdd }: FoundProps) {
  const query = useQuery('account.findResident', { name })
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ residents, more }) => {
        const fresh = residents.filter(
          (found) => !people.some(({ residentId }) => residentId === found.residentId),
        )
        if (fresh.length === 0) return <Notice tone="plain">{TEXT.none}</Notice>
        return (
          <Stack>
            <Say>{TEXT.found}</Say>
            <List>
              {fresh.map(({ residentId, name: masked, place }) => (
                <PickRow
                  key={residentId}
                  title={masked}
                  say={place}
                  onTap={() => onAdd({ residentId, name: `${masked} ${place}` })}
                />
              ))}
            </List>
            {more ? <Notice tone="plain">{TEXT.more}</Notice> : null}
          </Stack>
        )
      }}
    </Loaded>
  )
}
