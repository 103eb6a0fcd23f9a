import { describe, expect, test } from 'vitest'
import { doneBySaid } from './done-by.format'

const son = { kind: 'helper', relation: 'son' } as const
const desk = { kind: 'desk' } as const

describe('who booked in the place of the resident', () => {
  test.each([
    [{ state: 'booked', by: son }, '儿子代约'],
    [{ state: 'done', by: desk }, '社区服务站代约'],
    [{ state: 'booked', by: { kind: 'helper' } }, '家人代约'],
    [{ state: 'booked' }, undefined],
    [{ state: 'cancelled', by: son }, '儿子代约'],
    [{ state: 'cancelled', by: son, cancelledBy: desk }, '社区服务站代为取消'],
    [{ state: 'cancelled', cancelledBy: son }, '儿子代为取消'],
  ] as const)('%j: %s', (booked, said) => {
    expect(doneBySaid(booked)).toBe(said)
  })
})
