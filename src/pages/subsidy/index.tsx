import { SubsidyView } from '../../features/booking/care/subsidy-view'

export default function SubsidyPage() {
  return <SubsidyView />
}
