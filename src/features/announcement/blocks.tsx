import { Text, View } from '@tarojs/components'
import type { Block, Run } from '../../../types/contract/announcement-content'
import { copyText } from '../../lib/copy-text'
import { callPhone } from '../../lib/phone-call'
import './blocks.css'

/** The body of an announcement, as the cloud made it of what was written. */
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
        <View className="blocks__heading">
          <Runs runs={block.runs} />
        </View>
      )
    case 'paragraph':
      return (
        <View className="blocks__paragraph">
          <Runs runs={block.runs} />
        </View>
      )
    case 'list':
      return (
        <View className="blocks__list">
          {block.items.map((runs, index) => (
            <View key={index} className="blocks__item">
              <Text className="blocks__mark">{block.ordered ? `${index + 1}.` : '•'}</Text>
              <View className="blocks__words">
                <Runs runs={runs} />
              </View>
            </View>
          ))}
        </View>
      )
  }
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map(({ text, bold, link }, index) =>
        link ? (
          <Text key={index} className="blocks__link" onClick={() => follow(link)}>
            {text}
          </Text>
        ) : (
          <Text key={index} className={bold ? 'blocks__bold' : ''}>
            {text}
          </Text>
        ),
      )}
    </>
  )
}

/** A mini-program opens no other site: a number is called, an address is copied for the browser. */
const follow = (link: string): void => {
  if (link.startsWith('tel:')) callPhone(link.slice('tel:'.length))
  else void copyText(link)
}
