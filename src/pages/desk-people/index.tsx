import { PeopleView } from '../../features/account/people/people-view'

export default function DeskPeoplePage() {
  return <PeopleView />
}
