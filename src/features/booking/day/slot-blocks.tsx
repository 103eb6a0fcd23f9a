import { Text, View } from '@tarojs/components'
import { formatSpan } from '../../../lib/time.format'
import { openDeskAdd } from '../../../lib/routes'
import { Fold } from '../../../ui/fold'
import { List } from '../../../ui/list'
import { PickRow } from '../../../ui/pick-row'
import { Stack } from '../../../ui/stack'
import { Tap } from '../../../ui/tap'
import { badgeOf, type Block, glanceOf, roomFor, whereOf } from './day.format'
import { DAY_TEXT } from './day.text'
import './slot-blocks.css'

interface SlotBlocksProps {
  shown: readonly Block[]
  /** They are over, and nothing of them is left to note. */
  over: readonly Block[]
  now: number
  /** The visit that stands open. */
  chosen: string | undefined
  onChoose: (bookingId: string) => void
}

/** The slots of a day by time; those that are done with, behind a tap. */
export function SlotBlocks({ shown, over, ...given }: SlotBlocksProps) {
  return (
    <>
      {over.length > 0 ? (
        <Fold title={DAY_TEXT.over(over.length)}>
          <Stack>
            {over.map((block) => (
              <SlotBlock key={block.slot.slotId} block={block} {...given} />
            ))}
          </Stack>
        </Fold>
      ) : null}
      {shown.map((block) => (
        <SlotBlock key={block.slot.slotId} block={block} {...given} />
      ))}
    </>
  )
}

type SlotBlockProps = Pick<SlotBlocksProps, 'now' | 'chosen' | 'onChoose'> & {
  block: Block
}

/** One slot: its room at a glance, and whoever comes. */
function SlotBlock({ block: { slot, visits }, now, chosen, onChoose }: SlotBlockProps) {
  const { slotId, serviceId, serviceName, startsAt, endsAt, taken, capacity } = slot
  const room = roomFor(slot, now)
  const part = capacity === 0 ? 0 : Math.min(100, Math.round((100 * taken) / capacity))
  return (
    <List>
      <View className="slot-head">
        <View className="slot-head__line">
          <Text className="slot-head__time">{formatSpan(startsAt, endsAt)}</Text>
          <Text className="slot-head__glance">{glanceOf(slot, now).join('，')}</Text>
        </View>
        <Text className="slot-head__what">{`${serviceName}，${whereOf(slot)}`}</Text>
        <View className="slot-head__track" aria-hidden="true">
          <View className="slot-head__taken" style={{ width: `${part}%` }} />
        </View>
      </View>
      {visits.map((visit) => (
        <PickRow
          key={visit.bookingId}
          title={visit.name}
          say={visit.home}
          more={visit.note}
          badge={badgeOf(visit)}
          chosen={visit.bookingId === chosen}
          onTap={() => onChoose(visit.bookingId)}
        />
      ))}
      {room ? (
        <Tap
          className="slot-add"
          role="link"
          label={`${DAY_TEXT.glance[room === 'ahead' ? 'add' : 'walkIn']}，${formatSpan(startsAt, endsAt)}，${serviceName}`}
          onTap={() => void openDeskAdd(serviceId, slotId, whereOf(slot))}
        >
          <Text className="slot-add__say">
            {`+ ${DAY_TEXT.glance[room === 'ahead' ? 'add' : 'walkIn']}`}
          </Text>
        </Tap>
      ) : null}
    </List>
  )
}
