import { PhoneView } from '../../features/account/phone/phone-view'

export default function PhonePage() {
  return <PhoneView />
}
