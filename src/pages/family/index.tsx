import { FamilyView } from '../../features/account/family-view'

export default function FamilyPage() {
  return <FamilyView />
}
