/** What stands in lists in the place of a person's data: enough to know whom, too little to use. */

/** 王秀兰 as 王*兰, 王秀 as 王*; one character alone stays. */
export function maskName(name: string): string {
  const letters = [...name]
  if (letters.length <= 1) return name
  if (letters.length === 2) return `${letters[0] ?? ''}*`
  return (letters[0] ?? '') + '*'.repeat(letters.length - 2) + (letters.at(-1) ?? '')
}

/** 13812348000 as 138****8000; of a shorter number the last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : '*'.repeat(Math.max(0, phone.length - 2)) + phone.slice(-2)
}
