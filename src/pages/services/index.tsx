import { ServicesView } from '../../features/booking/services-view'

export default function ServicesPage() {
  return <ServicesView />
}
