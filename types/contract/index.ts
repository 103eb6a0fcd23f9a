import { account } from './account'
import { announcement } from './announcement'
import { booking } from './booking'
import { directory } from './directory'
import type { CommonError, ErrorCode } from './errors'
import { home } from './home'
import { message } from './message'
import type { InputOf, Operation, OutputOf } from './operation'

/** Every function of the cloud with its operations. */
export const contract = {
  account,
  announcement,
  booking,
  directory,
  home,
  message,
} satisfies Record<string, Record<string, Operation>>

type Operations = typeof contract

/** Every operation by its full name, e.g. `booking.reserve`: what `call` on the phone is typed by. */
export type Contract = {
  [Name in OperationName]: {
    kind: OperationOf<Name>['kind']
    input: InputOf<OperationOf<Name>>
    output: OutputOf<OperationOf<Name>>
    error: OperationOf<Name>['errors'][number] | CommonError
  }
}

/** `function.operation`, for every operation there is. */
export type OperationName = {
  [F in keyof Operations]: `${F}.${keyof Operations[F] & string}`
}[keyof Operations]

type OperationOf<Name extends OperationName> =
  Name extends `${infer F extends keyof Operations}.${infer N}`
    ? N extends keyof Operations[F]
      ? Operations[F][N] extends infer O extends Operation
        ? O
        : never
      : never
    : never

export type QueryName = {
  [Name in OperationName]: Contract[Name]['kind'] extends 'query' ? Name : never
}[OperationName]
export type CommandName = Exclude<OperationName, QueryName>
export type { ErrorCode }
