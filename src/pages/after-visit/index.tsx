import { useRouter } from '@tarojs/taro'
import { AfterVisitView } from '../../features/booking/after/after-visit-view'

export default function AfterVisitPage() {
  const { bookingId = '' } = useRouter().params
  return <AfterVisitView bookingId={bookingId} />
}
