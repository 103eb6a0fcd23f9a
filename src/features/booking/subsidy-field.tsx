import type { Service } from '../../../types/contract/booking'
import { formatPrice } from '../../lib/money.format'
import { Notice } from '../../ui/notice'
import { Options } from '../../ui/options'
import { paidOnSite, type Subsidy } from './booking.wish'
import { WISH_TEXT as TEXT } from './booking.wish.text'
import { WishPart } from './wish-part'

interface SubsidyFieldProps {
  service: Service
  subsidy: Subsidy
  used: boolean
  onUse: (used: boolean) => void
}

/** Whether the visit is taken from what the government pays for the person, with what it takes and what is left. */
export function SubsidyField({ service, subsidy, used, onUse }: SubsidyFieldProps) {
  const say = TEXT.units[subsidy.unit]
  const takes = say(subsidy.units)
  const left = say(subsidy.left)
  return (
    <WishPart title={TEXT.subsidy}>
      {subsidy.enough ? (
        <Options
          label={TEXT.subsidy}
          options={[
            {
              value: 'with',
              title: TEXT.withSubsidy(formatPrice(paidOnSite(service, true))),
              say: TEXT.withSubsidySay(takes, left),
            },
            {
              value: 'without',
              title: TEXT.withoutSubsidy(formatPrice(paidOnSite(service, false))),
            },
          ]}
          chosen={used ? 'with' : 'without'}
          onChoose={(value) => onUse(value === 'with')}
        />
      ) : (
        <Notice tone="plain" icon="money">
          {TEXT.short(takes, left)}
        </Notice>
      )}
    </WishPart>
  )
}
