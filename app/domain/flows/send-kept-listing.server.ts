import type { z } from "zod";
import type { UserActor } from "~/domain/audit/actor";
import { listingFormOf, listingSendingForm } from "~/domain/catalog/forms-listing";
import {
  askedScreens,
  isOpenScreen,
  LISTING_SCREENS,
  nextScreen,
  type Answered,
  type ListingAnswers,
  type ListingScreen,
} from "~/domain/catalog/listing-answers";
import { isPhotoCode } from "~/domain/catalog/photo-limits";
import { locateListing, type OwnListing } from "~/domain/catalog/queries-listing.server";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import type { SentFile } from "~/platform/parts.server";
import type { Failure, FailureDetail } from "~/platform/result";
import { answerListing } from "./answer-listing.server";
import { photographListing } from "./photograph-listing.server";
import { plainListingWords } from "./plain-listing-words.server";
import { sendListing } from "./send-listing.server";

type KeptAnswer = {
  screen: Exclude<ListingScreen, "photo">;
  seen: number;
  when: "now" | "season";
  /** As typed. */
  fields: Readonly<Record<string, string>>;
};
/** What a phone kept of a product while it had no line. */
export type KeptListing = {
  listingId: string;
  householdId: string;
  /** null: nothing was said of it; its `photo` is null where it comes later. */
  photo: { seen: number; photo: SentFile | null } | null;
  answers: readonly KeptAnswer[];
  /** null: it is not finished. `fields` as typed under the summary; a description is made where none was. */
  sending: { to: "submit" | "draft"; fields: Readonly<Record<string, string>> } | null;
};

/** What became of it. After all but `taken` the phone keeps it, and sent again it goes on where it stopped. */
export type KeptOutcome =
  /** All of it is here; `slug` of the product, null while it is a draft. */
  | { state: "taken"; slug: string | null }
  /** Another phone has answered this question meanwhile: what is answered there stays. */
  | {
      state: "changed";
      screen: ListingScreen;
      mine?: ListingAnswers[ListingScreen];
      answered: Answered;
    }
  | { state: "faulty"; screen: ListingScreen | "summary"; problems: Fault[]; answered: Answered }
  | { state: "refused"; code: string; detail?: FailureDetail };
type Fault = { field: string; code: string };

type Place = { actor: UserActor; scope: Scope; kept: KeptListing };

/** Takes in what a phone kept, by the same rules and in the same order as question by question. */
export async function sendKeptListing(
  actor: UserActor,
  scope: Scope,
  kept: KeptListing,
): Promise<KeptOutcome> {
  const place = { actor, scope, kept };
  const before = await locateListing(scope, kept.listingId);
  if (before && "slug" in before) return { state: "taken", slug: before.slug };
  const stopped = (await takePhoto(place)) ?? (await takeAnswers(place));
  return stopped ?? finish(place);
}

async function takePhoto({ actor, scope, kept }: Place): Promise<KeptOutcome | null> {
  if (!kept.photo) return null;
  const { listingId, householdId } = kept;
  const told = await photographListing(actor, scope, { listingId, householdId, ...kept.photo });
  if (told.ok) return null;
  const answered = (await find({ scope, kept }))?.answers ?? {};
  const at = { screen: "photo" as const, answered };
  if (isPhotoCode(told.code)) {
    return { state: "faulty", ...at, problems: [{ field: "photo", code: told.code }] };
  }
  if (told.code === "listing_changed") return { state: "changed", ...at };
  return refused(told);
}

async function takeAnswers({ actor, scope, kept }: Place): Promise<KeptOutcome | null> {
  const today = localDateOf(now());
  for (const screen of LISTING_SCREENS) {
    const answer = kept.answers.find((one) => one.screen === screen);
    if (!answer) continue;
    const listing = await find({ scope, kept });
    if (!listing) return { state: "refused", code: "listing_not_found" };
    const { answers: answered } = listing;
    // Since another answer has changed nobody is asked this any more.
    if (!askedScreens(answered).includes(screen)) continue;
    const next = nextScreen(answered);
    if (next !== null && !isOpenScreen(answered, screen)) {
      const problems = [{ field: "", code: "listing_incomplete" }];
      return { state: "faulty", screen: next, problems, answered };
    }
    const form = listingFormOf(answer.screen, { answered, today, when: answer.when });
    const read = form.safeParse({ ...answer.fields, seen: String(answer.seen) });
    if (!read.success) {
      return { state: "faulty", screen, problems: faultsOf(read.error), answered };
    }
    const told = { listingId: kept.listingId, screen, ...read.data };
    const result = await answerListing(actor, scope, told);
    if (!result.ok && result.code === "listing_not_found") return refused(result);
    if (!result.ok) return { state: "changed", screen, mine: read.data.value, answered };
  }
  return null;
}

async function finish({ actor, scope, kept }: Place): Promise<KeptOutcome> {
  const listing = await find({ scope, kept });
  if (!listing) return { state: "refused", code: "listing_not_found" };
  const { id, answers, version } = listing;
  if (kept.sending === null || nextScreen(answers) !== null) return { state: "taken", slug: null };
  const plain = await plainListingWords(scope, listing);
  const { to, fields } = kept.sending;
  const typed = { ...plain, ...answers.words, ...fields, to, version: String(version) };
  const read = listingSendingForm.safeParse(typed);
  if (!read.success) {
    return {
      state: "faulty",
      screen: "summary",
      problems: faultsOf(read.error),
      answered: answers,
    };
  }
  const { version: seen, to: kind, ...words } = read.data;
  const sent = await sendListing(actor, scope, { listingId: id, version: seen, words, to: kind });
  return sent.ok ? { state: "taken", slug: sent.value.slug } : refused(sent);
}

function faultsOf({ issues }: z.ZodError): Fault[] {
  return issues.map(({ path, message }) => ({ field: String(path[0] ?? ""), code: message }));
}

async function find({ scope, kept }: Omit<Place, "actor">): Promise<OwnListing | null> {
  const found = await locateListing(scope, kept.listingId);
  return found && "listing" in found ? found.listing : null;
}

function refused({ code, detail }: Failure<string>): KeptOutcome {
  return { state: "refused", code, ...(detail ? { detail } : {}) };
}
