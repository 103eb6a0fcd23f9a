import { MyBookingsView } from '../../features/booking/my-bookings-view'

export default function MyBookingsPage() {
  return <MyBookingsView />
}
