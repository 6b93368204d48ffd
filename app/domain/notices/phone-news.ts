/**
 * What a number is told of a change. `changed`: the account that it opened has another number now. When that is undone,
 * `lost`: the other number opens it no more; `back`: this one does again.
 */
export const PHONE_NEWS = ["changed", "lost", "back"] as const;
export type PhoneNews = (typeof PHONE_NEWS)[number];
