import { Text, View } from '@tarojs/components'
import { useKnown } from '../../cloud/use-query'
import { isFirst, openJoin, replaceWithAnnouncements } from '../../lib/routes'
import { formatMoment } from '../../lib/time.format'
import { Button } from '../../ui/button'
import { Card, Fact } from '../../ui/card'
import { Fold } from '../../ui/fold'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { ShareButton } from '../../ui/share-button'
import { Stack } from '../../ui/stack'
import { AccountsPart } from './accounts-part'
import { Origin } from './announcement-row'
import { formatWhen, isDone, lookOf } from './announcement.format'
import type { Published } from './announcement.spoken'
import { ANNOUNCEMENT_TEXT } from './announcement.text'
import { AsksPart } from './asks-part'
import { FilesPart, PicturesPart } from './attached-parts'
import { Blocks } from './blocks'
import './published-view.css'
import { QuestionsPart } from './questions-part'

const TEXT = ANNOUNCEMENT_TEXT.view

interface PublishedViewProps {
  view: Published
  now: number
  refresh: () => Promise<void>
}

/** All of an announcement, in the order in which it is read; what the reader must do comes when it has been. */
export function PublishedView({ view, now, refresh }: PublishedViewProps) {
  const { pictures, files, accounts, asks, expired, announcementId } = view
  return (
    <Stack>
      <Head view={view} now={now} />
      <Card>
        <Blocks blocks={view.blocks} />
      </Card>
      {pictures.length > 0 ? <PicturesPart pictures={pictures} /> : null}
      {files.length > 0 ? <FilesPart files={files} refresh={refresh} /> : null}
      {accounts ? (
        <AccountsPart accounts={accounts} announcementId={announcementId} title={view.title} />
      ) : null}
      {asks && asks.do !== 'read' ? (
        <AsksPart view={view} asks={asks} expired={expired} now={now} />
      ) : null}
      <QuestionsPart view={view} now={now} />
      <Formers view={view} now={now} />
      <Onward view={view} />
    </Stack>
  )
}

function Head({ view, now }: { view: Published; now: number }) {
  const { category, title, asks, expired, formers, place, when } = view
  const [last] = [...formers].sort((a, b) => b.until - a.until)
  const urgent = category === 'emergency'
  return (
    <Card className={`notice-head${urgent ? ' notice-head--urgent' : ''}`}>
      <View className="notice-head__kind">
        <Icon name={lookOf(category).icon} />
        <Text>{ANNOUNCEMENT_TEXT.category[category]}</Text>
      </View>
      <Text className="notice-head__title">{title}</Text>
      <Origin row={view} now={now} />
      {expired ? <Notice tone="warn">{TEXT.expired}</Notice> : null}
      {!expired && asks && !isDone(asks.do, asks.done) && asks.do !== 'read' ? (
        <Notice tone="plain" icon="alert">
          {TEXT[asks.do]}
        </Notice>
      ) : null}
      {last ? (
        <Notice tone="plain" icon="alert">
          {TEXT.corrected(formatMoment(last.until, now), last.reason)}
        </Notice>
      ) : null}
      {when ? (
        <Fact icon="calendar" label={TEXT.when}>
          {formatWhen(when, now)}
        </Fact>
      ) : null}
      {place ? (
        <Fact icon="pin" label={TEXT.place}>
          {place}
        </Fact>
      ) : null}
    </Card>
  )
}

/** What it said until it was put right. */
function Formers({ view, now }: { view: Published; now: number }) {
  return (
    <>
      {view.formers.map(({ title, blocks, until, accounts }) => (
        <Fold key={until} title={`${TEXT.former}（${formatMoment(until, now)}）`}>
          <View className="former">
            <Text className="former__until">{TEXT.formerUntil(formatMoment(until, now))}</Text>
            <Text className="former__title">{title}</Text>
            <Blocks blocks={blocks} />
            {accounts ? <AccountsPart accounts={accounts} former /> : null}
          </View>
        </Fold>
      ))}
    </>
  )
}

/** Whoever came by a card has nowhere to go back to; whoever may pass it on can. */
function Onward({ view }: { view: Published }) {
  const newcomer = useKnown('home.view', {})?.me.state === 'newcomer'
  return (
    <View className="notice-onward">
      {view.public ? <ShareButton>{TEXT.share}</ShareButton> : null}
      {newcomer ? <Button onTap={() => void openJoin()}>{TEXT.join}</Button> : null}
      {isFirst() ? (
        <Button kind="second" onTap={() => void replaceWithAnnouncements()}>
          {TEXT.all}
        </Button>
      ) : null}
    </View>
  )
}
