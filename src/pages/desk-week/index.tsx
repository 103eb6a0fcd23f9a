import { useRouter } from '@tarojs/taro'
import { WeekView } from '../../features/booking/day/week-view'

export default function DeskWeekPage() {
  const { day = '' } = useRouter().params
  return <WeekView day={day} />
}
