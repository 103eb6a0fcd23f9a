/**
 * What people may upload: how large, and which endings its name may have. Plain data, so that the
 * phone refuses a file before it is sent; the cloud does not believe it and looks again.
 */
export const UPLOADS = {
  /** A list of residents, for `account.importRoster`. */
  roster: { bytes: 8 * 1024 * 1024, endings: ['xlsx', 'csv'] },
  /** A picture of an announcement. */
  announcementPicture: { bytes: 5 * 1024 * 1024, endings: ['jpg', 'jpeg', 'png', 'webp'] },
  /** A file of an announcement, opened by WeChat's openDocument. */
  announcementFile: { bytes: 20 * 1024 * 1024, endings: ['pdf', 'docx', 'xlsx', 'pptx'] },
  /** A picture of a service. */
  servicePicture: { bytes: 5 * 1024 * 1024, endings: ['jpg', 'jpeg', 'png', 'webp'] },
} as const satisfies Record<string, { bytes: number; endings: readonly string[] }>

export type UploadKind = keyof typeof UPLOADS
