import type { Answered, ListingScreen } from "~/domain/catalog/listing-answers";

/** What the door answers of a product that a phone kept (JSON), in the sender's words. */
export type KeptReply =
  /** All of it is there; `to` is the page of the draft or of the product. */
  | { state: "taken"; to: string }
  /** Another phone answered that question first; null where it said nothing, or a text says nothing of it. */
  | {
      state: "changed";
      screen: ListingScreen;
      theirs: string | null;
      mine: string | null;
      answered: Answered;
    }
  | {
      state: "faulty";
      screen: ListingScreen | "summary";
      problems: { field: string; text: string }[];
      answered: Answered;
    }
  | { state: "refused"; text: string };

/** What the door answers of a household's sheet that an agent's phone kept (JSON), in the sender's words. */
export type KeptSheetReply =
  /** All of it is there; `to` is the page that goes on from it. */
  | { state: "taken"; to: string }
  /** The household is registered; it cannot be asked yet, because the agent waits for too many answers. */
  | { state: "ask_later"; to: string }
  | { state: "faulty"; problems: { field: string; text: string }[] };
