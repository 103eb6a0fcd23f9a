export function startPersonBar(): void {
  // WeChat knows who its user is: nothing to choose.
}
