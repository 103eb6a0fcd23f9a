import type { CommandName, Contract } from '../../types/contract'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { Stack } from '../ui/stack'
import { useCommand } from './use-command'

type ReviewName = Extract<
  CommandName,
  'announcement.reviewQuestion' | 'booking.reviewRating' | 'message.reviewOfficeQuestion'
>

interface ReviewPartProps<Name extends ReviewName> {
  name: Name
  inputOf: (verdict: 'allow' | 'refuse') => Contract[Name]['input']
  text: Record<'held' | 'allow' | 'allowing' | 'refuse' | 'refusing', string>
  onDone: (reply: Contract[Name]['output']) => void
}

/** Something that WeChat's check was unsure of: people let it through, or refuse it. */
export function ReviewPart<Name extends ReviewName>(props: ReviewPartProps<Name>) {
  const { name, inputOf, text, onDone } = props
  const allow = useCommand(name)
  const refuse = useCommand(name)
  const run = async (verdict: 'allow' | 'refuse') => {
    const result = await (verdict === 'allow' ? allow : refuse).run(inputOf(verdict))
    if (result?.ok) onDone(result.data)
  }
  const error = allow.error ?? refuse.error
  return (
    <Stack card>
      <Notice tone="plain" icon="shield">
        {text.held}
      </Notice>
      {error ? <Notice tone="warn">{error.message}</Notice> : null}
      <Button
        busy={allow.says(text.allowing)}
        disabled={refuse.busy}
        onTap={() => void run('allow')}
      >
        {text.allow}
      </Button>
      <Button
        kind="danger"
        busy={refuse.says(text.refusing)}
        disabled={allow.busy}
        onTap={() => void run('refuse')}
      >
        {text.refuse}
      </Button>
    </Stack>
  )
}
