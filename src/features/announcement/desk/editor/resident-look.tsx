import { Text, View } from '@tarojs/components'
import type { Block, File, Must } from '../../../../../types/contract/announcement-content'
import { formatFullDay } from '../../../../lib/time.format'
import { Card, Fact } from '../../../../ui/card'
import { Icon } from '../../../../ui/icon'
import { AccountsPart } from '../../accounts-part'
import { lookOf } from '../../announcement.format'
import { ANNOUNCEMENT_TEXT } from '../../announcement.text'
import { PicturesPart } from '../../attached-parts'
import { Blocks } from '../../blocks'
import { accountsOf } from './accounts.rules'
import { LOOK_TEXT as TEXT } from './look.text'
import type { ContentDraft } from './plan.draft'
import './resident-look.css'

interface ResidentLookProps {
  content: ContentDraft
  blocks: readonly Block[]
  urls: Readonly<Record<string, string>>
  from: string
  must: { do: Must['do']; choices: readonly string[] } | undefined
  now: number
  /** As somebody in elder mode reads it. */
  elder: boolean
}

/** An announcement as its readers will see it, as wide as a phone, out of the parts that they are shown. */
export function ResidentLook({ content, blocks, urls, from, must, now, elder }: ResidentLookProps) {
  const { title, category, pictures, files, place, day, time } = content
  const accounts = category === 'finance' ? accountsOf(content.accounts) : undefined
  const shown: File[] = []
  for (const one of pictures) {
    const url = urls[one.uploadId]
    if (url) shown.push({ ...one, url, ending: '', bytes: 0 })
  }
  const choices =
    must?.do === 'choose'
      ? must.choices.filter((one) => one.trim() !== '')
      : must?.do === 'confirm'
        ? [TEXT.know]
        : []
  return (
    <View className={`look${elder ? ' elder elder--24' : ''}`} aria-label={TEXT.label}>
      <Card>
        <View className="look__kind">
          <Icon name={lookOf(category).icon} />
          <Text>{ANNOUNCEMENT_TEXT.category[category]}</Text>
        </View>
        <Text className="look__title">{title || TEXT.noTitle}</Text>
        <Text className="look__from">{from}</Text>
        {day ? (
          <Fact icon="calendar" label={ANNOUNCEMENT_TEXT.view.when}>
            {[formatFullDay(day, now), time].join(' ')}
          </Fact>
        ) : null}
        {place ? (
          <Fact icon="pin" label={ANNOUNCEMENT_TEXT.view.place}>
            {place}
          </Fact>
        ) : null}
      </Card>
      <Card>
        <Blocks blocks={blocks} />
      </Card>
      {shown.length > 0 ? <PicturesPart pictures={shown} /> : null}
      {files.map(({ uploadId, name }) => (
        <Text key={uploadId} className="look__file">
          {TEXT.file(name)}
        </Text>
      ))}
      {accounts ? <AccountsPart accounts={accounts} former /> : null}
      {choices.map((choice) => (
        <Text key={choice} className="look__choice">
          {choice}
        </Text>
      ))}
    </View>
  )
}
