import { View } from '@tarojs/components'
import type { ServiceCategory } from '../../../types/contract/booking'
import { Icon } from '../../ui/icon'
import './category-icon.css'

/** A service's category as a picture in a tinted tile. Its name always stands nearby. */
export function CategoryIcon({ category }: { category: ServiceCategory }) {
  return (
    <View className={`category-icon category-icon--${category}`}>
      <Icon name={category} />
    </View>
  )
}
