import { Text, View } from '@tarojs/components'
import type { Block, Run } from '../../types/contract/announcement-content'
import './rich-text-blocks.css'
import { RichLink } from './rich-link'
import { role } from './role'

/** A text of headings, paragraphs and lists. What leads somewhere stands below its words, as large as a finger. */
export function RichTextBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <View className="rich">
      {blocks.map((block, index) => (
        <RichBlock key={index} block={block} />
      ))}
    </View>
  )
}

function RichBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <View className="rich__heading" {...role('heading')}>
          <Runs runs={block.runs} />
        </View>
      )
    case 'paragraph':
      return (
        <View className="rich__paragraph">
          <Runs runs={block.runs} />
          <Links runs={block.runs} />
        </View>
      )
    case 'list':
      return (
        <View className="rich__list">
          {block.items.map((runs, index) => (
            <View key={index} className="rich__item">
              {block.ordered ? (
                <Text className="rich__number">{`${index + 1}.`}</Text>
              ) : (
                <View className="rich__dot" aria-hidden="true" />
              )}
              <View className="rich__words">
                <Runs runs={runs} />
                <Links runs={runs} />
              </View>
            </View>
          ))}
        </View>
      )
  }
}

/** Words in one line of thought; a text without styles is one Text, which is all that is sent to the screen. */
function Runs({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 1 && runs[0]?.link) return null
  if (runs.every(({ bold, link }) => !bold && link === undefined)) {
    return <Text className="rich__text">{runs.map(({ text }) => text).join('')}</Text>
  }
  return (
    <Text className="rich__text">
      {runs.map(({ text, bold, link }, index) => (
        <Text key={index} className={link ? 'rich__named' : bold ? 'rich__bold' : ''}>
          {text}
        </Text>
      ))}
    </Text>
  )
}

function Links({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map(({ text, link }, index) =>
        link ? <RichLink key={index} words={text} link={link} /> : null,
      )}
    </>
  )
}
