import { useRouter } from '@tarojs/taro'
import { PickTimeView } from '../../features/booking/pick-time-view'

export default function PickTimePage() {
  const { serviceId = '', day = '' } = useRouter().params
  return <PickTimeView serviceId={serviceId} day={day} />
}
