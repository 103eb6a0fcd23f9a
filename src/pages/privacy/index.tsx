import { PrivacyView } from '../../features/account/privacy-view'

export default function PrivacyPage() {
  return <PrivacyView />
}
