import { useRouter } from '@tarojs/taro'
import { AnnouncementView } from '../../features/announcement/desk/announcement-view'

export default function DeskAnnouncementPage() {
  const { id = '', region = '' } = useRouter().params
  return <AnnouncementView announcementId={id} region={decodeURIComponent(region)} />
}
