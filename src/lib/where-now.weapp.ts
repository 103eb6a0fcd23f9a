import Taro from '@tarojs/taro'

/** Where the phone is, by WeChat's own system of coordinates in the mini-program; `accuracy` in metres. */
export interface WhereNow {
  lat: number
  lng: number
  accuracy: number
}

/** Nothing where it is refused, or not known soon. The permission is asked for before (`withPermission`). */
export const whereNow = (): Promise<WhereNow | undefined> =>
  Taro.getLocation({ type: 'gcj02' }).then(
    ({ latitude, longitude, accuracy }) => ({
      lat: latitude,
      lng: longitude,
      accuracy: Math.min(accuracy, 100_000),
    }),
    () => undefined,
  )
