/** What an API refuses with: errcode and errmsg go to the function as they are. */
export class ApiError extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}

export const invalidOpenid = (): ApiError => new ApiError(40003, 'invalid openid')
export const invalidArgs = (hint: string): ApiError => new ApiError(40097, `invalid args: ${hint}`)
