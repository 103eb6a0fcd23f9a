import { messageCalls } from './message-calls'
import { messageInbox } from './message-inbox'
import { messageOffice } from './message-office'

/** Messages (消息): what somebody is told, what they ask the office, and whom the office calls. */
export const message = { ...messageInbox, ...messageOffice, ...messageCalls }
