/**
 * The SDK weakens what it is given, without an error (DESIGN.md section 3): an undefined condition
 * vanishes, a plain `{}` vanishes, `{ $ne: 'x' }` from outside passes through, and an object in an
 * update is merged into the old one. These checks refuse such values before the SDK sees them.
 */
export class UnsafeDatabaseUse extends Error {
  constructor(problem: string) {
    super(problem)
    this.name = 'UnsafeDatabaseUse'
  }
}

/** An SDK command (`_.gt(1)`, `_.inc(1)`): the SDK marks each with a hidden `_internalType`. */
interface SdkCommand {
  operator: string
  operands: unknown
}

/** Is this value an SDK command already? Values that are not are written whole, with `_.set`. */
export const isCommand = (value: unknown): value is SdkCommand =>
  typeof value === 'object' && value !== null && '_internalType' in value && 'operands' in value

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)

const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || isSafeNumber(value)

const isSafeNumber = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value)

/** A field path of our own making: names joined by dots, none of them an operator. */
const FIELD_PATH = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/

export function checkFieldPath(path: string): void {
  if (!FIELD_PATH.test(path)) throw new UnsafeDatabaseUse(`not a field path: ${path}`)
}

/** Refuses anything in a value that is to be stored, or compared with, which the SDK would drop or reinterpret. */
export function checkValue(value: unknown, where: string): void {
  if (isScalar(value) || value instanceof Date) return
  if (Array.isArray(value)) {
    value.forEach((item, i) => checkValue(item, `${where}[${i}]`))
    return
  }
  if (isCommand(value)) throw new UnsafeDatabaseUse(`a command inside a value at ${where}`)
  if (!isPlainObject(value))
    throw new UnsafeDatabaseUse(`not storable at ${where}: ${typeof value}`)
  for (const [key, part] of Object.entries(value)) {
    if (key === '' || key.startsWith('$') || key.includes('.')) {
      throw new UnsafeDatabaseUse(`a key that means something to the database at ${where}: ${key}`)
    }
    checkValue(part, `${where}.${key}`)
  }
}

function checkOperand(operand: unknown, where: string): void {
  if (isCommand(operand)) {
    checkOperands(operand, where)
  } else if (isPlainObject(operand)) {
    // The object of an elemMatch: each field holds a scalar or a command of its own.
    for (const [field, inner] of Object.entries(operand)) {
      if (isCommand(inner) && ['and', 'or', 'not', 'nor'].includes(inner.operator)) {
        // The SDK sends such a one as a plain object, which matches nothing.
        throw new UnsafeDatabaseUse(`a joined condition inside ${where}.${field}`)
      }
    }
    checkFilter(operand, where)
  } else if (Array.isArray(operand)) {
    operand.forEach((part, i) => checkOperand(part, `${where}[${i}]`))
  } else {
    checkValue(operand, where)
  }
}

function checkOperands(command: SdkCommand, where: string): void {
  const operands = Array.isArray(command.operands) ? command.operands : [command.operands]
  operands.forEach((operand) => checkOperand(operand, `${where}:${command.operator}`))
}

/** Refuses a filter that would select more than it says. Objects are compared only inside a command. */
export function checkFilter(filter: Record<string, unknown>, where = 'filter'): void {
  const entries = Object.entries(filter)
  if (entries.length === 0)
    throw new UnsafeDatabaseUse(`an empty object in ${where} selects everything`)
  for (const [path, condition] of entries) {
    checkFieldPath(path)
    if (isCommand(condition)) checkOperands(condition, `${where}.${path}`)
    else if (!isScalar(condition)) {
      throw new UnsafeDatabaseUse(
        `${where}.${path} must be a scalar or a command, not ${typeof condition}`,
      )
    }
  }
}

/** Refuses a change that would write less, or something else, than it says. */
export function checkChange(change: Record<string, unknown>): void {
  const entries = Object.entries(change)
  if (entries.length === 0) throw new UnsafeDatabaseUse('an empty change')
  for (const [path, value] of entries) {
    checkFieldPath(path)
    if (path === '_id') throw new UnsafeDatabaseUse('an _id cannot be changed')
    if (!isCommand(value)) checkValue(value, path)
    else if (value.operator === 'pull') checkOperand(value.operands, path)
    else checkUpdateOperands(value, path)
  }
}

function checkUpdateOperands(command: SdkCommand, path: string): void {
  const operands = Array.isArray(command.operands) ? command.operands : [command.operands]
  // `_.push({ each, slice })` keeps its modifiers as `$each` and `$slice`; all else is a value.
  for (const operand of operands) {
    if (isPlainObject(operand) && '$each' in operand) checkValue(operand.$each, `${path}.each`)
    else checkValue(operand, path)
  }
}
