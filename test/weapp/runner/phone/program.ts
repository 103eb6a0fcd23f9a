/** A mini-program as built, by the paths of its files without their endings. */
export interface Program {
  app: AppSettings
  theme: Partial<Record<Theme, Record<string, string>>>
  settings: Record<string, PageSettings>
  scripts: Record<string, string>
  styles: Record<string, string>
}

export type Theme = 'light' | 'dark'

export interface WindowSettings {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  backgroundTextStyle?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
}

export interface PageSettings extends WindowSettings {
  component?: boolean
  usingComponents?: Record<string, string>
}

export interface TabBarSettings {
  /** The program draws its own bar: WeChat draws none. */
  custom?: boolean
  color: string
  selectedColor: string
  backgroundColor: string
  borderStyle?: string
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

export interface AppSettings {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  window?: WindowSettings
  tabBar?: TabBarSettings
  darkmode?: boolean
  themeLocation?: string
  usingComponents?: Record<string, string>
}

declare global {
  interface Window {
    /** The compiled templates, written by templates.js. */
    linliTemplates: Record<string, unknown>
  }
}

/** Every page of every package. */
export const pagesOf = ({ pages, subPackages, subpackages }: AppSettings): string[] => [
  ...pages,
  ...(subPackages ?? subpackages ?? []).flatMap((part) =>
    part.pages.map((page) => `${part.root.replace(/\/$/, '')}/${page}`),
  ),
]
