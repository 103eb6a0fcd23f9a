import { AnnouncementsView } from '../../features/announcement/announcements-view'

export default function AnnouncementsPage() {
  return <AnnouncementsView />
}
