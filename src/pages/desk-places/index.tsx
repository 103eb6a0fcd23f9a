import { PlacesDeskView } from '../../features/account/places/places-desk-view'

export default function DeskPlacesPage() {
  return <PlacesDeskView />
}
