import { AnnouncementsView } from '../../features/announcement/desk/announcements-view'

export default function DeskAnnouncementsPage() {
  return <AnnouncementsView />
}
