import { useRouter } from '@tarojs/taro'
import { CallListView } from '../../features/announcement/desk/calls/call-list-view'

export default function DeskCallListPage() {
  const { id = '', region = '' } = useRouter().params
  return <CallListView announcementId={id} region={decodeURIComponent(region)} />
}
