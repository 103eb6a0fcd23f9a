import { useState } from 'react'
import type { JoinRequest } from '../../../../types/contract/account-joining'
import { useCommand } from '../../../cloud/use-command'
import { formatMoment } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/card'
import { Facts } from '../../../ui/facts'
import { Notice } from '../../../ui/notice'
import { Options } from '../../../ui/options'
import { Heading, Stack } from '../../../ui/stack'
import { relationOf, titleOf } from './request.format'
import { REQUESTS_TEXT } from './requests.text'

const TEXT = REQUESTS_TEXT
/** Chosen in the place of a person on the roster. No id of the cloud is like it. */
const NEW = 'new.'

interface RequestDetailProps {
  request: JoinRequest
  now: number
  onDone: (reply: JoinRequest) => void
  onRefuse: () => void
  /** Somebody else has answered it meanwhile. */
  onStale: () => void
}

/**
 * One request, and on the roster whom it may be. With people to choose from none is chosen beforehand:
 * a wrong tap would give somebody's record to another.
 */
export function RequestDetail({ request, now, onDone, onRefuse, onStale }: RequestDetailProps) {
  const { kind, name, phone, forName, place, askedAt, matches } = request
  const answer = useCommand('account.answerRequest')
  const [who, setWho] = useState(matches.length === 0 ? NEW : undefined)
  const [unchosen, setUnchosen] = useState(false)

  const approve = async () => {
    if (who === undefined) return setUnchosen(true)
    const result = await answer.run({
      requestId: request.requestId,
      answer: 'approve',
      ...(who === NEW ? {} : { residentId: who }),
    })
    if (result?.ok) onDone(result.data)
    else if (result?.error.code === 'REQUEST_ANSWERED') onStale()
  }
  return (
    <Stack>
      <Stack card>
        <Heading>{titleOf(request)}</Heading>
        <Facts
          rows={[
            { label: TEXT.facts.name, value: name },
            { label: TEXT.facts.phone, value: phone },
            { label: TEXT.facts.forName, value: forName },
            { label: TEXT.facts.place[kind], value: place },
            { label: TEXT.facts.relation[kind], value: relationOf(request) },
            { label: TEXT.facts.askedAt, value: formatMoment(askedAt, now) },
          ]}
        />
      </Stack>
      <Section title={TEXT.who[kind]}>
        <Options
          label={TEXT.who[kind]}
          options={[
            ...matches.map(({ residentId, name: listed, place: lives, sameRoom }) => ({
              value: residentId,
              title: listed,
              say: `${lives}，${sameRoom ? TEXT.sameRoom : TEXT.otherRoom}`,
            })),
            { value: NEW, title: TEXT.asNew[kind], say: TEXT.asNewSay },
          ]}
          chosen={who}
          onChoose={(value) => {
            setUnchosen(false)
            setWho(value)
          }}
        />
      </Section>
      {unchosen ? <Notice tone="warn">{TEXT.pickFirst}</Notice> : null}
      <Notice tone="plain" icon="shield">
        {TEXT.sure[kind]}
      </Notice>
      {answer.error ? <Notice tone="warn">{answer.error.message}</Notice> : null}
      <Button busy={answer.says(TEXT.approving)} onTap={() => void approve()}>
        {TEXT.approve}
      </Button>
      <Button kind="danger" disabled={answer.busy} onTap={onRefuse}>
        {TEXT.refuse}
      </Button>
    </Stack>
  )
}
