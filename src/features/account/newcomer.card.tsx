import { Text } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import { openHelping, openJoin } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import './account.css'
import { ACCOUNT_TEXT } from './account.text'

const TEXT = ACCOUNT_TEXT.newcomer

/** What home offers to someone whom no community knows yet: to join one, or to act for their family. */
export function NewcomerCard({ view }: { view: Contract['home.view']['output'] }) {
  // While a request waits, or was refused, its own card says what to do.
  if (view.me.request) return null
  return (
    <Card className="newcomer">
      <Text className="newcomer__title">{TEXT.title}</Text>
      <Text className="newcomer__say">{TEXT.say}</Text>
      <Button onTap={() => void openJoin()}>{TEXT.join}</Button>
      <Button kind="second" icon="family" onTap={() => void openHelping()}>
        {TEXT.help}
      </Button>
      <Text className="newcomer__desk">{TEXT.desk}</Text>
    </Card>
  )
}
