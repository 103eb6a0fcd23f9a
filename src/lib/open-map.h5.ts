export interface MapPlace {
  latitude: number
  longitude: number
  name: string
  address: string
}

/** A browser has no map of WeChat's: the address can be copied. */
export const openMap: ((place: MapPlace) => void) | undefined = undefined
