import { ReadingView } from '../../features/account/reading-view'

export default function ReadingPage() {
  return <ReadingView />
}
