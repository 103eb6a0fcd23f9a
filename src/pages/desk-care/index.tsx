import { DeskCareView } from '../../features/booking/care/desk-care-view'

export default function DeskCarePage() {
  return <DeskCareView />
}
