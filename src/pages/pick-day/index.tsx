import { useRouter } from '@tarojs/taro'
import { PickDayView } from '../../features/booking/pick-day-view'

export default function PickDayPage() {
  const { serviceId = '' } = useRouter().params
  return <PickDayView serviceId={serviceId} />
}
