/**
 * The phone's own clock, epoch ms, which may be wrong: only for how long ago something was done on this very phone,
 * and for how far this clock is from the cloud's. What day it is comes from the cloud.
 */
export const phoneNow = (): number => Date.now()
