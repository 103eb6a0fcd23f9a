import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { LIMITS } from '../../../../../types/contract/limits'
import { UPLOADS } from '../../../../../types/contract/uploads'
import { pickFile, type PickedFile } from '../../../../lib/pick-file'
import { pickPicture } from '../../../../lib/pick-picture'
import { Button } from '../../../../ui/button'
import { Icon } from '../../../../ui/icon'
import { Notice } from '../../../../ui/notice'
import { Say, Stack } from '../../../../ui/stack'
import { Tap } from '../../../../ui/tap'
import { TextField } from '../../../../ui/text-field'
import { ATTACH_TEXT } from './attach.text'
import './attachments.css'
import type { AttachedDraft } from './plan.draft'
import { type AttachedKind, nameOf, unfitOf, useUpload } from './use-upload'

interface AttachmentsProps {
  region: string
  kind: AttachedKind
  attached: readonly AttachedDraft[]
  onChange: (change: (attached: readonly AttachedDraft[]) => readonly AttachedDraft[]) => void
  /** Where the pictures can be seen now, by upload. */
  urls: Readonly<Record<string, string>>
  onSeen: (uploadId: string, url: string) => void
  problem: string | undefined
}

const MOST = {
  announcementPicture: LIMITS.announcementPictures,
  announcementFile: LIMITS.announcementFiles,
}

/** Pictures or files: chosen, sent at once, named, put in order and taken away. */
export function Attachments(props: AttachmentsProps) {
  const { region, kind, attached, onChange, urls, onSeen, problem } = props
  const TEXT = ATTACH_TEXT[kind]
  const upload = useUpload(region, kind)
  const [file, setFile] = useState<PickedFile>()
  const [unfit, setUnfit] = useState<string>()
  const isPicture = kind === 'announcementPicture'

  const send = async (picked: PickedFile) => {
    const sent = await upload.send(picked)
    if (!sent) return
    setFile(undefined)
    if (isPicture) onSeen(sent.uploadId, picked.path)
    const name = isPicture ? '' : nameOf(picked.name).slice(0, LIMITS.fileNameChars)
    onChange((now) => [...now, { ...sent, name }])
  }
  const choose = async () => {
    const picked = await (isPicture ? pickPicture : pickFile)(UPLOADS[kind].endings)
    if (!picked) return
    const found = unfitOf(picked, kind)
    setUnfit(found)
    setFile(found ? undefined : picked)
    if (!found) await send(picked)
  }
  return (
    <Stack>
      <Say>{TEXT.room(attached.length, MOST[kind])}</Say>
      {attached.map((one, index) => (
        <Attached
          key={one.uploadId}
          {...{ kind, one, index }}
          url={urls[one.uploadId]}
          onName={(name) =>
            onChange((now) =>
              now.map((other) => (other.uploadId === one.uploadId ? { ...other, name } : other)),
            )
          }
          onUp={() => onChange((now) => movedUp(now, one))}
          onRemove={() =>
            onChange((now) => now.filter(({ uploadId }) => uploadId !== one.uploadId))
          }
        />
      ))}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {unfit ? <Notice tone="warn">{unfit}</Notice> : null}
      {upload.error ? <Notice tone="warn">{upload.error.message}</Notice> : null}
      {upload.error && file ? (
        <Button busy={upload.says} onTap={() => void send(file)}>
          {ATTACH_TEXT.retry}
        </Button>
      ) : null}
      {attached.length < MOST[kind] ? (
        <Button kind="second" busy={upload.says} onTap={() => void choose()}>
          {TEXT.add}
        </Button>
      ) : null}
    </Stack>
  )
}

/** One place earlier. */
function movedUp(all: readonly AttachedDraft[], one: AttachedDraft): readonly AttachedDraft[] {
  const at = all.findIndex(({ uploadId }) => uploadId === one.uploadId)
  const before = all[at - 1]
  return before ? [...all.slice(0, at - 1), one, before, ...all.slice(at + 1)] : all
}

interface AttachedProps {
  kind: AttachedKind
  one: AttachedDraft
  index: number
  url: string | undefined
  onName: (name: string) => void
  onUp: () => void
  onRemove: () => void
}

function Attached({ kind, one, index, url, onName, onUp, onRemove }: AttachedProps) {
  const TEXT = ATTACH_TEXT[kind]
  const called = one.name || TEXT.nth(index + 1)
  return (
    <View className="attached">
      {url && kind === 'announcementPicture' ? (
        <Image
          className="attached__picture"
          src={url}
          mode="aspectFill"
          {...(process.env.TARO_ENV === 'weapp'
            ? { 'aria-label': called }
            : { nativeProps: { alt: called } })}
        />
      ) : (
        <View className="attached__picture attached__picture--none">
          <Icon name="book" />
        </View>
      )}
      <View className="attached__words">
        <TextField
          label={TEXT.name(index + 1)}
          hint={TEXT.nameHint}
          value={one.name}
          onChange={onName}
          maxLength={LIMITS.fileNameChars}
        />
        <View className="attached__taps">
          {index > 0 ? (
            <Tap className="attached__tap" label={ATTACH_TEXT.upLabel(called)} onTap={onUp}>
              <Text>{ATTACH_TEXT.up}</Text>
            </Tap>
          ) : null}
          <Tap className="attached__tap" label={ATTACH_TEXT.removeLabel(called)} onTap={onRemove}>
            <Text>{ATTACH_TEXT.remove}</Text>
          </Tap>
        </View>
      </View>
    </View>
  )
}
