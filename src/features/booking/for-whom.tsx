import { Text, View } from '@tarojs/components'
import { actFor, stopActing, useActing } from '../../lib/acting'
import { useMyself } from '../../cloud/use-myself'
import { Filters } from '../../ui/filters'
import './for-whom.css'
import { carryDrafts } from './booking.draft'
import { BOOKING_TEXT } from './booking.text'

const TEXT = BOOKING_TEXT.confirm
const MYSELF = 'me'

/**
 * For whom the place is taken, for whoever may act for somebody. What was typed goes along. It stands
 * beside what is loaded and not in it: where the service is not offered to one, another can be chosen.
 */
export function ForWhom({ serviceId }: { serviceId: string }) {
  const acting = useActing()
  const me = useMyself()
  // While one's own are on their way, the person acted for is known all the same.
  const dependents = me?.dependents ?? (acting ? [acting] : [])
  if (dependents.length === 0) return null
  const choose = (key: string) => {
    const whom = dependents.find(({ residentId }) => residentId === key)
    if (whom?.residentId === acting?.residentId) return
    carryDrafts(serviceId, acting?.residentId, whom?.residentId)
    if (whom) actFor(whom)
    else stopActing()
  }
  return (
    <View className="for-whom">
      <Text className="for-whom__title">{TEXT.forWhom}</Text>
      <Filters
        label={TEXT.forWhom}
        options={[
          { key: MYSELF, say: TEXT.myself },
          ...dependents.map(({ residentId, name }) => ({ key: residentId, say: name })),
        ]}
        chosen={acting?.residentId ?? MYSELF}
        onChoose={choose}
      />
    </View>
  )
}
