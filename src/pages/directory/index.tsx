import { DirectoryView } from '../../features/directory/directory-view'

export default function DirectoryPage() {
  return <DirectoryView />
}
