import { HeadsView } from '../../features/account/trail/heads-view'

export default function HeadsPage() {
  return <HeadsView />
}
