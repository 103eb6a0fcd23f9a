import { MyDataView } from '../../features/account/my-data/my-data-view'

export default function MyDataPage() {
  return <MyDataView />
}
