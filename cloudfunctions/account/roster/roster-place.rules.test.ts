import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { homeName } from '../places.rules'
import { addressOf, roomOf } from './roster-place.rules'

const said = (read: ReturnType<typeof addressOf>) =>
  typeof read === 'string' ? read : homeName(read)

describe('a home in one column', () => {
  test.each([
    ['3号楼2单元501室', '3号楼2单元501室'],
    ['3-2-501', '3号楼2单元501室'],
    ['３－２－５０１', '3号楼2单元501室'],
    ['3—2—501室', '3号楼2单元501室'],
    ['3-501', '3号楼501室'],
    ['3栋501', '3号楼501室'],
    ['3#2-501', '3号楼2单元501室'],
    ['三号楼二单元五〇一', '3号楼2单元501室'],
    ['二十一号楼十二单元1103', '21号楼12单元1103室'],
    ['03幢 02单元 0501', '3号楼2单元501室'],
    ['A座1单元B101', 'A号楼1单元B101室'],
    ['和平区南湖街道春晓社区3号楼2单元501室', '3号楼2单元501室'],
    ['沈阳市和平区文化路12号3号楼2单元501室', '3号楼2单元501室'],
    ['春晓小区3号楼501', '3号楼501室'],
    ['', 'noRoom'],
    ['就在楼下', 'badAddress'],
    ['三号楼', 'badAddress'],
  ])('%s is %s', (address, home) => {
    expect(said(addressOf(address))).toBe(home)
  })
})

describe('a home in three columns', () => {
  test.each([
    ['3号楼', '2单元', '501室', '3号楼2单元501室'],
    ['3栋', '', '501', '3号楼501室'],
    ['3 号楼', '二', '501', '3号楼2单元501室'],
    ['3', '', '2-501', '3号楼2单元501室'],
    ['3', '', '2单元501', '3号楼2单元501室'],
    ['3', '2', '3-2-501', '3号楼2单元501室'],
    ['', '', '3-2-501', '3号楼2单元501室'],
    ['', '2', '501', 'noBuilding'],
    ['3', '2', '', 'noRoom'],
    ['3', '2', '五零一', '3号楼2单元501室'],
    ['3', '2', '一百零一', '3号楼2单元101室'],
    ['3', '2', 'A'.repeat(21), 'badPlace'],
  ])('%s, %s, %s is %s', (building, unit, room, home) => {
    expect(said(roomOf(building, unit, room))).toBe(home)
  })
})

test('however a home is written, it is the same home', () => {
  const numerals = '零一二三四五六七八九'
  const inWords = (n: number): string =>
    n < 10
      ? (numerals[n] ?? '')
      : `${n < 20 ? '' : (numerals[Math.floor(n / 10)] ?? '')}十${n % 10 === 0 ? '' : (numerals[n % 10] ?? '')}`
  const small = fc.integer({ min: 1, max: 99 })
  fc.assert(
    fc.property(small, small, fc.integer({ min: 101, max: 3305 }), (b, u, r) => {
      const home = `${b}号楼${u}单元${r}室`
      const forms = [
        home,
        `${b}-${u}-${r}`,
        `${b}栋${u}单元${r}`,
        `${inWords(b)}号楼${inWords(u)}单元${r}室`,
        `春晓社区${b}幢${u}门${r}号`,
      ]
      for (const form of forms) expect(said(addressOf(form)), form).toBe(home)
      expect(said(roomOf(String(b), String(u), String(r)))).toBe(home)
      expect(said(roomOf(`${inWords(b)}栋`, `${inWords(u)}单元`, `0${r}`))).toBe(home)
    }),
  )
})
