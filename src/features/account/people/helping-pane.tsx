import type { ReactNode } from 'react'
import type { GrantView, Helping, HelpRequest } from '../../../../types/contract/account-helping'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import { updateQuery } from '../../../cloud/query-cache'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Say, Stack } from '../../../ui/stack'
import { HELPING_TEXT } from '../helping/helping.text'
import { PEOPLE_TEXT } from './people.text'

const TEXT = PEOPLE_TEXT.helping

interface HelpingPaneProps {
  card: ResidentCard
  now: number
  onSheet: (sheet: ReactNode) => void
  onLeave: () => void
}

/** Who acts for the person at the desk, and who asks to: the desk answers for them, without digits. */
export function HelpingPane({ card, now, onSheet, onLeave }: HelpingPaneProps) {
  const { residentId, fullName } = card
  const query = useQuery('account.listHelping', {}, { as: { residentId } })
  const show = (helping: Helping) => {
    updateQuery('account.listHelping', {}, residentId, () => helping)
    onSheet(null)
  }
  const end = (grant: GrantView) =>
    onSheet(
      <EndSheet residentId={residentId} grant={grant} onStay={() => onSheet(null)} onDone={show} />,
    )
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'card', 'card']} />}
      onRetry={() => void query.refresh()}
    >
      {({ helpers, asking }) => {
        const waiting = asking.filter(({ state }) => state === 'waiting')
        return (
          <Stack>
            <Heading>{TEXT.title(fullName)}</Heading>
            {helpers.length + waiting.length === 0 ? <Say>{TEXT.none}</Say> : null}
            {helpers.map((grant) => (
              <Helper key={grant.grantId} grant={grant} now={now} onEnd={() => end(grant)} />
            ))}
            {waiting.length > 0 ? (
              <Section title={TEXT.asking}>
                <Stack>
                  <Notice tone="plain" icon="shield">
                    {TEXT.sure}
                  </Notice>
                  {waiting.map((request) => (
                    <Asking
                      key={request.requestId}
                      residentId={residentId}
                      request={request}
                      now={now}
                      onDone={show}
                    />
                  ))}
                </Stack>
              </Section>
            ) : null}
            <Button kind="second" onTap={onLeave}>
              {TEXT.back}
            </Button>
          </Stack>
        )
      }}
    </Loaded>
  )
}

function Helper({ grant, now, onEnd }: { grant: GrantView; now: number; onEnd: () => void }) {
  const { name, relation, scope, since } = grant
  return (
    <Stack card>
      <Heading>{name}</Heading>
      <Say>
        {TEXT.fact(
          HELPING_TEXT.relation[relation],
          HELPING_TEXT.scope[scope],
          formatDate(dayOf(since), now),
        )}
      </Say>
      <Button kind="danger" label={TEXT.endLabel(name)} onTap={onEnd}>
        {TEXT.end}
      </Button>
    </Stack>
  )
}

interface AskingProps {
  residentId: string
  request: HelpRequest
  now: number
  onDone: (helping: Helping) => void
}

function Asking({ residentId, request, now, onDone }: AskingProps) {
  const { requestId, name, relation, scope, askedAt } = request
  const confirm = useCommand('account.confirmHelper', { as: { residentId } })
  const refuse = useCommand('account.refuseHelper', { as: { residentId } })
  const answer = async (command: typeof confirm | typeof refuse) => {
    const result = await command.run({ requestId })
    if (result?.ok) onDone(result.data)
  }
  const error = confirm.error ?? refuse.error
  return (
    <Stack card>
      <Heading>{name}</Heading>
      <Say>
        {TEXT.asks(
          HELPING_TEXT.relation[relation],
          HELPING_TEXT.scope[scope],
          formatDate(dayOf(askedAt), now),
        )}
      </Say>
      {error ? <Notice tone="warn">{error.message}</Notice> : null}
      <Button
        label={TEXT.confirmLabel(name)}
        busy={confirm.says(TEXT.confirming)}
        disabled={refuse.busy}
        onTap={() => void answer(confirm)}
      >
        {TEXT.confirm}
      </Button>
      <Button
        kind="danger"
        label={TEXT.refuseLabel(name)}
        busy={refuse.says(TEXT.refusing)}
        disabled={confirm.busy}
        onTap={() => void answer(refuse)}
      >
        {TEXT.refuse}
      </Button>
    </Stack>
  )
}

interface EndSheetProps {
  residentId: string
  grant: GrantView
  onStay: () => void
  onDone: (helping: Helping) => void
}

function EndSheet({ residentId, grant, onStay, onDone }: EndSheetProps) {
  const { grantId, name } = grant
  const end = useCommand('account.endHelping', { as: { residentId } })
  const run = async () => {
    const result = await end.run({ grantId })
    if (result?.ok) onDone(result.data)
  }
  return (
    <Sheet
      title={TEXT.endTitle(name)}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.endAct, onTap: () => void run(), busy: end.says(TEXT.ending) }}
    >
      <Stack>
        <Say>{TEXT.endSay}</Say>
        {end.error ? <Notice tone="warn">{end.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
