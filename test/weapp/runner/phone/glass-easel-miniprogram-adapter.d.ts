/** The package's own path to its types has a slip (`.d.js`); this is what the runner uses of it. */
declare module 'glass-easel-miniprogram-adapter' {
  import type * as glassEasel from 'glass-easel'

  export interface Instance {
    _$: glassEasel.GeneralComponent
    is: string
    id: string
    dataset: Record<string, unknown> | null
    data: Record<string, unknown>
    setData: (data: Record<string, unknown>, done?: () => void) => void
    createSelectorQuery: () => unknown
    [name: string]: unknown
  }
  export interface Environment {
    Page: (definition: object) => void
    Component: (definition: object) => void
    Behavior: (definition: object) => unknown
  }
  export class CodeSpace {
    prepareComponentOptions: (
      is: string,
      options?: object,
    ) => [glassEasel.ComponentOptions, unknown]
    addCompiledTemplate: (path: string, template: object) => void
    addComponentStaticConfig: (path: string, config: object) => void
    componentEnv: <T>(path: string, run: (environment: Environment) => T) => T
    getComponentSpace: () => glassEasel.ComponentSpace
  }
  export class Root {
    get: () => Instance
    attach: (parent: unknown, placeholder: unknown) => void
    release: () => void
  }
  export class AssociatedBackend {
    createRoot: (tag: string, space: CodeSpace, path: string) => Root
  }
  export class MiniProgramEnv {
    createCodeSpace: (id: string, main: boolean) => CodeSpace
    associateBackend: (context: object) => AssociatedBackend
  }
  export const component: {
    ComponentCaller: { prototype: Instance }
  }
}
