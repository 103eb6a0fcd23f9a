import { TracesView } from '../../features/account/trail/traces-view'

export default function TracesPage() {
  return <TracesView />
}
