import { DeskVisitsView } from '../../features/booking/care/desk-visits-view'

export default function DeskVisitsPage() {
  return <DeskVisitsView />
}
