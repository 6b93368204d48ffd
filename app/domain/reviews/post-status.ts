/** What people write to be read by everyone. Each goes the same way: it waits for the department. */
export const POST_KINDS = [
  "review", // of a delivered line, by its buyer
  "reply", // the household's, to a review
  "question", // on a product, by anyone
  "answer", // the household's, to a question
] as const;
export type PostKind = (typeof POST_KINDS)[number];

export const POST_STATUSES = [
  "waiting", // for the department; nobody else sees it
  "published",
  "refused", // never shown; the writer reads why
  "taken_down", // was shown; kept, with the reason
] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

const POST_MOVES: Record<PostStatus, readonly PostStatus[]> = {
  // To itself: its writer has changed it.
  waiting: ["waiting", "published", "refused"],
  published: ["published", "waiting", "taken_down"],
  // The department may change its mind, the writer their words.
  refused: ["waiting", "published"],
  taken_down: ["published"],
};

export function mayMovePost(from: PostStatus, to: PostStatus): boolean {
  return POST_MOVES[from].includes(to);
}

/** What the department may do, and where it leads. */
export const POST_DECISIONS = {
  publish: "published",
  refuse: "refused",
  take_down: "taken_down",
} as const satisfies Record<string, PostStatus>;
export type PostDecision = keyof typeof POST_DECISIONS;

/**
 * Why something is not shown: what the law forbids to show, and nothing else. Few stars and hard words about the
 * goods are no reason.
 */
export const REFUSAL_REASONS = [
  "personal_data",
  "contact_or_advert",
  "insult",
  "unlawful",
  "health_claim",
  "not_about_product",
  "authority_request",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
