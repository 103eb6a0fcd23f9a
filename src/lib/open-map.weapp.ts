import Taro from '@tarojs/taro'

export interface MapPlace {
  latitude: number
  longitude: number
  name: string
  address: string
}

/** Shows a place on WeChat's map, from where the way there is one tap; undefined where there is no map. */
export const openMap: ((place: MapPlace) => void) | undefined = (place) => {
  // Leaving the map again "fails" in some versions of WeChat; nothing is wrong then.
  Taro.openLocation(place).catch(() => undefined)
}
