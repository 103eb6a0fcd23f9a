import { AskStaffView } from '../../features/message/ask-staff-view'

export default function AskStaffPage() {
  return <AskStaffView />
}
