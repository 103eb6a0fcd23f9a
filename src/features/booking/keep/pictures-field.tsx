import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ServicePlan } from '../../../../types/contract/booking-catalogue'
import { LIMITS } from '../../../../types/contract/limits'
import { UPLOADS } from '../../../../types/contract/uploads'
import { type PickedFile } from '../../../lib/pick-file'
import { pickPicture } from '../../../lib/pick-picture'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Say, Stack } from '../../../ui/stack'
import { Tap } from '../../../ui/tap'
import { KEEP_TEXT } from './keep.text'
import './pictures-field.css'
import { unfitOf, usePictureUpload } from './use-picture-upload'

const TEXT = KEEP_TEXT.pictures

interface PicturesFieldProps {
  pictures: ServicePlan['pictures']
  onChange: (pictures: ServicePlan['pictures']) => void
  /** Where they can be seen now, by upload. */
  urls: Readonly<Record<string, string>>
  onSeen: (uploadId: string, url: string) => void
  problem: string | undefined
}

/** Pictures of a service: chosen, sent at once, and taken away. */
export function PicturesField({ pictures, onChange, urls, onSeen, problem }: PicturesFieldProps) {
  const upload = usePictureUpload()
  const [file, setFile] = useState<PickedFile>()
  const [unfit, setUnfit] = useState<string>()
  const send = async (picked: PickedFile) => {
    const sent = await upload.send(picked)
    if (!sent) return
    setFile(undefined)
    onSeen(sent.uploadId, picked.path)
    onChange([...pictures, sent])
  }
  const choose = async () => {
    const picked = await pickPicture(UPLOADS.servicePicture.endings)
    if (!picked) return
    const found = unfitOf(picked)
    setUnfit(found)
    setFile(found ? undefined : picked)
    if (!found) await send(picked)
  }
  return (
    <Stack>
      <Say>{`${TEXT.label}：${TEXT.room(pictures.length, LIMITS.servicePictures)}`}</Say>
      {pictures.map(({ uploadId }, index) => (
        <View key={uploadId} className="kept-picture">
          <Image
            className="kept-picture__image"
            src={urls[uploadId] ?? ''}
            mode="aspectFill"
            {...(process.env.TARO_ENV === 'weapp'
              ? { 'aria-label': TEXT.nth(index + 1) }
              : { nativeProps: { alt: TEXT.nth(index + 1) } })}
          />
          <Tap
            className="kept-picture__tap"
            label={TEXT.removeLabel(index + 1)}
            onTap={() => onChange(pictures.filter((one) => one.uploadId !== uploadId))}
          >
            <Text>{TEXT.remove}</Text>
          </Tap>
        </View>
      ))}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {unfit ? <Notice tone="warn">{unfit}</Notice> : null}
      {upload.error ? <Notice tone="warn">{upload.error.message}</Notice> : null}
      {upload.error && file ? (
        <Button busy={upload.says} onTap={() => void send(file)}>
          {TEXT.retry}
        </Button>
      ) : null}
      {pictures.length < LIMITS.servicePictures ? (
        <Button kind="second" busy={upload.says} onTap={() => void choose()}>
          {TEXT.add}
        </Button>
      ) : null}
    </Stack>
  )
}
