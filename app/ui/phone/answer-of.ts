import { listingFormOf } from "~/domain/catalog/forms-listing";
import { PARTED_FILE_MAX_BYTES } from "~/platform/part-limits";
import type { LocalDate } from "~/platform/period";
import type { KeptAnswer, KeptListing, KeptPhoto, KeptQuestion } from "./kept-types";
import { answeredIn } from "./answered-in";
import { fieldsOf } from "./kept-listings";
import { texts, type Problem } from "./page-parts";
import { shrinkPhoto } from "./shrink-photo";
import { faultWords } from "./typed-place";

/** What a form of the page without a line says, by the shop's own rules: the answer, or what is wrong with it. */
export function answerOf(given: {
  kept: KeptListing;
  form: HTMLFormElement;
  data: FormData;
  today: LocalDate;
}): { answer: KeptAnswer & { screen: KeptQuestion } } | { problems: Problem[] } {
  const { kept, form, data, today } = given;
  const screen = form.dataset["screen"] as KeptQuestion;
  const when = form.dataset["when"] === "season" ? "season" : "now";
  const answered = answeredIn(kept, today);
  const fields = fieldsOf(data);
  const seen = kept.answers[screen]?.seen ?? kept.known[screen]?.at ?? 0;
  const read = listingFormOf(screen, { answered, today, when }).safeParse({ ...fields, seen: "0" });
  if (read.success) return { answer: { screen, seen, when, fields, isPosted: false } };
  return {
    problems: read.error.issues.map(({ path, message }) => ({
      field: String(path[0] ?? ""),
      text: faultWords(texts.errors, message),
    })),
  };
}

/** The photo that was taken or chosen, made smaller; or none yet. */
export async function photoFrom(
  kept: KeptListing,
  data: FormData,
): Promise<{ photo: KeptPhoto } | { problems: Problem[] }> {
  const seen = kept.photo?.seen ?? kept.known.photo?.at ?? 0;
  if (data.get("later") !== null) return { photo: { seen, file: null, isPosted: false } };
  const chosen = [data.get("camera"), data.get("photo")].find(
    (one) => one instanceof File && one.size > 0,
  );
  if (!(chosen instanceof File)) {
    return { problems: [{ field: "photo", text: texts.errors["photo_missing"] ?? "" }] };
  }
  const { kind, ...file } = await shrinkPhoto(chosen);
  // What the shop takes from nobody.
  if (kind !== "photo" || file.blob.size > PARTED_FILE_MAX_BYTES) {
    return { problems: [{ field: "photo", text: texts.errors["photo_unreadable"] ?? "" }] };
  }
  return { photo: { seen, file, isPosted: false } };
}
