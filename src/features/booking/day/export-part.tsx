import { Heading, Say, Stack } from '../../../ui/stack'
import { DownloadButton } from '../download-button'
import { DAY_TEXT } from './day.text'
import type { Narrow } from './narrow-part'

const TEXT = DAY_TEXT.file

/** WeChat's phones open a workbook; a browser also saves a text that any program for tables reads. */
const FORMS = process.env.TARO_ENV === 'h5' ? (['xlsx', 'csv'] as const) : (['xlsx'] as const)

/** The day's list, as it is narrowed, to print or to keep. */
export function ExportPart({ day, narrow }: { day: string; narrow: Narrow }) {
  const { provider, service } = narrow
  const only = {
    ...(provider ? { providerId: provider.key } : {}),
    ...(service ? { serviceId: service.key } : {}),
  }
  return (
    <Stack>
      <Heading>{TEXT.title}</Heading>
      <Say>{TEXT.say}</Say>
      {FORMS.map((as) => (
        <DownloadButton
          key={`${day} ${as}`}
          op="booking.exportDay"
          input={{ day, ...only, as }}
          fileName={TEXT.name(day, as)}
          text={{ ...TEXT, download: TEXT[as] }}
        />
      ))}
    </Stack>
  )
}
