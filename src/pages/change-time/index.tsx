import { useRouter } from '@tarojs/taro'
import { ChangeTimeView } from '../../features/booking/change-time-view'

export default function ChangeTimePage() {
  const { bookingId = '', serviceId = '' } = useRouter().params
  return <ChangeTimeView bookingId={bookingId} serviceId={serviceId} />
}
