import { Text, View } from '@tarojs/components'
import type { Rated } from '../../../../types/contract/booking-visits'
import { ReviewPart } from '../../../cloud/review-part'
import { Badge } from '../../../ui/badge'
import { Say, Stack } from '../../../ui/stack'
import { AFTER_TEXT } from '../after/after.text'
import type { Stars } from '../after/rating.draft'
import { StarsGiven } from '../after/stars'
import './rated-card.css'
import { formatMonth } from '../../../lib/time.format'
import { USE_TEXT } from './use.text'

const TEXT = USE_TEXT.ratings

interface RatedCardProps {
  rated: Rated
  onReviewed: (rated: Rated) => void
}

/** What somebody said of a service; held words are let through or taken out right here. */
export function RatedCard({ rated, onReviewed }: RatedCardProps) {
  const { ratingId, serviceName, month, stars, words, held } = rated
  return (
    <Stack card>
      <View className="rated__head">
        <StarsGiven stars={stars} />
        <Text className="rated__level">
          {AFTER_TEXT.starsSaid(stars, AFTER_TEXT.stars[stars as Stars])}
        </Text>
        {held ? <Badge tone="warn">{TEXT.checking}</Badge> : null}
      </View>
      {words === undefined ? null : <Text className="rated__words">{words}</Text>}
      <Say>{TEXT.of(serviceName, formatMonth(month))}</Say>
      {held ? (
        <ReviewPart
          name="booking.reviewRating"
          inputOf={(verdict) => ({ ratingId, verdict })}
          text={TEXT}
          onDone={onReviewed}
        />
      ) : null}
    </Stack>
  )
}
