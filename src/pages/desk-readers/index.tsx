import { useRouter } from '@tarojs/taro'
import { ReadersView } from '../../features/announcement/desk/readers-view'

export default function DeskReadersPage() {
  const { id = '', region = '', which, choice } = useRouter().params
  return (
    <ReadersView
      announcementId={id}
      region={decodeURIComponent(region)}
      which={which}
      choice={choice && decodeURIComponent(choice)}
    />
  )
}
