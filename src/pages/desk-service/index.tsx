import { useRouter } from '@tarojs/taro'
import { DeskServiceView } from '../../features/booking/keep/desk-service-view'

export default function DeskServicePage() {
  const { serviceId = '', part = '' } = useRouter().params
  return <DeskServiceView serviceId={serviceId} part={part} />
}
