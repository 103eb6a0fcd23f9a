import { useRouter } from '@tarojs/taro'
import { ServiceView } from '../../features/booking/service-view'

export default function ServicePage() {
  const { serviceId = '' } = useRouter().params
  return <ServiceView serviceId={serviceId} />
}
