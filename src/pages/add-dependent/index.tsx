import { AddDependentView } from '../../features/account/helping/add-dependent-view'

export default function AddDependentPage() {
  return <AddDependentView />
}
