import { useRouter } from '@tarojs/taro'
import { JoinView } from '../../features/account/joining/join-view'

export default function JoinPage() {
  const { code = '' } = useRouter().params
  return <JoinView code={code} />
}
