/** react-reconciler 0.29 brings no types; the headless screen needs only this. */
declare module 'react-reconciler' {
  interface Reconciler {
    createContainer(...args: unknown[]): unknown
    updateContainer(element: unknown, root: unknown, parent: null, done?: () => void): void
    flushPassiveEffects(): boolean
    flushSync(work: () => void): void
  }
  export default function createReconciler(host: object): Reconciler
}
