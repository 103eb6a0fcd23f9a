import { type ReactNode, useState } from 'react'
import type { Written } from '../../../../types/contract/announcement-desk'
import { useCommand } from '../../../cloud/use-command'
import { openDeskReceipts } from '../../../lib/routes'
import { addDays, dayOf, formatFullDay, formatMoment, startOfDay } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/card'
import { Desk } from '../../../ui/desk'
import { Facts } from '../../../ui/facts'
import { Notice } from '../../../ui/notice'
import { Say, Stack } from '../../../ui/stack'
import { CorrectForm } from './editor/correct-form'
import { contentDraftOf } from './editor/plan.draft'
import { PUBLISH_TEXT } from './editor/publish.text'
import { ResidentLook } from './editor/resident-look'
import type { Post } from './desk-roles.rules'
import { DESK_TEXT } from './desk.text'
import { PUBLISHED_TEXT as TEXT } from './published.text'
import { WithdrawSheet } from './withdraw-sheet'

const PIN_DAYS = 7
const DONE = PUBLISH_TEXT.done

interface PublishedPaneProps {
  post: Post
  region: string
  written: Written
  now: number
  urls: Readonly<Record<string, string>>
  onSeen: (uploadId: string, url: string) => void
  /** It has just been published here. */
  fresh: boolean
  onWritten: (written: Written) => void
  onStale: () => void
  onSheet: (sheet: ReactNode) => void
}

/** One that is out: what it says, who has seen it, and what can still be done about it. */
export function PublishedPane(props: PublishedPaneProps) {
  const { post, region, written, now, urls, fresh, onWritten, onStale, onSheet } = props
  const { announcementId, state, version, content, must, from, withdrawn, corrections } = written
  const [doing, setDoing] = useState<'look' | 'correct'>('look')
  const [said, setSaid] = useState(fresh ? DONE.published : '')
  const pin = useCommand('announcement.pin')
  const pinned = written.pinnedUntil !== undefined && written.pinnedUntil > now
  const settle = (reply: Written, words: string) => {
    onSheet(null)
    setDoing('look')
    setSaid(words)
    onWritten(reply)
  }
  const togglePin = async () => {
    const until = startOfDay(addDays(dayOf(now), PIN_DAYS + 1)) - 1
    const pinnedUntil = pinned ? null : until
    const result = await pin.run({ region, announcementId, version, pinnedUntil })
    if (result?.ok) settle(result.data, pinned ? DONE.unpinned : DONE.pinned)
    else if (result?.error.code === 'CHANGED') onStale()
  }
  const withdraw = () =>
    onSheet(
      <WithdrawSheet
        {...{ written, region, onStale }}
        onStay={() => onSheet(null)}
        onDone={(reply) => settle(reply, DONE.withdrawn)}
      />,
    )
  if (doing === 'correct') {
    return (
      <CorrectForm
        {...{ post, region, written, now, urls, onStale, onSheet }}
        onSeen={props.onSeen}
        onLeave={() => setDoing('look')}
        onDone={(reply) => settle(reply, DONE.corrected)}
      />
    )
  }
  return (
    <Desk
      side={
        <Stack>
          {said ? (
            <Notice tone="plain" icon="check">
              {said}
            </Notice>
          ) : null}
          <Stack card>
            <Facts rows={factsOf(written, now)} />
          </Stack>
          {pin.error ? <Notice tone="warn">{pin.error.message}</Notice> : null}
          <Button onTap={() => void openDeskReceipts(region, announcementId)}>
            {TEXT.receipts}
          </Button>
          {state === 'published' ? (
            <>
              <Button kind="second" onTap={() => setDoing('correct')}>
                {TEXT.correct}
              </Button>
              <Button kind="second" busy={pin.says(TEXT.pinning)} onTap={() => void togglePin()}>
                {pinned ? TEXT.unpin : TEXT.pin}
              </Button>
              <Button kind="danger" onTap={withdraw}>
                {TEXT.withdraw}
              </Button>
            </>
          ) : null}
        </Stack>
      }
    >
      <Stack>
        {withdrawn ? (
          <Notice tone="warn">
            {TEXT.withdrawn(formatMoment(withdrawn.at, now), withdrawn.reason)}
          </Notice>
        ) : null}
        <ResidentLook
          content={contentDraftOf(content, dayOf(now).slice(0, 4))}
          blocks={written.blocks}
          {...{ urls, from, now }}
          must={must && { do: must.do, choices: must.choices ?? [] }}
          elder={false}
        />
        {corrections.length > 0 ? (
          <Section title={TEXT.corrections}>
            <Stack card>
              {corrections.map(({ at, reason, by }) => (
                <Say key={at}>{TEXT.correction(formatMoment(at, now), by, reason)}</Say>
              ))}
            </Stack>
          </Section>
        ) : null}
      </Stack>
    </Desk>
  )
}

function factsOf(written: Written, now: number) {
  const { state, author, publishedAt, must, pinnedUntil, expiresAt } = written
  const until = (at: number | undefined) =>
    at === undefined ? undefined : PUBLISH_TEXT.until(formatFullDay(dayOf(at), now))
  return [
    { label: TEXT.facts.state, value: DESK_TEXT.state[state] },
    { label: TEXT.facts.author, value: author },
    {
      label: TEXT.facts.publishedAt,
      value: publishedAt === undefined ? undefined : formatMoment(publishedAt, now),
    },
    { label: PUBLISH_TEXT.facts.must, value: must && DESK_TEXT.must[must.do] },
    {
      label: PUBLISH_TEXT.facts.pinned,
      value: pinnedUntil !== undefined && pinnedUntil > now ? until(pinnedUntil) : undefined,
    },
    { label: PUBLISH_TEXT.facts.expires, value: until(expiresAt) },
  ]
}
