import { dayOf, formatDate } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { CodePicture } from '../../../ui/code-picture'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { PEOPLE_TEXT } from './people.text'
import type { Made } from './person.doing'

const TEXT = PEOPLE_TEXT.code

interface HouseholdCodeProps {
  made: Made
  now: number
  onDone: () => void
}

/** A home's new code, large enough to be scanned or copied by hand across the desk. */
export function HouseholdCode({ made, now, onDone }: HouseholdCodeProps) {
  const { place, scene, letters, expiresAt } = made
  return (
    <Stack>
      <Stack card>
        <Heading>{TEXT.title(place)}</Heading>
        <CodePicture scene={scene} letters={letters} label={TEXT.picture(place)} />
        <Say>{TEXT.say}</Say>
        <Notice tone="plain" icon="shield">
          {TEXT.until(formatDate(dayOf(expiresAt), now))}
        </Notice>
      </Stack>
      <Button onTap={onDone}>{TEXT.done}</Button>
    </Stack>
  )
}
