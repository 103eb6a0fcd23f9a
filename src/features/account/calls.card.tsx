import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import { callPhone } from '../../lib/phone-call'
import { openDirectory, openFamily } from '../../lib/routes'
import { Section } from '../../ui/card'
import { Icon, type IconName } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import { ACCOUNT_TEXT } from './account.text'
import './calls.card.css'
import { useFamily } from './family.store'

const TEXT = ACCOUNT_TEXT.calls
const EMERGENCY = '120'

/** One tap from a call: the community's desk, the family, and 120. */
export function CallsCard({ view }: { view: Contract['home.view']['output'] }) {
  const { office } = view.me
  const [first, ...others] = useFamily()
  return (
    <Section title={TEXT.title} more={{ say: TEXT.more, onTap: () => void openDirectory() }}>
      <View className="calls">
        {office ? (
          <Call
            icon="phone"
            look="office"
            name={TEXT.office}
            say={office.hours}
            label={TEXT.officeLabel(office.name, office.hours)}
            onTap={() => callPhone(office.phone)}
          />
        ) : null}
        {first && others.length === 0 ? (
          <Call
            icon="family"
            look="family"
            name={first.name}
            say={TEXT.familySay}
            label={TEXT.callLabel(first.name)}
            onTap={() => callPhone(first.phone)}
          />
        ) : (
          <Call
            icon="family"
            look="family"
            name={TEXT.family}
            say={first ? TEXT.several(1 + others.length) : TEXT.noFamily}
            label={first ? TEXT.severalLabel : TEXT.noFamilyLabel}
            onTap={() => void openFamily()}
          />
        )}
        <Call
          icon="emergency"
          look="emergency"
          name={EMERGENCY}
          say={TEXT.emergencySay}
          label={TEXT.emergencyLabel}
          onTap={() => callPhone(EMERGENCY)}
        />
      </View>
    </Section>
  )
}

interface CallProps {
  icon: IconName
  look: 'office' | 'family' | 'emergency'
  name: string
  say: string
  label: string
  onTap: () => void
}

function Call({ icon, look, name, say, label, onTap }: CallProps) {
  return (
    <Tap className={`call call--${look}`} label={label} onTap={onTap}>
      <View className="call__tile">
        <Icon name={icon} />
      </View>
      <View className="call__words">
        <Text className="call__name">{name}</Text>
        <Text className="call__say">{say}</Text>
      </View>
    </Tap>
  )
}
