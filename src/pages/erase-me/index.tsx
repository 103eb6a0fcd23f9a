import { EraseView } from '../../features/account/my-data/erase-view'

export default function EraseMePage() {
  return <EraseView />
}
