export function startPrivacy(): void {
  // A browser asks for each of its capabilities by itself.
}

export function openWeChatsPolicy(): void {
  // There is no WeChat.
}
