/** What WeChat asks a person for, by its own names. */
export type Permission =
  | 'scope.record'
  | 'scope.camera'
  | 'scope.writePhotosAlbum'
  | 'scope.userLocation'
  | 'scope.addPhoneCalendar'

/** Why it is needed, in a resident's words, and what still works without. */
export interface Reason {
  title: string
  say: string
}
