import { useRouter } from '@tarojs/taro'
import { EntryView } from '../../features/directory/entry-view'

export default function EntryPage() {
  const { entryId = '' } = useRouter().params
  return <EntryView entryId={entryId} />
}
