import { useRouter } from '@tarojs/taro'
import { ReceiptsView } from '../../features/announcement/desk/receipts-view'

export default function DeskReceiptsPage() {
  const { id = '', region = '' } = useRouter().params
  return <ReceiptsView announcementId={id} region={decodeURIComponent(region)} />
}
