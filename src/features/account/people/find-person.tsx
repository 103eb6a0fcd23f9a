import { useState } from 'react'
import type { ListedResident } from '../../../../types/contract/account-roster'
import { Stack } from '../../../ui/stack'
import { FindForm, type FindInput } from './find-form'
import { FoundList } from './found-list'

interface FindPersonProps {
  onChoose: (resident: ListedResident) => void
}

/** Finds one person of the community, for whatever is to be done for them. */
export function FindPerson({ onChoose }: FindPersonProps) {
  const [input, setInput] = useState<FindInput>()
  return (
    <Stack>
      <FindForm onFind={setInput} />
      {input ? <FoundList input={input} chosen={undefined} onChoose={onChoose} /> : null}
    </Stack>
  )
}
