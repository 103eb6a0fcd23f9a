import { Text, View } from '@tarojs/components'
import type { Block, Run } from '../../../types/contract/announcement-content'
import { role } from '../../ui/role'
import { BlockLink } from './block-link'
import './blocks.css'

/** A text of headings, paragraphs and lists. What leads somewhere stands below its words, as large as a finger. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <View className="blocks">
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} />
      ))}
    </View>
  )
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <View className="blocks__heading" {...role('heading')}>
          <Runs runs={block.runs} />
        </View>
      )
    case 'paragraph':
      return (
        <View className="blocks__paragraph">
          <Runs runs={block.runs} />
          <Links runs={block.runs} />
        </View>
      )
    case 'list':
      return (
        <View className="blocks__list">
          {block.items.map((runs, index) => (
            <View key={index} className="blocks__item">
              {block.ordered ? (
                <Text className="blocks__number">{`${index + 1}.`}</Text>
              ) : (
                <View className="blocks__dot" aria-hidden="true" />
              )}
              <View className="blocks__words">
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
    return <Text className="blocks__text">{runs.map(({ text }) => text).join('')}</Text>
  }
  return (
    <Text className="blocks__text">
      {runs.map(({ text, bold, link }, index) => (
        <Text key={index} className={link ? 'blocks__named' : bold ? 'blocks__bold' : ''}>
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
        link ? <BlockLink key={index} words={text} link={link} /> : null,
      )}
    </>
  )
}
