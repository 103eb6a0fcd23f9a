import Taro from '@tarojs/taro'

export interface Contact {
  name: string
  phone: string
}

/** Lets the person choose from the phone's address book: only the one chosen is given. */
export const pickContact = async (): Promise<Contact | undefined> => {
  try {
    const { displayName, phoneNumber } = await Taro.chooseContact({})
    return { name: displayName, phone: phoneNumber }
  } catch {
    // Left without choosing, or not allowed: the number can still be typed.
    return undefined
  }
}
