import type { Answered, ListingScreen } from "~/domain/catalog/listing-answers";
import type { KeptReply, KeptSheetReply } from "~/web/kept-reply";
import type { NotTaken } from "./not-taken";

/** What a phone keeps of products that are being listed until it has a line (IndexedDB). */
export type KeptDesk = { householdId: string; slug: string; name: string };
/** The desk that is open on this phone, with all households whose desks its person may open now. */
export type OpenDesk = KeptDesk & { householdIds: string[] };
export type KeptQuestion = Exclude<ListingScreen, "photo">;
/** `isPosted`: a form with it is on its way; the page that comes back says whether it arrived. */
export type KeptAnswer = {
  seen: number;
  when: "now" | "season";
  fields: Record<string, string>;
  isPosted: boolean;
};
export type KeptPhoto = {
  seen: number;
  /** null: it comes later. */
  file: { blob: Blob; hash: string } | null;
  isPosted: boolean;
};
export type KeptSending = {
  to: "submit" | "draft";
  fields: Record<string, string>;
  isPosted: boolean;
};
export type KeptListing = {
  id: string;
  desk: KeptDesk;
  /** What the shop's own page showed last. */
  known: Answered;
  photo: KeptPhoto | null;
  answers: Partial<Record<KeptQuestion, KeptAnswer>>;
  /** Set when its household has finished it. */
  sending: KeptSending | null;
  /** Why it is still here after it was sent. */
  reply: Exclude<KeptReply, { state: "taken" }> | { state: NotTaken } | null;
  touchedAt: number;
};

/** What an agent's phone keeps of households' sheets until it has a line. */
export type OpenAgent = { id: string; name: string };
export type KeptSheet = {
  /** As of the consent that it may be a sheet of. */
  id: string;
  agent: OpenAgent;
  fields: Record<string, string>;
  powers: string[];
  photo: { blob: Blob; hash: string } | null;
  /** `posted`: a form with it is on its way to the shop; `finished`: it goes as soon as there is a line. */
  stage: "open" | "posted" | "finished";
  /** Why it is still here after it was sent. */
  reply: Exclude<KeptSheetReply, { state: "taken" }> | { state: "signed_out" } | null;
  touchedAt: number;
};
