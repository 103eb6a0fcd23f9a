import { DeskUseView } from '../../features/booking/use/desk-use-view'

export default function DeskUsePage() {
  return <DeskUseView />
}
