import type { ServicePlan } from '../../../types/contract/booking-catalogue'
import { FIELD_TEXT } from '../../../types/contract/fields.text'
import { refuse } from '../../shared/errors'
import { attachUpload, findUpload, readUpload, type UploadDoc } from '../../shared/files'
import { sizeOfPicture } from '../../shared/pictures'
import { DAY } from '../../shared/time'
import { together } from '../../shared/together'
import type { AttachedPicture } from '../booking.docs'

interface Attaching {
  openid: string
  serviceId: string
  now: number
  before: readonly AttachedPicture[]
}

/** The service's pictures, the uploads that are new among them, and those it no longer has. */
export interface Attached {
  pictures: AttachedPicture[]
  keeping: string[]
  dropping: string[]
}

/**
 * The pictures that a plan names. New ones are looked at, all of them before any is attached; then they are the
 * service's for a day, and stay when its update stands (`keeping`, which the ticker sees to).
 * Refuses NOT_ALLOWED_FILE and FILE_UNREADABLE.
 */
export async function attachPictures(
  named: ServicePlan['pictures'],
  { openid, serviceId, now, before }: Attaching,
): Promise<Attached> {
  const known = (uploadId: string, fileId: string) =>
    before.some((one) => one.uploadId === uploadId && one.fileId === fileId)
  const fresh: UploadDoc[] = []
  for (const [n, { uploadId, fileId }] of named.entries()) {
    if (known(uploadId, fileId)) continue
    const by = { who: openid, kind: 'servicePicture', to: serviceId, now } as const
    const upload = await findUpload({ uploadId, fileId }, by)
    const ending = upload.path.slice(upload.path.lastIndexOf('.') + 1)
    if (!(await sizeOfPicture(await readUpload(upload), ending))) {
      return refuse('FILE_UNREADABLE', { [`plan.pictures.${n}`]: FIELD_TEXT.badPicture })
    }
    fresh.push(upload)
  }
  const attached = await together(
    fresh.map((upload) => attachUpload(upload, serviceId, { now, removeAt: now + DAY })),
  )
  if (!attached.every(Boolean)) return refuse('NOT_ALLOWED_FILE')
  const stay = new Set(named.map(({ uploadId }) => uploadId))
  return {
    pictures: named.map(({ uploadId, fileId }) => ({ uploadId, fileId })),
    keeping: fresh.map(({ _id }) => _id),
    dropping: before.map(({ uploadId }) => uploadId).filter((id) => !stay.has(id)),
  }
}
