import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { WAY_OUT_TEXT, wayOutOfCode } from './booking.refusal.text'
import { useWays } from './use-ways'
import { Spaced } from './spaced'

/** In the place of days and times: why the person may not book it at all, and the one thing that helps. */
export function NotFor({ code, say }: { code: string; say: string }) {
  const way = wayOutOfCode(code)
  const go = useWays()[way]
  return (
    <Spaced>
      <Notice tone="warn">{say}</Notice>
      {go ? <Button onTap={go}>{WAY_OUT_TEXT[way]}</Button> : null}
    </Spaced>
  )
}
