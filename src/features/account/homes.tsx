import { Text } from '@tarojs/components'
import type { Me } from '../../../types/contract/account'
import { forgetAllBut, updateQuery } from '../../cloud/query-cache'
import { useCommand } from '../../cloud/use-command'
import { Section } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { Options } from '../../ui/options'
import './account.css'
import { ACCOUNT_TEXT } from './account.text'
import { JOINING_TEXT } from './joining/joining.text'

const TEXT = ACCOUNT_TEXT.homes

/** Lives in several homes: which one is in use. Everything shown is of that one's community. */
export function Homes({ me }: { me: Me }) {
  const choose = useCommand('account.chooseHome')
  const { homes } = me
  if (homes.length < 2) return null
  const current = homes.findIndex((home) => home.current)
  const take = async (at: number) => {
    const home = homes[at]
    if (!home || home.current || choose.busy) return
    const { residentId, householdId } = home
    const result = await choose.run({ residentId, householdId })
    if (!result?.ok) return
    forgetAllBut('account.me')
    updateQuery('account.me', {}, undefined, () => result.data)
  }
  return (
    <Section title={TEXT.title}>
      <Options
        label={TEXT.title}
        options={homes.map(({ place, relation }, at) => ({
          value: at,
          title: place,
          say: JOINING_TEXT.who.relations[relation],
        }))}
        chosen={current}
        onChoose={(at) => void take(at)}
      />
      {choose.error ? <Notice tone="warn">{choose.error.message}</Notice> : null}
      <Text className="homes__say">{choose.says(TEXT.changing) || TEXT.say}</Text>
    </Section>
  )
}
