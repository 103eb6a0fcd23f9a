/** WeChat asks for this component where the tab bar is custom. The pages draw the bar themselves. */
export default function CustomTabBar() {
  return null
}
