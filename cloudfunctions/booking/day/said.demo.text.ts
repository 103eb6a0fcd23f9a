/** What people of the demo said of visits: by stars, with and without words. */
export const DEMO_SAID: readonly { stars: number; words?: string }[] = [
  { stars: 5, words: '态度好，讲得明白，等的时间也不长。' },
  { stars: 5 },
  { stars: 4, words: '都挺好，就是门口不好找，能多贴个指路牌就好了。' },
  { stars: 5, words: '准时来的，做得仔细，走的时候还把地方收拾干净了。' },
  { stars: 4 },
  { stars: 3, words: '人多，等了快半小时。' },
  { stars: 5, words: '小姑娘有耐心，我耳朵背，她说了好几遍。' },
  { stars: 2, words: '约的九点，九点四十才轮到我。' },
]

/** Of the words that the check was unsure of, in the demo. */
export const DEMO_HELD = '来的人说可以私下加微信做，便宜一半，号码写在这里合适吗？'

/** What was written of a visit, by what it was for. */
export const DEMO_RESULTS: Readonly<Record<string, string>> = {
  healthCheck:
    '血压148/86，比上次高一点；空腹血糖6.1；心电图正常。少吃盐，药按时吃，两周后再来量一次。',
  rehabilitation:
    '肩颈推拿40分钟，右肩还紧。回家用热毛巾敷，每天两次，每次十分钟，先不要提重东西。',
  escort: '看了心内科，医生开了两种药，早晚各一片。下个月10号复查，要空腹。',
  bathing: '洗前血压132/80，全程平稳，皮肤没有破损。脚后跟有点干，擦了润肤膏。',
}
