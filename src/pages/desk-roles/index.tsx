import { RolesView } from '../../features/account/roles/roles-view'

export default function DeskRolesPage() {
  return <RolesView />
}
