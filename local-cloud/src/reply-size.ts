/**
 * What a function may return, as JSON. Documented for Tencent's SCF, on which WeChat's cloud functions
 * run: status 407, "The size of response exceeds the upper limit (6MB)"
 * (https://www.tencentcloud.com/document/product/583/35311 and .../583/11637).
 */
export const MAX_REPLY_BYTES = 6 * 1024 * 1024
export const REPLY_TOO_LARGE = 'The size of response exceeds the upper limit (6MB)'
