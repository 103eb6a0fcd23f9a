/** Stands in the place of the name of somebody who was erased. */
export const ERASED_NAME = '已注销'
