import type { NoticeFact } from '../../types/contract/message-inbox'

/**
 * What a fact is called on the lock screen of a phone: what it is about, and what came of it, in the few
 * characters that WeChat's fields take. What is nobody else's business stands inside the program alone.
 */
export interface NoticeWords {
  title: string
  say: string
}

export function noticeWords(about: NoticeFact): NoticeWords {
  switch (about.kind) {
    case 'bookingMade': {
      const whose = about.name === undefined ? '替您' : `替${about.name}`
      return { title: about.serviceName, say: `${whose}约好了，点开查看` }
    }
    case 'bookingCancelled': {
      const whose = about.name === undefined ? '预约' : `${about.name}的预约`
      return { title: about.serviceName, say: `${whose}已取消` }
    }
    case 'bookingMoved': {
      const whose = about.name === undefined ? '预约' : `${about.name}的预约`
      return { title: about.serviceName, say: `${whose}改了时间，点开查看` }
    }
    case 'bookingReminder': {
      const whose = about.name ?? ''
      return {
        title: about.serviceName,
        say: about.when === 'eve' ? `${whose}明天有预约` : `${whose}快到时间了`,
      }
    }
    case 'bookingMissed':
      return { title: about.serviceName, say: `${about.name ?? '您'}约了没来` }
    case 'offerMade':
      return { title: about.serviceName, say: `${whoseWait(about)}有位子了，请快去约` }
    case 'offerLapsed':
      return { title: about.serviceName, say: `给${about.name ?? '您'}留的位子过时了` }
    case 'waitEnded':
      return { title: about.serviceName, say: `${whoseWait(about)}没有等到位子` }
    case 'joinAnswered':
      return {
        title: '加入社区的申请',
        say: about.answer === 'approved' ? '已通过' : '没有通过，点开看原因',
      }
    case 'helpAnswered':
      return {
        title: `替${about.name}代办的申请`,
        say: about.answer === 'approved' ? '已通过' : '没有通过',
      }
    case 'helperBegan':
      return { title: '有人开始替您办事', say: `${about.name}，不认识请告诉社区` }
    case 'helpingEnded':
      return {
        title: '代办结束了',
        say: about.reader === 'helper' ? `您不再替${about.name}代办` : `${about.name}不再替您代办`,
      }
    case 'roleGiven':
      return { title: '您有了新身份', say: '点开查看' }
    case 'roleEnded':
      return { title: '您的一个身份结束了', say: '点开查看' }
    case 'announced':
      return {
        title: about.corrected ? `已更正：${about.title}` : about.title,
        say: announcedWord(about.must),
      }
    case 'questionAnswered':
      return {
        title: about.title,
        say: about.answer === 'answered' ? '您的提问有了回复' : '您的提问没有通过',
      }
    case 'officeAnswered':
      return { title: '您问社区的话', say: about.refused ? '没有通过，请换个说法' : '社区已经回复' }
    case 'questionAsked':
      return { title: about.title, say: about.held ? '有提问要先看一下' : '居民有提问' }
    case 'officeAsked':
      return { title: '居民问社区', say: about.held ? '有提问要先看一下' : '等社区回复' }
    case 'officeDue':
      return { title: '居民问社区', say: '还没回复，请看期限' }
    case 'callsDue':
      return { title: about.title, say: `还有${about.left}人没看到，请打电话` }
  }
}

const whoseWait = ({ name }: { name?: string | undefined }): string =>
  name === undefined ? '您排的队' : `${name}排的队`

function announcedWord(must: Extract<NoticeFact, { kind: 'announced' }>['must']): string {
  if (must === undefined) return '点开查看'
  return must === 'read' ? '请点开看一看' : '请点开并确认'
}

/** Several at once, as one message. */
export const severalWords = (count: number): NoticeWords => ({
  title: `您有${count}条新消息`,
  say: '点开查看',
})
