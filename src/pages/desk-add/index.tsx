import { useRouter } from '@tarojs/taro'
import { FindPerson } from '../../features/account/people/find-person'
import { AddView } from '../../features/booking/day/add-view'

export default function DeskAddPage() {
  const { serviceId = '', slotId = '', place = '' } = useRouter().params
  return (
    <AddView
      serviceId={serviceId}
      slotId={slotId}
      place={place}
      find={(onChoose) => <FindPerson onChoose={onChoose} />}
    />
  )
}
