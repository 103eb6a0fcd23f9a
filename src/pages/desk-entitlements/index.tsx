import { useRouter } from '@tarojs/taro'
import { DeskEntitlementsView } from '../../features/booking/care/desk-entitlements-view'

export default function DeskEntitlementsPage() {
  const { residentId = '' } = useRouter().params
  return <DeskEntitlementsView residentId={residentId} />
}
