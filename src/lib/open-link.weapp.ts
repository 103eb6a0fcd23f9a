import { copyText } from './copy-text'

/** What a tap on a web address does here: a mini-program opens no pages of others. */
export const LINKS: 'opens' | 'copies' = 'copies'

/** Puts the address on the clipboard, for the phone's browser; whether it is there. */
export const openLink = (url: string): Promise<boolean> => copyText(url)
