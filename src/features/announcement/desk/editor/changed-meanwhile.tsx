import type { Written } from '../../../../../types/contract/announcement-desk'
import { formatMoment } from '../../../../lib/time.format'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { Heading, Say, Stack } from '../../../../ui/stack'
import { EDITOR_TEXT } from './editor.text'

const TEXT = EDITOR_TEXT.changed

interface ChangedMeanwhileProps {
  written: Written
  now: number
  onMine: () => void
  onTheirs: () => void
}

/** Somebody else saved while something was typed here: which of the two stays is for a person to say. */
export function ChangedMeanwhile({ written, now, onMine, onTheirs }: ChangedMeanwhileProps) {
  return (
    <Stack card>
      <Heading>{TEXT.title}</Heading>
      <Notice tone="warn">{TEXT.say(written.author, formatMoment(written.changedAt, now))}</Notice>
      <Button onTap={onMine}>{TEXT.mine}</Button>
      <Say>{TEXT.mineSay}</Say>
      <Button kind="second" onTap={onTheirs}>
        {TEXT.theirs}
      </Button>
      <Say>{TEXT.theirsSay}</Say>
    </Stack>
  )
}
