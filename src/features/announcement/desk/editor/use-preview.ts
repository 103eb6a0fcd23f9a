import { useEffect, useRef, useState } from 'react'
import type { Contract } from '../../../../../types/contract'
import type { CallError } from '../../../../../types/contract/wire'
import { callPatiently } from '../../../../cloud/call-patiently'
import { useSettled } from './use-settled'

/** How long nothing is typed before the cloud looks: each look is a call. */
const SETTLED_MS = 1_200

type Output = Contract['announcement.preview']['output']

export interface Preview {
  /** What the cloud made of the words, the newest that came. */
  shown: (Output & { title: string; body: string }) | undefined
  busy: boolean
  error: CallError | undefined
  again: () => void
}

/**
 * What readers will see of the words, and where they would stumble: asked for by itself when nothing has been
 * typed for a while. The last answer stays until the next, so that nothing flickers.
 */
export function usePreview(region: string, title: string, body: string): Preview {
  const settledTitle = useSettled(title, SETTLED_MS)
  const settledBody = useSettled(body, SETTLED_MS)
  const [shown, setShown] = useState<Preview['shown']>()
  const [failed, setFailed] = useState<{ of: string; error: CallError }>()
  const [tries, setTries] = useState(0)
  const asked = useRef(0)
  const empty = settledTitle.trim() === '' && settledBody.trim() === ''
  const question = `${tries} ${settledTitle}\n${settledBody}`

  useEffect(() => {
    if (empty) return
    const mine = ++asked.current
    const input = { region, title: settledTitle, body: settledBody }
    void callPatiently('announcement.preview', input, {}).then((result) => {
      // Somebody has typed on: a newer question is on its way.
      if (mine !== asked.current) return
      if (result.ok) setShown({ ...result.data, title: settledTitle, body: settledBody })
      else setFailed({ of: question, error: result.error })
    })
  }, [region, settledTitle, settledBody, question, empty])

  const error = failed?.of === question ? failed.error : undefined
  const answered = error !== undefined || (shown?.title === title && shown.body === body)
  return {
    shown,
    busy: !answered && (title.trim() !== '' || body.trim() !== ''),
    error,
    again: () => setTries((count) => count + 1),
  }
}
