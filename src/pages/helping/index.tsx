import { HelpingView } from '../../features/account/helping/helping-view'

export default function HelpingPage() {
  return <HelpingView />
}
