/** Where the phone is, by WeChat's own system of coordinates in the mini-program; `accuracy` in metres. */
export interface WhereNow {
  lat: number
  lng: number
  accuracy: number
}

/** Nothing where it is refused, or not known soon. The permission is asked for before (`withPermission`). */
export const whereNow = (): Promise<WhereNow | undefined> =>
  new Promise((done) => {
    if (!('geolocation' in navigator)) return done(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        done({ lat: latitude, lng: longitude, accuracy: Math.min(accuracy, 100_000) }),
      () => done(undefined),
      { timeout: 8_000, maximumAge: 30_000 },
    )
  })
