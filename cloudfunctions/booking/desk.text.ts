/** Who came, where nobody may know any more. */
export const NOBODY = '已注销的居民'
