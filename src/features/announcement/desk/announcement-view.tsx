import { type ReactNode, useState } from 'react'
import type { Written } from '../../../../types/contract/announcement-desk'
import { useQuery } from '../../../cloud/use-query'
import { goBack } from '../../../lib/routes'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { OverRegion } from './at-post'
import { type Post, WRITERS } from './desk-roles.rules'
import { DESK_TEXT } from './desk.text'
import { Editor } from './editor/editor'
import type { Step } from './editor/plan.rules'
import { PublishedPane } from './published-pane'

interface AnnouncementViewProps {
  /** '' begins a new one. */
  announcementId: string
  region: string
}

/** For whoever writes: one announcement, being written or out in the world. */
export function AnnouncementView({ announcementId, region }: AnnouncementViewProps) {
  const [sheet, setSheet] = useState<ReactNode>(null)
  return (
    <Screen own title={DESK_TEXT.title} sheet={sheet}>
      <OverRegion roles={WRITERS} region={region}>
        {(post, now) => (
          <OneAnnouncement {...{ post, region, now }} opened={announcementId} onSheet={setSheet} />
        )}
      </OverRegion>
    </Screen>
  )
}

interface OneAnnouncementProps {
  post: Post
  region: string
  opened: string
  now: number
  onSheet: (sheet: ReactNode) => void
}

function OneAnnouncement({ post, region, opened, now, onSheet }: OneAnnouncementProps) {
  const [reply, setReply] = useState<Written>()
  const [fresh, setFresh] = useState(false)
  const [step, setStep] = useState<Step>('words')
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({})
  const [names] = useState(() => new Map<string, string>())
  // One that was begun here is known by its replies, until somebody else has changed it.
  const [asking, setAsking] = useState(opened !== '')
  const id = reply?.announcementId ?? opened
  const query = useQuery(
    'announcement.viewWritten',
    { region, announcementId: id },
    { wanted: asking, as: 'me' },
  )
  const known = query.status === 'ready' ? query.data : undefined
  const written = newestOf(known, reply)
  const onStale = () => {
    if (asking) void query.refresh()
    else setAsking(true)
  }
  const pictures = written?.shown.pictures ?? []
  const urls: Record<string, string> = {}
  for (const { uploadId, url } of pictures) urls[uploadId] = url
  Object.assign(urls, seen)
  const onSeen = (uploadId: string, url: string) =>
    setSeen((before) => ({ ...before, [uploadId]: url }))
  const shared = { post, region, now, urls, onSeen, onSheet, onStale, onWritten: setReply }
  const editor = (
    <Editor
      key={id}
      {...shared}
      {...{ written, step, names }}
      saved={reply !== undefined}
      onStep={setStep}
      onPublished={(done) => {
        setFresh(true)
        setReply(done)
      }}
      onRemoved={() => {
        onSheet(null)
        void goBack()
      }}
    />
  )
  if (opened === '' && !written) return editor
  if (written) {
    return written.state === 'draft' || written.state === 'scheduled' ? (
      editor
    ) : (
      <PublishedPane key={id} {...shared} {...{ written, fresh }} />
    )
  }
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'row', 'card', 'card']} />}
      onRetry={() => void query.refresh()}
    >
      {() => null}
    </Loaded>
  )
}

/** What was replied last, unless the cloud has told of something later since. */
function newestOf(known: Written | undefined, reply: Written | undefined): Written | undefined {
  if (!known || !reply) return reply ?? known
  return known.version > reply.version ? known : reply
}
