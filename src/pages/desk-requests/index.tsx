import { RequestsView } from '../../features/account/requests/requests-view'

export default function DeskRequestsPage() {
  return <RequestsView />
}
