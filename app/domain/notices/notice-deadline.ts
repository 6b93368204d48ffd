import type { NoticeRecipient } from "./notice-status";

/** Until when the one or the other is to have done something; nothing where there is no such time. */
export function deadline(whose: NoticeRecipient, at: number | null) {
  return at === null ? {} : { [whose]: at };
}
