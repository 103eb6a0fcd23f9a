/** Under which the program keeps that elder mode is on (src/ui/elder.ts). */
export const ELDER_KEY = 'linli.elder'
