import type { CompleteLanguage, Language } from "~/platform/language";
import type { LocalDate } from "~/platform/period";
import type { PostKind, PostStatus, RefusalReason } from "./post-status";
import type { StarCounts, Stars } from "./rating";
import type { Flag } from "./word-filter";

/** What the buyers' stars come to. */
export type Rating = {
  counts: StarCounts;
  reviewCount: number;
  /** Of those, with words. */
  textCount: number;
  /** In tenths of a star; null while there are too few. */
  averageTenths: number | null;
};

/** The household's published word on a review or question. */
export type PublicReply = { text: string; language: Language; writtenOn: LocalDate };

/** A published review with words. */
export type PublicReview = {
  id: string;
  stars: Stars;
  text: string;
  language: Language;
  /** Null: the buyer shows no name. */
  shownName: string | null;
  /** Whoever wrote it has deleted their account. */
  isAuthorGone: boolean;
  writtenOn: LocalDate;
  reply: PublicReply | null;
  isSample: boolean;
};

export type PublicQuestion = Omit<PublicReview, "stars" | "reply"> & { answer: PublicReply | null };

export type PageOf<Item> = { items: Item[]; count: number; page: number; pageCount: number };

/** What a product's page says of its reviews and questions. */
export type ProductVoices = {
  rating: Rating;
  reviews: PublicReview[];
  questions: PublicQuestion[];
  questionCount: number;
};

/** A product on sale, as the pages of its reviews and questions name it. */
export type ReviewedProduct = {
  id: string;
  slug: string;
  name: string;
  nameLanguage: CompleteLanguage;
  householdId: string;
  householdName: string;
  isSample: boolean;
};

/** What the buyer said of a line of their order, and how it stands. */
export type OwnReview = {
  status: PostStatus;
  stars: Stars;
  text: string;
  language: Language;
  isNameShown: boolean;
  reason: RefusalReason | null;
  reasonText: string | null;
};

/** A delivered line of an order, with its review. */
export type ReviewableLine = {
  lineItemId: string;
  productId: string;
  householdId: string;
  productName: string;
  productNameEn: string | null;
  /** What would be shown of the buyer's name; null when it does not read as one. */
  shownName: string | null;
  /** The last day on which it can be written or changed. */
  untilDate: LocalDate;
  canWrite: boolean;
  review: OwnReview | null;
};

/** What the household or its buyer reads of how a reply stands. */
export type OwnReply = {
  status: PostStatus;
  text: string;
  language: Language;
  reason: RefusalReason | null;
  reasonText: string | null;
};

/** `open`: questions and critical reviews that the household has not answered, or whose answer was refused. */
export type DeskFilter = "open" | "all";

/** A published review or question on the household's desk. */
export type DeskPost = {
  id: string;
  kind: "review" | "question";
  stars: Stars | null;
  text: string;
  language: Language;
  shownName: string | null;
  isAuthorGone: boolean;
  writtenOn: LocalDate;
  productName: string;
  productSlug: string;
  isSample: boolean;
  reply: OwnReply | null;
};

/** A post as the department decides on it. */
export type ModeratedPost = {
  id: string;
  kind: PostKind;
  status: PostStatus;
  stars: Stars | null;
  text: string;
  language: Language;
  shownName: string | null;
  isAuthorGone: boolean;
  flags: Flag[];
  reason: RefusalReason | null;
  reasonText: string | null;
  sentAt: number;
  decidedAt: number | null;
  productName: string;
  productSlug: string;
  householdName: string;
  /** What it answers. */
  parent: { text: string; language: Language } | null;
  isSample: boolean;
};
