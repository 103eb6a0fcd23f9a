import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledIn, run } from './aggregating'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

// Every expression operator that wx-server-sdk can send, through the SDK itself.

let cloud: TestCloud
let db: any // The real SDK has no types of its own.
let $: any

beforeAll(async () => {
  cloud = await startTestCloud()
  db = sdkDatabase(cloud.url)
  $ = db.command.aggregate
})
afterAll(() => cloud.close())

const filled = (...docs: object[]) => filledIn(db, docs)
const at = new Date('2026-11-22T13:14:15.678Z')
const doc = {
  _id: 0,
  n: 7,
  neg: -2.5,
  s: 'Linli 邻里',
  list: [3, 1, 2, 1],
  docs: [
    { k: 'a', v: 1 },
    { k: 'b', v: 2 },
  ],
  o: { x: 1, y: null },
  at,
  no: null,
}

const EXPRESSIONS: [string, (op: any) => unknown, unknown][] = [
  ['abs', (op) => op.abs('$neg'), 2.5],
  ['add', (op) => op.add(['$n', 1, 0.5]), 8.5],
  ['add, a date', (op) => op.add(['$at', 1000]), new Date(at.getTime() + 1000)],
  ['add, null', (op) => op.add(['$n', '$no']), null],
  ['ceil', (op) => op.ceil('$neg'), -2],
  ['divide', (op) => op.divide(['$n', 2]), 3.5],
  ['exp', (op) => op.exp(0), 1],
  ['floor', (op) => op.floor('$neg'), -3],
  ['ln', (op) => op.ln(1), 0],
  ['log', (op) => op.log([8, 2]), 3],
  ['log10', (op) => op.log10(1000), Math.log10(1000)],
  ['mod', (op) => op.mod(['$n', 4]), 3],
  ['multiply', (op) => op.multiply(['$n', 2]), 14],
  ['pow', (op) => op.pow([2, 10]), 1024],
  ['sqrt', (op) => op.sqrt(16), 4],
  ['subtract', (op) => op.subtract(['$n', 2]), 5],
  ['subtract, dates', (op) => op.subtract(['$at', new Date(at.getTime() - 5)]), 5],
  ['trunc', (op) => op.trunc('$neg'), -2],
  ['arrayElemAt', (op) => op.arrayElemAt(['$list', -1]), 1],
  ['arrayElemAt, out of bounds', (op) => op.arrayElemAt(['$list', 9]), undefined],
  ['arrayToObject', (op) => op.arrayToObject('$docs'), { a: 1, b: 2 }],
  ['arrayToObject, pairs', (op) => op.arrayToObject([[['a', 1]]]), { a: 1 }],
  ['concatArrays', (op) => op.concatArrays(['$list', [9]]), [3, 1, 2, 1, 9]],
  ['filter', (op) => op.filter({ input: '$list', as: 'i', cond: op.gte(['$$i', 2]) }), [3, 2]],
  ['in', (op) => op.in([2, '$list']), true],
  ['indexOfArray', (op) => op.indexOfArray(['$list', 1, 2]), 3],
  ['isArray', (op) => op.isArray('$list'), true],
  ['map', (op) => op.map({ input: '$docs', as: 'd', in: op.add(['$$d.v', '$n']) }), [8, 9]],
  ['range', (op) => op.range([0, 10, 4]), [0, 4, 8]],
  [
    'reduce',
    (op) => op.reduce({ input: '$list', initialValue: 0, in: op.add(['$$value', '$$this']) }),
    7,
  ],
  ['reverseArray', (op) => op.reverseArray('$list'), [1, 2, 1, 3]],
  ['size', (op) => op.size('$list'), 4],
  ['slice', (op) => op.slice(['$list', 1, 2]), [1, 2]],
  ['slice, from the end', (op) => op.slice(['$list', -2]), [2, 1]],
  [
    'zip',
    (op) => op.zip({ inputs: [[1, 2, 3], ['a']], useLongestLength: true, defaults: [0, '-'] }),
    [
      [1, 'a'],
      [2, '-'],
      [3, '-'],
    ],
  ],
  ['and', (op) => op.and(['$n', op.gt(['$n', 1])]), true],
  ['or', (op) => op.or(['$no', 0, '$nothing']), false],
  ['not', (op) => op.not('$no'), true],
  ['cmp', (op) => op.cmp(['$n', 8]), -1],
  ['eq', (op) => op.eq(['$n', 7]), true],
  ['gt', (op) => op.gt(['$n', 7]), false],
  ['gte', (op) => op.gte(['$n', 7]), true],
  ['lt', (op) => op.lt(['$n', 7]), false],
  ['lte', (op) => op.lte(['$n', 7]), true],
  ['neq', (op) => op.neq(['$n', 7]), false],
  ['cond', (op) => op.cond({ if: op.gt(['$n', 5]), then: 'many', else: 'few' }), 'many'],
  ['cond, three', (op) => op.cond([false, 1, '$s']), 'Linli 邻里'],
  ['ifNull', (op) => op.ifNull(['$nothing', 'none']), 'none'],
  [
    'switch',
    (op) =>
      op.switch({
        branches: [
          { case: op.lt(['$n', 5]), then: 'a' },
          { case: op.lt(['$n', 10]), then: 'b' },
        ],
        default: 'c',
      }),
    'b',
  ],
  [
    'dateFromParts',
    (op) =>
      op.dateFromParts({ year: 2026, month: 11, day: 22, hour: 8, timezone: 'Asia/Shanghai' }),
    new Date('2026-11-22T00:00:00Z'),
  ],
  [
    'dateFromParts, weeks',
    (op) => op.dateFromParts({ isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 4 }),
    new Date('2026-01-01T00:00:00Z'),
  ],
  [
    'dateFromString',
    (op) => op.dateFromString({ dateString: '2026-11-22T08:00:00.000+0800' }),
    new Date('2026-11-22T00:00:00Z'),
  ],
  [
    'dateFromString of no day there is',
    (op) => op.dateFromString({ dateString: '2024-02-30', onError: 'no day' }),
    'no day',
  ],
  ['dayOfMonth', (op) => op.dayOfMonth('$at'), 22],
  ['dayOfMonth, in a zone', (op) => op.dayOfMonth({ date: '$at', timezone: '+12:00' }), 23],
  ['dayOfWeek', (op) => op.dayOfWeek('$at'), 1],
  ['dayOfYear', (op) => op.dayOfYear('$at'), 326],
  ['isoDayOfWeek', (op) => op.isoDayOfWeek('$at'), 7],
  ['isoWeek', (op) => op.isoWeek('$at'), 47],
  ['isoWeekYear', (op) => op.isoWeekYear(new Date('2027-01-01')), 2026],
  ['millisecond', (op) => op.millisecond('$at'), 678],
  ['minute', (op) => op.minute('$at'), 14],
  ['month', (op) => op.month('$at'), 11],
  ['second', (op) => op.second('$at'), 15],
  ['hour', (op) => op.hour({ date: '$at', timezone: 'Asia/Shanghai' }), 21],
  ['week', (op) => op.week('$at'), 47],
  ['year', (op) => op.year('$at'), 2026],
  ['literal', (op) => op.literal('$n'), '$n'],
  ['mergeObjects', (op) => op.mergeObjects(['$o', { z: '$n' }]), { x: 1, y: null, z: 7 }],
  [
    'objectToArray',
    (op) => op.objectToArray('$o'),
    [
      { k: 'x', v: 1 },
      { k: 'y', v: null },
    ],
  ],
  ['allElementsTrue', (op) => op.allElementsTrue([[true, 1, 'x']]), true],
  ['anyElementTrue', (op) => op.anyElementTrue([[0, null]]), false],
  ['setDifference', (op) => op.setDifference(['$list', [1]]), [3, 2]],
  ['setEquals', (op) => op.setEquals(['$list', [1, 2, 3]]), true],
  ['setIntersection', (op) => op.setIntersection(['$list', [1, 9, 3]]), [3, 1]],
  ['setIsSubset', (op) => op.setIsSubset([[1, 2], '$list']), true],
  ['setUnion', (op) => op.setUnion(['$list', [9]]), [3, 1, 2, 9]],
  ['concat', (op) => op.concat(['$s', '!']), 'Linli 邻里!'],
  ['concat, null', (op) => op.concat(['$s', '$no']), null],
  [
    'dateToString',
    (op) =>
      op.dateToString({
        date: '$at',
        format: '%Y-%m-%d %H:%M:%S.%L %j %u %V %z',
        timezone: 'Asia/Shanghai',
      }),
    '2026-11-22 21:14:15.678 326 7 47 +0800',
  ],
  [
    'dateToString, onNull',
    (op) => op.dateToString({ date: '$no', format: '%Y', onNull: 'never' }),
    'never',
  ],
  ['indexOfBytes', (op) => op.indexOfBytes(['$s', '里']), 9],
  ['indexOfCP', (op) => op.indexOfCP(['$s', '里']), 7],
  ['split', (op) => op.split(['$s', ' ']), ['Linli', '邻里']],
  ['strLenBytes', (op) => op.strLenBytes('$s'), 12],
  ['strLenCP', (op) => op.strLenCP('$s'), 8],
  ['strcasecmp', (op) => op.strcasecmp(['LINLI', 'linli']), 0],
  ['substr', (op) => op.substr(['$s', 0, 5]), 'Linli'],
  ['substrBytes', (op) => op.substrBytes(['$s', 6, 3]), '邻'],
  ['substrCP', (op) => op.substrCP(['$s', 6, 5]), '邻里'],
  ['toLower', (op) => op.toLower('$s'), 'linli 邻里'],
  ['toUpper', (op) => op.toUpper('$s'), 'LINLI 邻里'],
  ['avg', (op) => op.avg('$list'), 1.75],
  ['max', (op) => op.max('$list'), 3],
  ['min', (op) => op.min(['$n', 2]), 2],
  ['stdDevPop', (op) => op.stdDevPop([[1, 3]]), 1],
  ['stdDevSamp', (op) => op.stdDevSamp([[1, 3]]), Math.SQRT2],
  ['sum', (op) => op.sum('$docs.v'), 3],
  [
    'let',
    (op) => op.let({ vars: { twice: op.multiply(['$n', 2]) }, in: op.add(['$$twice', 1]) }),
    15,
  ],
]

test.each(EXPRESSIONS)('expression %s', async (_name, expression, wanted) => {
  const [found] = await run((await filled(doc)).project({ _id: 0, v: expression($) }))
  expect(found.v).toEqual(wanted)
})

test('every expression operator of the SDK is in the table or is an accumulator', () => {
  const tried = new Set(EXPRESSIONS.map(([name]) => name.split(',')[0]))
  const elsewhere = ['pipeline', 'addToSet', 'first', 'last', 'push', 'meta']
  const missing = Object.keys($).filter((name) => !tried.has(name) && !elsewhere.includes(name))
  expect(missing).toEqual([])
})
