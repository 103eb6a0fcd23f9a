import { DisclosuresView } from '../../features/announcement/disclosures-view'

export default function DisclosuresPage() {
  return <DisclosuresView />
}
