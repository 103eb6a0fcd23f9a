import { DeskRatingsView } from '../../features/booking/use/desk-ratings-view'

export default function DeskRatingsPage() {
  return <DeskRatingsView />
}
