import type { BankProvider } from "./bank-notice";

/** One report of a line in its provider's own words: the one that made it, the same from another, or one that differs. */
export type EvidenceReport = {
  kind: "line" | "sighting" | "conflict";
  /** Null where it was not noted and several had told of the line. */
  provider: BankProvider | null;
  receivedAt: number;
  /** Null when the key of its seal is no longer among ours. */
  body: string | null;
};

/** A genuine notice that could not be read, and what came of it. */
export type UnreadableNoticeSummary = {
  id: string;
  provider: BankProvider;
  receivedAt: number;
  /** Null while it waits for a person. */
  outcome: string | null;
  notedBy: string | null;
  notedAt: number | null;
};

export type UnreadableNoticePage = {
  notices: UnreadableNoticeSummary[];
  page: number;
  pageCount: number;
  noticeCount: number;
};

export type UnreadableNoticeView = UnreadableNoticeSummary & {
  /** As it came; null when the key of its seal is no longer among ours. */
  body: string | null;
};
