import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../../types/contract'
import { Section } from '../../../ui/card'
import { Say, Stack } from '../../../ui/stack'
import './erasure-items.css'
import { MY_DATA_TEXT } from './my-data.text'

const TEXT = MY_DATA_TEXT.erasing
type Item = Contract['account.eraseMe']['output']['items'][number]
const KINDS: readonly Item['done'][] = ['erased', 'anonymised', 'kept']

/** What is erased, what loses the name, and what is kept and why. */
export function ErasureItems({ items }: { items: readonly Item[] }) {
  return (
    <>
      {KINDS.map((kind) => {
        const those = items.filter(({ done }) => done === kind)
        return those.length === 0 ? null : (
          <Section key={kind} title={TEXT.done[kind]}>
            <Stack card>
              {those.map(({ what, why }) => (
                <View key={what} className="erasure">
                  <Text className="erasure__what">{what}</Text>
                  {why ? <Say>{why}</Say> : null}
                </View>
              ))}
            </Stack>
          </Section>
        )
      })}
    </>
  )
}
