import { View } from '@tarojs/components'
import { useKnown } from '../../cloud/use-query'
import { useActing } from '../../lib/acting'
import { formatPrice } from '../../lib/money.format'
import { backToService } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Fact } from '../../ui/card'
import { useElder } from '../../ui/elder'
import { Loaded } from '../../ui/loaded'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import './confirm-view.css'
import { toggleAlso } from './booking.wish'
import { WISH_TEXT } from './booking.wish.text'
import { AlongField } from './along-field'
import { BookingSteps } from './booking-steps'
import { spokenVisit } from './booking.spoken'
import { BOOKING_TEXT } from './booking.text'
import { ConfirmDone } from './confirm-done'
import { ConfirmRefused } from './confirm-refused'
import { ForWhom } from './for-whom'
import { NoteConsent } from './note-consent'
import { NoteField } from './note-field'
import { PayFact } from './pay-fact'
import { QuestionsField } from './questions-field'
import { RepeatField } from './repeat-field'
import { SubsidyField } from './subsidy-field'
import { Ticket } from './ticket'
import { useConfirm } from './use-confirm'

const TEXT = BOOKING_TEXT.confirm

interface ConfirmViewProps {
  serviceId: string
  slotId: string
  /** The slot's day. */
  day: string
}

/** The last look before a place is taken, for whoever it is chosen to be for: each begins afresh. */
export function ConfirmView(props: ConfirmViewProps) {
  return <ConfirmFor key={useActing()?.residentId ?? 'me'} {...props} />
}

function ConfirmFor({ serviceId, slotId, day }: ConfirmViewProps) {
  const confirm = useConfirm(serviceId, slotId, day)
  const { load, refresh, slot, view, reserve, note, wish, others, missing, done, subsidy } = confirm
  const name = useKnown('home.view', {}, { as: 'me' })?.me.name
  const acting = useActing()
  const elder = useElder()
  const submit = () => void confirm.submit()
  const subsidised = subsidy?.enough === true && !wish.draft.withoutSubsidy
  const otherTime = () => void backToService(serviceId)

  if (done) return <ConfirmDone {...done} forName={acting?.name} onOtherTime={otherTime} />
  // What must be answered is personal: without consent there is nothing to confirm yet.
  const mustAgree =
    view?.policy.agreed === false && view.service.terms.questions.some(({ must }) => must)
  const footer = slot ? (
    <View className="confirm__footer">
      {missing.length > 0 ? <Notice tone="danger">{WISH_TEXT.missing}</Notice> : null}
      {reserve.error ? (
        <ConfirmRefused
          error={reserve.error}
          busy={reserve.says(TEXT.submitting)}
          onAgain={submit}
          onOtherTime={otherTime}
          onWithoutSubsidy={() => void confirm.submit({ withoutSubsidy: true })}
          onOnce={() => void confirm.submit({ weeks: 1 })}
        />
      ) : (
        <Button busy={reserve.says(TEXT.submitting)} disabled={mustAgree} onTap={submit}>
          {acting ? TEXT.submitFor(acting.name) : TEXT.submit}
        </Button>
      )}
    </View>
  ) : null
  const spoken =
    slot && view && load.status === 'ready'
      ? TEXT.spoken([
          ...(acting ? [TEXT.forSomebody(acting.name)] : []),
          spokenVisit(
            { ...slot, serviceName: view.service.name, place: view.service.place },
            load.now,
          ),
          formatPrice(view.service.priceFen),
        ])
      : undefined

  return (
    <Screen title={TEXT.title} footer={footer} aloud={spoken}>
      {elder ? <BookingSteps current={3} /> : null}
      <ForWhom serviceId={serviceId} />
      <Loaded
        load={load}
        skeleton={<Skeleton blocks={['tall', 'line', 'row', 'card']} />}
        onRetry={() => void refresh()}
      >
        {({ service, policy }, now) =>
          slot ? (
            <>
              <Ticket
                name={service.name}
                startsAt={slot.startsAt}
                endsAt={slot.endsAt}
                place={service.place}
                now={now}
              >
                <Fact icon="person" label={TEXT.who}>
                  {acting ? TEXT.other(acting.name) : TEXT.self(name)}
                </Fact>
                <PayFact service={service} subsidised={subsidised} />
              </Ticket>
              {subsidy ? (
                <SubsidyField
                  service={service}
                  subsidy={subsidy}
                  used={subsidised}
                  onUse={(use) => wish.change((now) => ({ ...now, withoutSubsidy: !use }))}
                />
              ) : null}
              {service.terms.repeats ? (
                <RepeatField
                  slot={slot}
                  now={now}
                  weeks={wish.draft.weeks}
                  onChange={(weeks) => wish.change((now) => ({ ...now, weeks }))}
                />
              ) : null}
              <AlongField
                people={others.people}
                chosen={wish.draft.alsoFor}
                onToggle={(id) => wish.change((now) => toggleAlso(now, id))}
              />
              {policy.agreed ? (
                <>
                  <QuestionsField
                    questions={service.terms.questions}
                    answers={wish.draft.answers}
                    missing={missing}
                    onAnswer={confirm.answer}
                  />
                  <NoteField
                    draft={note.draft}
                    onChange={note.change}
                    problem={reserve.error?.fields?.note}
                  />
                </>
              ) : (
                <NoteConsent serviceId={serviceId} policy={policy} must={mustAgree} />
              )}
            </>
          ) : (
            <Standstill
              icon="calendar"
              title={TEXT.gone}
              say={TEXT.goneSay}
              action={{ say: TEXT.pickOther, onTap: otherTime }}
            />
          )
        }
      </Loaded>
    </Screen>
  )
}
