import { Image, View } from '@tarojs/components'
import { lookAtPictures } from '../../lib/look-at-pictures'
import { Tap } from '../../ui/tap'
import { BOOKING_TEXT } from './booking.text'
import './service-view.css'

/** Pictures of a service; a tap shows one as large as the phone. */
export function ServicePictures({ name, urls }: { name: string; urls: readonly string[] }) {
  return (
    <View className="service-pictures">
      {urls.map((url, index) => (
        <Tap
          key={url}
          className="service-picture"
          label={BOOKING_TEXT.service.picture(name, index + 1)}
          onTap={() => lookAtPictures(urls, url)}
        >
          <Image
            className="service-picture__image"
            src={url}
            mode="aspectFill"
            aria-hidden="true"
          />
        </Tap>
      ))}
    </View>
  )
}
