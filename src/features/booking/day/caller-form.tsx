import { useState } from 'react'
import type { Me } from '../../../../types/contract/account'
import type { Offered } from '../../../../types/contract/booking'
import { LIMITS } from '../../../../types/contract/limits'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { formatPrice } from '../../../lib/money.format'
import { Button } from '../../../ui/button'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Options } from '../../../ui/options'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { EMPTY_NOTE, noteOf } from '../booking.note'
import { answersTo, EMPTY_WISH, missingOf, paidOnSite } from '../booking.wish'
import { WISH_TEXT } from '../booking.wish.text'
import { NoteConsent } from '../note-consent'
import { NoteField } from '../note-field'
import { QuestionsField } from '../questions-field'
import { WishPart } from '../wish-part'
import { startOfSlot } from './day.format'
import { SlotFacts } from './slot-facts'
import { ADD_TEXT as TEXT } from './visit.text'

const DIGITS = 4

interface CallerFormProps {
  serviceId: string
  slotId: string
  place: string
  me: Me
  onDone: (name: string) => void
}

/** For those who give a service: a place for who calls, by their name and the end of their number; nobody is shown. */
export function CallerForm(props: CallerFormProps) {
  const { serviceId } = props
  const query = useQuery('booking.viewOffered', { serviceId })
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['card', 'row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ offered }, now) =>
        offered ? <Filled {...props} plan={offered.plan} now={now} /> : <Say>{TEXT.gone}</Say>
      }
    </Loaded>
  )
}

function Filled(props: CallerFormProps & { plan: Offered['plan']; now: number }) {
  const { serviceId, slotId, place, me, plan, now, onDone } = props
  const { questions, subsidy } = plan.terms
  const add = useCommand('booking.addVisit')
  const [name, setName] = useState('')
  const [phoneEnd, setPhoneEnd] = useState('')
  const [note, setNote] = useState(EMPTY_NOTE)
  const [wish, setWish] = useState(EMPTY_WISH)
  const [subsidised, setSubsidised] = useState(false)
  const [missing, setMissing] = useState<readonly string[]>([])
  const agreed = me.privacy.agreed === me.privacy.current
  const mustAgree = !agreed && questions.some(({ must }) => must)
  const run = async () => {
    const unanswered = missingOf(questions, wish)
    setMissing(unanswered)
    if (unanswered.length > 0) return
    const said = agreed ? noteOf(note) : undefined
    const answers = agreed ? answersTo(questions, wish) : {}
    const reply = await add.run({
      ...{ slotId, name, phoneEnd },
      ...(said === undefined ? {} : { note: said }),
      ...(Object.keys(answers).length > 0 ? { answers } : {}),
      ...(subsidised ? { useSubsidy: true } : {}),
    })
    if (reply?.ok) onDone(reply.data.name)
  }
  const price = (used: boolean) => {
    const { priceFen, subsidisedFen = priceFen } = plan
    return formatPrice(paidOnSite({ priceFen, subsidisedFen }, used))
  }
  return (
    <Stack>
      <Stack card>
        <Heading>{plan.name}</Heading>
        <SlotFacts slotId={slotId} place={place} service={plan} subsidised={subsidised} now={now} />
      </Stack>
      {startOfSlot(slotId) <= now ? <Notice tone="plain">{TEXT.walkIn}</Notice> : null}
      <Stack card>
        <Heading>{TEXT.caller}</Heading>
        <Say>{TEXT.callerSay}</Say>
        <TextField
          label={TEXT.name}
          value={name}
          onChange={setName}
          maxLength={LIMITS.nameChars}
          problem={add.error?.fields?.name}
        />
        <TextField
          kind="phone"
          label={TEXT.phoneEnd}
          hint={TEXT.phoneEndHint}
          value={phoneEnd}
          onChange={setPhoneEnd}
          maxLength={DIGITS}
          problem={add.error?.fields?.phoneEnd}
        />
      </Stack>
      {agreed ? (
        <QuestionsField
          questions={questions}
          answers={wish.answers}
          missing={missing}
          onAnswer={(key, answer) => {
            setMissing((keys) => keys.filter((one) => one !== key))
            setWish((known) => ({ ...known, answers: { ...known.answers, [key]: answer } }))
          }}
        />
      ) : (
        <NoteConsent
          serviceId={serviceId}
          policy={{ current: me.privacy.current, agreed }}
          must={mustAgree}
          as="me"
        />
      )}
      {subsidy ? (
        <WishPart title={WISH_TEXT.subsidy}>
          <Options
            label={WISH_TEXT.subsidy}
            options={[
              { value: 'without', title: WISH_TEXT.withoutSubsidy(price(false)) },
              { value: 'with', title: WISH_TEXT.withSubsidy(price(true)), say: TEXT.subsidySay },
            ]}
            chosen={subsidised ? 'with' : 'without'}
            onChoose={(value) => setSubsidised(value === 'with')}
          />
        </WishPart>
      ) : null}
      {agreed ? (
        <NoteField
          draft={note}
          onChange={(change) => setNote(change)}
          problem={add.error?.fields?.note}
        />
      ) : null}
      {add.error && !add.error.fields ? <Notice tone="warn">{add.error.message}</Notice> : null}
      {mustAgree ? null : (
        <Button busy={add.says(TEXT.acting)} onTap={() => void run()}>
          {TEXT.act}
        </Button>
      )}
    </Stack>
  )
}
