import { DeskServicesView } from '../../features/booking/keep/desk-services-view'

export default function DeskServicesPage() {
  return <DeskServicesView />
}
