import { AuditView } from '../../features/account/trail/audit-view'

export default function DeskAuditPage() {
  return <AuditView />
}
