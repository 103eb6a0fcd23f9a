import { useRouter } from '@tarojs/taro'
import { ConfirmView } from '../../features/booking/confirm-view'

export default function ConfirmPage() {
  const { serviceId = '', slotId = '', day = '' } = useRouter().params
  return <ConfirmView serviceId={serviceId} slotId={slotId} day={day} />
}
