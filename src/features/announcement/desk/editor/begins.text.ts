/** Words that stand in a new announcement until others are typed in their place. */
export const BEGINS_TEXT = {
  bold: '重点',
  choices: ['参加', '不参加'],
}
