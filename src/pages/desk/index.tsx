import { DeskView } from '../../features/booking/desk-view'

export default function DeskPage() {
  return <DeskView />
}
