import { Text, View } from '@tarojs/components'
import type { ListedEntry } from '../../../types/contract/directory'
import { openEntry } from '../../lib/routes'
import { Tap } from '../../ui/tap'
import { CallButton } from './call-button'
import { formatOpen } from './directory.format'
import './entry-row.css'

/** One place or number: what it is for, whether it is open, and its call button. */
export function EntryRow({ entry, now }: { entry: ListedEntry; now: number }) {
  const { entryId, name, summary, phones } = entry
  // An emergency number is always there: saying so would only be more to read.
  const urgent = entry.kind === 'emergency'
  const open = entry.open && !urgent ? formatOpen(entry.open, now) : undefined
  const [first] = phones
  return (
    <View className="entry-row">
      <Tap
        role="link"
        className="entry-row__words"
        label={[name, summary, open].filter(Boolean).join('，')}
        onTap={() => void openEntry(entryId)}
      >
        <Text className="entry-row__name">{name}</Text>
        <Text className="entry-row__summary">{summary}</Text>
        {open ? (
          <Text className={`entry-row__open entry-row__open--${entry.open?.state}`}>{open}</Text>
        ) : null}
      </Tap>
      {first ? <CallButton name={name} phone={first} urgent={urgent} /> : null}
    </View>
  )
}
