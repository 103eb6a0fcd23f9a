import { useState } from 'react'
import type { Contract } from '../../../../types/contract'
import { forgetEverything } from '../../../cloud/forget'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { goBack, startAgain } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { Sheet } from '../../../ui/sheet'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Say, Stack } from '../../../ui/stack'
import { ErasureItems } from './erasure-items'
import { MY_DATA_TEXT } from './my-data.text'

const TEXT = MY_DATA_TEXT.erasing
type Items = Contract['account.eraseMe']['output']['items']

/** What erasing does, item by item; then two taps that cannot be made by accident. */
export function EraseView() {
  const query = useQuery('account.previewErasure', {})
  const erase = useCommand('account.eraseMe')
  const [sure, setSure] = useState(false)
  const [step, setStep] = useState<'read' | 'unsure' | 'ask'>('read')
  const [gone, setGone] = useState<Items>()

  const run = async () => {
    const result = await erase.run({ sure: true })
    if (!result?.ok) return
    setStep('read')
    setGone(result.data.items)
    forgetEverything()
  }
  if (gone) return <Gone items={gone} />
  return (
    <Screen
      own
      title={TEXT.title}
      aloud={query.status === 'ready' ? spokenItems(query.data.items) : undefined}
      sheet={
        step === 'ask' ? (
          <Sheet
            title={TEXT.sheetTitle}
            stay={{ say: TEXT.stay, onTap: () => setStep('read') }}
            act={{ say: TEXT.act, onTap: () => void run(), busy: erase.says(TEXT.busy) }}
          >
            <Stack>
              <Say>{TEXT.sheetSay}</Say>
              {erase.error ? <Notice tone="warn">{erase.error.message}</Notice> : null}
            </Stack>
          </Sheet>
        ) : null
      }
    >
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['line', 'card', 'card']} />}
        onRetry={() => void query.refresh()}
      >
        {({ items, ahead }) => (
          <Stack>
            <Heading>{TEXT.lead}</Heading>
            {ahead > 0 ? <Notice tone="warn">{TEXT.ahead(ahead)}</Notice> : null}
            <ErasureItems items={items} />
            <Chips
              options={[TEXT.sure]}
              chosen={sure ? [TEXT.sure] : []}
              onToggle={() => {
                setStep('read')
                setSure(!sure)
              }}
            />
            {step === 'unsure' ? <Notice tone="warn">{TEXT.mustBeSure}</Notice> : null}
            <Button kind="danger" onTap={() => setStep(sure ? 'ask' : 'unsure')}>
              {TEXT.next}
            </Button>
            <Button onTap={() => void goBack()}>{TEXT.leave}</Button>
          </Stack>
        )}
      </Loaded>
    </Screen>
  )
}

/** What erasing does, item by item, to be heard. */
const spokenItems = (items: Items): string =>
  TEXT.lead +
  items
    .map(({ what, done, why }) => [what, TEXT.done[done], why].filter(Boolean).join('，'))
    .join('。')

function Gone({ items }: { items: Items }) {
  const left = items.filter(({ done }) => done !== 'erased')
  return (
    <Screen own title={TEXT.title}>
      <Stack>
        <Notice tone="plain" icon="check">
          {TEXT.gone}
        </Notice>
        <Say>{left.length > 0 ? TEXT.goneSay : TEXT.goneAll}</Say>
        <ErasureItems items={left} />
        <Button onTap={() => void startAgain()}>{TEXT.home}</Button>
      </Stack>
    </Screen>
  )
}
