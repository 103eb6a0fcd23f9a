import { MessagesView } from '../../features/message/messages-view'

export default function MessagesPage() {
  return <MessagesView />
}
