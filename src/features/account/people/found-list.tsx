import type { ListedResident } from '../../../../types/contract/account-roster'
import { useQuery } from '../../../cloud/use-query'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { PickRow } from '../../../ui/pick-row'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import type { FindInput } from './find-form'
import { PEOPLE_TEXT } from './people.text'

const TEXT = PEOPLE_TEXT.find

interface FoundListProps {
  input: FindInput
  chosen: string | undefined
  onChoose: (resident: ListedResident) => void
  /** Not offered, e.g. the one whom another is looked for. */
  without?: string
}

/** Whom a search found, masked: enough to know whom to open. */
export function FoundList({ input, chosen, onChoose, without }: FoundListProps) {
  const query = useQuery('account.findResident', input)
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ residents, more }) => {
        const shown = residents.filter(({ residentId }) => residentId !== without)
        if (shown.length === 0) {
          return <Standstill icon="person" title={TEXT.none} say={TEXT.noneSay} />
        }
        return (
          <Stack>
            <Heading>{TEXT.found(shown.length)}</Heading>
            <List>
              {shown.map((resident) => (
                <PickRow
                  key={resident.residentId}
                  title={resident.name}
                  say={resident.place}
                  more={resident.phone}
                  badge={
                    resident.joined
                      ? { tone: 'accent', say: PEOPLE_TEXT.joined }
                      : { tone: 'plain', say: PEOPLE_TEXT.notJoined }
                  }
                  chosen={resident.residentId === chosen}
                  onTap={() => onChoose(resident)}
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
