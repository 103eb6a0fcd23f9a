import { ClaimView } from '../../features/account/roles/claim-view'

export default function ClaimPage() {
  return <ClaimView />
}
