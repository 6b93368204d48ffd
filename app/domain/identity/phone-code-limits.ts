import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/platform/period";

/** So long the digits are good, from each time they are sent: a mast in the mountains may need minutes for a message. */
export const CODE_LIFE_MS = 10 * MINUTE_MS;
/** So long whoever asked has to wait before they are sent again. */
export const SEND_AGAIN_MS = MINUTE_MS;
/** So many messages reach one phone in `SEND_WINDOW_MS`, whoever asks for them. */
export const SENT_MAX = 8;
/** And so many more where a browser asks that a code has opened before: strangers cannot use up its share. */
export const SENT_MORE = 4;
/** So many of them ask for a household's consent, whichever helpers do. */
export const CONSENTS_MAX = 5;
export const SEND_WINDOW_MS = DAY_MS;
export const TRIES_MAX = 5;
/** Those that are handed over are found by their phone, which many know: so many tries do not use them up at once. */
export const HANDED_TRIES_MAX = 50;
/** So long the right digits are right again: the button was pressed twice, or the answer was lost on the way. */
export const RIGHT_AGAIN_MS = 2 * MINUTE_MS;
/** So long a browser in which the right digits were typed may open an account with the phone. */
export const PROOF_LIFE_MS = HOUR_MS;
/** So long it stands for the password, for who has none or has forgotten it. */
export const FRESH_PROOF_MS = 15 * MINUTE_MS;

/** The right digits can still come back; of a code whose time is over, once it is sent again. */
export function isPending(code: {
  usedAt: number | null;
  triedCount: number;
  purpose: CodePurpose;
}): boolean {
  return code.usedAt === null && code.triedCount < triesMax(code.purpose);
}

export function triesMax(purpose: CodePurpose): number {
  return purpose === "handed" ? HANDED_TRIES_MAX : TRIES_MAX;
}

/** So long digits are good that a helper hands over: the household may have to go where there is a line. */
export const HANDED_LIFE_MS = 3 * DAY_MS;
/** So long those of an officer, which open an account that may sell: they are typed while whoever asked is recognised. */
export const OFFICER_LIFE_MS = DAY_MS;
/** So long the number before a change is kept: until then an officer can call it, and it comes back where the change was not the holder's. */
export const OLD_PHONE_KEPT_MS = 90 * DAY_MS;
/** After so long without anybody in it, an account that sells is opened by no SMS alone: its number may be somebody else's by now. */
export const ASLEEP_MS = 365 * DAY_MS;
/** So many are handed over for one phone in `SEND_WINDOW_MS`, whoever does. */
export const HANDED_MAX = 5;

/**
 * What digits are made for: `entry` opens an account and its desk, `consent` says yes to a helper and nothing else; both
 * are sent. `handed` opens the account of a household: by its helper the first time, by an officer also later. `change`
 * proves the phone to which a signed-in person changes over, and lets nobody in.
 */
export const CODE_PURPOSES = ["entry", "consent", "handed", "change"] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];
