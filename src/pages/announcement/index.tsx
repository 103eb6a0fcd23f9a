import { useRouter } from '@tarojs/taro'
import { AnnouncementView } from '../../features/announcement/announcement-view'

export default function AnnouncementPage() {
  const { id = '' } = useRouter().params
  return <AnnouncementView announcementId={id} />
}
