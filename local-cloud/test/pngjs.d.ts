/** What these tests use of pngjs, which brings no types. */
declare module 'pngjs' {
  export const PNG: {
    sync: { read(data: Buffer): { data: Buffer; width: number; height: number } }
  }
}
