import { type ReactNode, useState } from 'react'
import { CallingView } from '../../features/announcement/desk/calls/calling-view'
import { OfficeCalls } from '../../features/message/desk/office-calls'

/** Everybody who waits for a call: for what they have not read, and for what did not reach them. */
export default function DeskCallsPage() {
  const [sheet, setSheet] = useState<ReactNode>(null)
  return <CallingView sheet={sheet} below={<OfficeCalls onSheet={setSheet} />} />
}
