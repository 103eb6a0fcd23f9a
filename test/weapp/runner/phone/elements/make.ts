import { WxButton } from './button.ts'
import { WxCanvas, WxMap, WxMedia, WxWebView } from './embedded.ts'
import { WxElement } from './element.ts'
import { WxForm, WxLabel } from './form.ts'
import { WxIcon, WxImage, WxProgress, WxRichText } from './shown.ts'
import { WxInput, WxTextarea } from './input.ts'
import { WxMovableArea, WxMovableView } from './movable.ts'
import { WxNavigator } from './navigator.ts'
import { WxPageMeta } from './page-meta.ts'
import { WxPickerView, WxPickerViewColumn } from './picker-view.ts'
import { WxPicker } from './picker.ts'
import { WxScrollView } from './scroll-view.ts'
import { WxCheckbox, WxCheckboxGroup, WxRadio, WxRadioGroup, WxSwitch } from './choice.ts'
import { WxSlider } from './slider.ts'
import { WxSwiper, WxSwiperItem } from './swiper.ts'

const OWN: Record<string, typeof WxElement> = {
  button: WxButton,
  canvas: WxCanvas,
  checkbox: WxCheckbox,
  'checkbox-group': WxCheckboxGroup,
  form: WxForm,
  icon: WxIcon,
  image: WxImage,
  input: WxInput,
  label: WxLabel,
  map: WxMap,
  'movable-area': WxMovableArea,
  'movable-view': WxMovableView,
  navigator: WxNavigator,
  'page-meta': WxPageMeta,
  picker: WxPicker,
  'picker-view': WxPickerView,
  'picker-view-column': WxPickerViewColumn,
  progress: WxProgress,
  radio: WxRadio,
  'radio-group': WxRadioGroup,
  'rich-text': WxRichText,
  'scroll-view': WxScrollView,
  slider: WxSlider,
  swiper: WxSwiper,
  'swiper-item': WxSwiperItem,
  switch: WxSwitch,
  textarea: WxTextarea,
  video: WxMedia,
  audio: WxMedia,
  'web-view': WxWebView,
}

/** `view` becomes `<wx-view>`; a tag without a class of its own, also a component's, is a plain box. */
export function makeElement(tag: string): HTMLElement {
  const name = `wx-${tag.toLowerCase()}`
  if (!customElements.get(name)) {
    const Base = OWN[tag] ?? WxElement
    customElements.define(name, class extends Base {})
  }
  return document.createElement(name)
}
