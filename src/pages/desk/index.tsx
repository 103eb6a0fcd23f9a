import { useRouter } from '@tarojs/taro'
import { DayView } from '../../features/booking/day/day-view'

export default function DeskPage() {
  const { day = '' } = useRouter().params
  return <DayView day={day} />
}
