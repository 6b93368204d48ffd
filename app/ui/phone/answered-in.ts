import { listingFormOf } from "~/domain/catalog/forms-listing";
import {
  isOpenScreen,
  keepFitting,
  LISTING_SCREENS,
  type Answered,
} from "~/domain/catalog/listing-answers";
import type { LocalDate } from "~/platform/period";
import type { KeptAnswer, KeptListing, KeptQuestion } from "./kept-types";

/** With another answer; what does not fit it any more is asked again, and it has to be finished again. */
export function withAnswer(
  kept: KeptListing,
  { screen, today, ...answer }: KeptAnswer & { screen: KeptQuestion; today: LocalDate },
): KeptListing {
  const told = {
    ...kept,
    reply: null,
    sending: null,
    answers: { ...kept.answers, [screen]: answer },
  };
  const answered = answeredIn(told, today);
  const fitting = Object.entries(told.answers).filter(([one]) => one in answered);
  return { ...told, answers: Object.fromEntries(fitting) };
}

/** What is answered: by the shop's page, and over it by what is kept. A kept photo is there without a value. */
export function answeredIn(kept: KeptListing, today: LocalDate): Answered {
  let answered: Answered = { ...kept.known };
  if (kept.photo) answered.photo = { at: kept.photo.seen, value: null };
  for (const screen of LISTING_SCREENS) {
    if (screen === "photo") continue;
    const answer = kept.answers[screen];
    if (!answer || !isOpenScreen(answered, screen)) continue;
    const form = listingFormOf(screen, { answered, today, when: answer.when });
    const read = form.safeParse({ ...answer.fields, seen: String(answer.seen) });
    if (!read.success) continue;
    const told = { at: answer.seen, value: read.data.value };
    answered = keepFitting({ ...answered, [screen]: told });
  }
  return answered;
}
