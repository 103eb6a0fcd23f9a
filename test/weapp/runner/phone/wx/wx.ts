import * as stack from '../navigation.ts'
import { noteError } from '../state.ts'
import { api, asText } from './api.ts'
import { cloud } from './cloud.ts'
import { files } from './files.ts'
import { permissions } from './permissions.ts'
import { person } from './person.ts'
import { privacy } from './privacy.ts'
import { createAnimation, createIntersectionObserver, createSelectorQuery } from './queries.ts'
import { requests } from './request.ts'
import { shown } from './shown.ts'
import { createInnerAudioContext } from './sound.ts'
import { storage } from './storage.ts'
import { system } from './system.ts'

const navigation = {
  navigateTo: api('navigateTo', ({ url }) => stack.navigateTo(asText(url))),
  redirectTo: api('redirectTo', ({ url }) => stack.redirectTo(asText(url))),
  reLaunch: api('reLaunch', ({ url }) => stack.reLaunch(asText(url))),
  switchTab: api('switchTab', ({ url }) => stack.switchTab(asText(url))),
  navigateBack: api('navigateBack', ({ delta }) => stack.navigateBack(Number(delta ?? 1))),
  exitMiniProgram: api('exitMiniProgram', () => undefined),
}

const known: Record<string, unknown> = {
  ...files,
  ...navigation,
  ...permissions,
  ...person,
  ...privacy,
  ...requests,
  ...shown,
  ...storage,
  ...system,
  cloud,
  createAnimation,
  createInnerAudioContext,
  createIntersectionObserver,
  createSelectorQuery,
  nextTick: (run: () => void) => setTimeout(run, 0),
  /** Of what the runner has not, a program must not hear that it is there. */
  canIUse: (schema: string) => {
    const name = schema.split('.')[0] ?? ''
    return name in known || /^[a-z]+(-[a-z]+)*$/.test(name)
  },
}

/** What begins the name of an API: other names are the program's own, such as webpack's list. */
const VERB =
  /^(add|batch|check|choose|close|compress|connect|create|delete|disable|edit|enable|exit|get|hide|init|is|join|login|make|navigate|notify|off|on|open|pause|play|preload|preview|publish|read|remove|report|request|require|restart|rewrite|save|scan|seek|send|set|share|show|start|stop|subscribe|switch|translate|update|upload|verify|vibrate|write)[A-Z]/

/**
 * `wx`. An API that the runner does not have throws a sentence with its name: a program that waits for
 * an answer would otherwise wait for ever.
 */
export const wx: object = new Proxy(known, {
  get(target, name) {
    if (typeof name === 'symbol' || name in target) return target[name as string]
    if (!VERB.test(name)) return undefined
    return () => {
      const error = new Error(
        `wx.${name} is not in the runner: add it below test/weapp/runner/phone/wx`,
      )
      noteError(error)
      throw error
    }
  },
})
