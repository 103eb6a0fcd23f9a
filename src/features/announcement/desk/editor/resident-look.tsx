import { Image, Text, View } from '@tarojs/components'
import type { Block, Must } from '../../../../../types/contract/announcement-content'
import { formatFullDay } from '../../../../lib/time.format'
import { Badge } from '../../../../ui/badge'
import { Facts } from '../../../../ui/facts'
import { Table } from '../../../../ui/table'
import { Blocks } from '../../blocks'
import { DESK_TEXT } from '../desk.text'
import { formatYuan, sumOf, type LineDraft } from './accounts.rules'
import type { ContentDraft } from './plan.draft'
import { LOOK_TEXT as TEXT } from './look.text'
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

const MONEY = [
  { key: 'name', title: TEXT.money.name, narrow: 'head' },
  { key: 'sum', title: TEXT.money.sum, narrow: 'head' },
] as const

/** An announcement about as its readers will see it, on a phone drawn to its size. Nothing in it can be tapped. */
export function ResidentLook({ content, blocks, urls, from, must, now, elder }: ResidentLookProps) {
  const { title, category, pictures, files, place, day, time, accounts } = content
  return (
    <View className={`look${elder ? ' elder elder--24' : ''}`} aria-label={TEXT.label}>
      <View className="look__head">
        <Badge tone={category === 'emergency' ? 'warn' : 'accent'}>
          {DESK_TEXT.category[category]}
        </Badge>
        <Text className="look__title">{title || TEXT.noTitle}</Text>
        <Text className="look__from">{from}</Text>
      </View>
      {day || place ? (
        <Facts
          rows={[
            { label: TEXT.when, value: day && [formatFullDay(day, now), time].join(' ') },
            { label: TEXT.place, value: place },
          ]}
        />
      ) : null}
      <Blocks blocks={blocks} />
      {pictures.map(({ uploadId, name }) => {
        const url = urls[uploadId]
        return url ? (
          <Image
            key={uploadId}
            className="look__picture"
            src={url}
            mode="widthFix"
            {...(process.env.TARO_ENV === 'weapp'
              ? { 'aria-label': name }
              : { nativeProps: { alt: name } })}
          />
        ) : null
      })}
      {category === 'finance' ? (
        <>
          <Money label={TEXT.money.income} lines={accounts.income} />
          <Money label={TEXT.money.spending} lines={accounts.spending} />
        </>
      ) : null}
      {files.map(({ uploadId, name }) => (
        <Text key={uploadId} className="look__file">
          {TEXT.file(name)}
        </Text>
      ))}
      {must ? (
        <View className="look__asks">
          {(must.do === 'choose' ? must.choices : must.do === 'confirm' ? [TEXT.know] : []).map(
            (choice) => (
              <Text key={choice} className="look__choice">
                {choice}
              </Text>
            ),
          )}
        </View>
      ) : null}
    </View>
  )
}

function Money({ label, lines }: { label: string; lines: readonly LineDraft[] }) {
  const shown = lines.filter(({ name }) => name.trim() !== '')
  if (shown.length === 0) return null
  return (
    <Table
      label={label}
      columns={MONEY}
      rows={[
        ...shown.map((line, index) => ({
          key: String(index),
          cells: { name: line.name, sum: formatYuan(sumOf([line])) },
        })),
        { key: 'sum', cells: { name: TEXT.money.all(label), sum: formatYuan(sumOf(shown)) } },
      ]}
    />
  )
}
