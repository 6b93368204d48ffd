import type { ListingAnswers, ListingScreen } from "~/domain/catalog/listing-answers";
import type { MutationReply } from "~/web/mutation-reply";

/** What a question answers when it did not go through; `mine` is what was sent, where another answer came first. */
export type ListingReply = MutationReply & { mine?: ListingAnswers[ListingScreen] };
