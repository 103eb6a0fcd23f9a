import { useRouter } from '@tarojs/taro'
import { BookingView } from '../../features/booking/booking-view'

export default function BookingPage() {
  const { bookingId = '' } = useRouter().params
  return <BookingView bookingId={bookingId} />
}
