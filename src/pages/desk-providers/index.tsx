import { DeskProvidersView } from '../../features/booking/keep/desk-providers-view'

export default function DeskProvidersPage() {
  return <DeskProvidersView />
}
