import type { Notice, NoticeFact } from '../../../types/contract/message-inbox'
import { dayOf, formatDate, formatMoment, formatTime } from '../../lib/time.format'
import type { IconName } from '../../ui/icon'
import { MESSAGE_TEXT as TEXT } from './message.text'

const moment = (at: number, now: number): string => `${formatDate(dayOf(at), now)}${formatTime(at)}`

/** What a message says, in one or two plain sentences. */
export function sentenceOf(about: NoticeFact, now: number): string {
  switch (about.kind) {
    case 'bookingMade':
      return TEXT.visitMade({
        ...about,
        whose: about.name ?? TEXT.yours,
        at: moment(about.startsAt, now),
      })
    case 'bookingCancelled':
      return TEXT.visitCancelled(
        about.name ?? TEXT.yours,
        about.serviceName,
        moment(about.startsAt, now),
        about.because === 'provider'
          ? TEXT.cancelledBecause(about.say ?? '')
          : TEXT.cancelled[about.because],
      )
    case 'bookingMoved':
      return TEXT.visitMoved(
        about.name ?? TEXT.yours,
        about.serviceName,
        moment(about.from, now),
        moment(about.startsAt, now),
        about.say,
      )
    case 'bookingReminder':
      return TEXT.visitSoon({
        ...about,
        whose: about.name ?? TEXT.yours,
        at: moment(about.startsAt, now),
      })
    case 'bookingMissed':
      return TEXT.visitMissed(
        about.name ?? TEXT.yours,
        about.serviceName,
        moment(about.startsAt, now),
        about.barredUntil === undefined ? undefined : formatDate(dayOf(about.barredUntil), now),
      )
    case 'offerMade':
      return TEXT.offerMade(
        about.name ?? TEXT.yours,
        about.serviceName,
        moment(about.startsAt, now),
        moment(about.until, now),
      )
    case 'offerLapsed':
    case 'waitEnded':
      return TEXT[about.kind](
        about.name ?? TEXT.yours,
        about.serviceName,
        moment(about.startsAt, now),
      )
    case 'joinAnswered':
      return about.answer === 'approved' ? TEXT.joined(about.place) : TEXT.joinRefused(about.place)
    case 'helpAnswered':
      return about.answer === 'approved' ? TEXT.helps(about.name) : TEXT.helpRefused(about.name)
    case 'helperBegan':
      return TEXT.helperBegan(about.name)
    case 'helpingEnded':
      return about.reader === 'helper'
        ? TEXT.helpEndedForHelper(about.name)
        : TEXT.helpEndedForPerson(about.name)
    case 'roleGiven':
    case 'roleEnded':
      return TEXT[about.kind](about.place, TEXT.role[about.role])
    case 'announced':
      return (about.corrected ? TEXT.corrected : '') + TEXT.announced(about.title, about.must)
    case 'questionAnswered':
      return TEXT.questionAnswered[about.answer](about.title)
    case 'officeAnswered':
      return about.refused ? TEXT.officeRefused : TEXT.officeAnswered
    case 'questionAsked':
      return TEXT.questionAsked(about.title) + (about.held ? TEXT.lookFirst : '')
    case 'officeAsked':
      return TEXT.officeAsked + (about.held ? TEXT.lookFirst : '')
    case 'officeDue':
      return TEXT.officeDue(moment(about.dueAt, now))
    case 'callsDue':
      return TEXT.callsDue(about.title, about.left)
  }
}

const ICONS: Record<NoticeFact['kind'], IconName> = {
  bookingMade: 'calendar',
  bookingCancelled: 'calendar',
  bookingMoved: 'calendar',
  bookingReminder: 'clock',
  bookingMissed: 'alert',
  offerMade: 'calendar',
  offerLapsed: 'calendar',
  waitEnded: 'calendar',
  joinAnswered: 'home',
  helpAnswered: 'family',
  helperBegan: 'family',
  helpingEnded: 'family',
  roleGiven: 'person',
  roleEnded: 'person',
  announced: 'horn',
  questionAnswered: 'chat',
  officeAnswered: 'chat',
  questionAsked: 'chat',
  officeAsked: 'chat',
  officeDue: 'alert',
  callsDue: 'phone',
}

export const iconOf = ({ kind }: NoticeFact): IconName => ICONS[kind]

/** When it was told. */
export const whenOf = ({ at }: Notice, now: number): string => formatMoment(at, now)
