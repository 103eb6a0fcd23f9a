import { OfficeView } from '../../features/message/desk/office-view'

export default function DeskOfficePage() {
  return <OfficeView />
}
