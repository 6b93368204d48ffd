import type { NoticeKind } from "./notice-kinds";
import type { NoticeCause } from "./notice-status";
import type { NoticeWords } from "./types";

export type PushAddress = { id: string; endpoint: string; p256dh: string; auth: string };

/** A notice on its way, with all that any channel needs of it. */
export type Message = {
  /** The notice's id: a provider that has seen it does not send it again. */
  id: string;
  kind: NoticeKind;
  isUrgent: boolean;
  words: NoticeWords;
  worthUntil: number;
  /** Ten digits; null when no mobile number is known. */
  phone: string | null;
  emails: readonly string[];
  browsers: readonly PushAddress[];
};

/** What of it an SMS needs; the link may be blank. */
export type Sms = Pick<Message, "id" | "phone"> & {
  words: Pick<NoticeWords, "shortText" | "link">;
};

export type Delivery =
  /** The provider has it; whether it was read nobody says. */
  | { kind: "taken" }
  /** It does not take it, and would not the next time: the next channel. */
  | { kind: "refused"; cause: NoticeCause }
  /** Not known: it may have it. The same channel is asked again, so that nobody hears the same twice. */
  | { kind: "unsure" }
  /** This recipient has nothing of this channel, as most have no e-mail. */
  | { kind: "none" };

/** One way to reach people. Never throws for what a provider or a line does. */
export type Channel = (message: Message) => Promise<Delivery>;
