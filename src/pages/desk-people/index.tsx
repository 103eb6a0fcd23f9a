import { useRouter } from '@tarojs/taro'
import { PeopleView } from '../../features/account/people/people-view'

export default function DeskPeoplePage() {
  const { residentId } = useRouter().params
  return <PeopleView residentId={residentId} />
}
