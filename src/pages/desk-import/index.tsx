import { ImportView } from '../../features/account/roster-import/import-view'

export default function DeskImportPage() {
  return <ImportView />
}
