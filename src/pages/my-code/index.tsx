import { MyCodeView } from '../../features/booking/care/my-code-view'

export default function MyCodePage() {
  return <MyCodeView />
}
