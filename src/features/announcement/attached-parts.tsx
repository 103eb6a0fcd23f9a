import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { File } from '../../../types/contract/announcement-content'
import { lookAtPictures } from '../../lib/look-at-pictures'
import { openFile } from '../../lib/open-file'
import { Card, Section } from '../../ui/card'
import { List, ListRow } from '../../ui/list'
import { Notice } from '../../ui/notice'
import { Tap } from '../../ui/tap'
import { fileNameOf, formatSize } from './announcement.format'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

const TEXT = ANNOUNCEMENT_TEXT.view

/** A picture whose size is not known stands as one of a common form until it is there. */
const USUAL = { width: 4, height: 3 }

/** Pictures with what they show, in words too; a tap shows them as large as the phone. */
export function PicturesPart({ pictures }: { pictures: readonly File[] }) {
  const urls = pictures.map(({ url }) => url)
  return (
    <Card>
      {pictures.map(({ uploadId, name, url, width, height }) => (
        <Tap
          key={uploadId}
          className="notice-picture"
          label={TEXT.picture(name)}
          onTap={() => lookAtPictures(urls, url)}
        >
          <View
            className="notice-picture__frame"
            style={{ paddingTop: shapeOf(width ?? USUAL.width, height ?? USUAL.height) }}
          >
            <Image className="notice-picture__image" src={url} mode="aspectFit" aria-label={name} />
          </View>
          <Text className="notice-picture__name">{name}</Text>
        </Tap>
      ))}
    </Card>
  )
}

/** As high as the picture will be, so that nothing jumps when it comes. */
const shapeOf = (width: number, height: number) =>
  `${Math.round((height / Math.max(1, width)) * 1000) / 10}%`

interface FilesPartProps {
  files: readonly File[]
  /** Asks for new addresses: each is good for a few minutes only. */
  refresh: () => Promise<void>
}

/** Files to be opened, with their size: some people pay for what they load. */
export function FilesPart({ files, refresh }: FilesPartProps) {
  const [opening, setOpening] = useState<{ uploadId: string; failed: boolean }>()
  const open = async (file: File) => {
    setOpening({ uploadId: file.uploadId, failed: false })
    const opened = await openFile({ url: file.url, fileName: fileNameOf(file) })
    if (!opened) await refresh()
    setOpening(opened ? undefined : { uploadId: file.uploadId, failed: true })
  }
  return (
    <Section title={TEXT.files}>
      <List>
        {files.map((file) => (
          <ListRow
            key={file.uploadId}
            icon="file"
            title={fileNameOf(file)}
            say={
              opening?.uploadId === file.uploadId && !opening.failed
                ? TEXT.openingFile
                : formatSize(file.bytes)
            }
            onTap={() => void open(file)}
          />
        ))}
      </List>
      {opening?.failed ? <Notice tone="warn">{TEXT.fileFailed}</Notice> : null}
    </Section>
  )
}
