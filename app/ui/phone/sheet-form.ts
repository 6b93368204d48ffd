import { readSheet } from "~/domain/households/kept-sheet";
import { normalisePhone } from "~/domain/identity/phone";
import { PARTED_FILE_MAX_BYTES } from "~/platform/part-limits";
import { renamedIn } from "~/domain/places/former-name";
import type { KeptSheet } from "./kept-types";
import { listSheets } from "./kept-sheets";
import {
  copyOf,
  letPicturesGo,
  partOf,
  pictureOf,
  present,
  showProblems,
  showView,
  texts,
  type Problem,
} from "./page-parts";
import { unpackFormer } from "./packed-former";
import { shrinkPhoto } from "./shrink-photo";
import { todayHere } from "./today-here";
import { faultWords } from "./typed-place";

/**
 * Shows a sheet's form with what was typed, and what the shop found wrong with it. A `fresh` one is kept from its first
 * letter on.
 */
export function showSheetForm(kept: KeptSheet, how: "fresh" | "kept"): void {
  const copy = present(copyOf("sheet"));
  const form = partOf<HTMLFormElement>(copy, "form");
  form.dataset["sheet"] = kept.id;
  form.dataset["agent"] = kept.agent.id;
  if (how === "fresh") form.dataset["fresh"] = "";
  fill(form, kept);
  showView(copy);
  showAnswer(form);
  showPhoto(kept.photo?.blob);
  if (kept.reply?.state === "faulty") showProblems(form, kept.reply.problems);
}

function fill(form: HTMLFormElement, { fields, powers }: KeptSheet): void {
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement) {
      control.value = fields[control.name] ?? "";
    } else if (control instanceof HTMLInputElement) fillInput(control, { fields, powers });
  }
}

function fillInput(
  input: HTMLInputElement,
  { fields, powers }: Pick<KeptSheet, "fields" | "powers">,
): void {
  const typed = fields[input.name];
  if (input.name === "powers") input.checked = powers.includes(input.value);
  else if (input.type === "checkbox") input.checked = typed === input.value;
  else if (input.type === "radio") {
    if (typed !== undefined) input.checked = typed === input.value;
  } else if (input.type !== "file") input.value = typed ?? "";
}

/** What a signed sheet has to say is asked once it is said to be one. */
export function showAnswer(form: HTMLFormElement): void {
  partOf(form, "[data-signed]").hidden = new FormData(form).get("way") !== "sheet";
}

/** Shows the photo that the phone keeps. */
export function showPhoto(blob: Blob | undefined): void {
  letPicturesGo();
  const part = partOf(document, "[data-photo-kept]");
  part.hidden = blob === undefined;
  if (blob) partOf<HTMLImageElement>(part, "img").src = pictureOf(blob);
}

/** A photo of a sheet, made smaller but readable; null of what is no picture, or too large for the shop. */
export async function photoOf(file: File): Promise<{ blob: Blob; hash: string } | null> {
  const { kind, ...photo } = await shrinkPhoto(file, "paper");
  return kind !== "photo" || photo.blob.size > PARTED_FILE_MAX_BYTES ? null : photo;
}

export function wordsOf(code: string): string {
  return faultWords(texts.errors, code);
}

/** Chooses the commune that an old name can only mean. */
export function chooseRenamed(form: HTMLFormElement, kept: KeptSheet): void {
  const code = renamedOf(kept)?.communeCode ?? "";
  if (code !== "") partOf<HTMLSelectElement>(form, "select[name=communeCode]").value = code;
}

/** What is told of an old name that was typed for the commune; null where there is nothing to tell. */
function renamedOf({ fields }: KeptSheet): ReturnType<typeof renamedIn> {
  const { former = "" } = partOf(document, "template[data-name=former]").dataset;
  const list = partOf<HTMLSelectElement>(document, "select[name=communeCode]");
  const communes = [...list.options].map(({ value, text }) => ({ code: value, name: text }));
  return renamedIn(fields, unpackFormer(former, communes));
}

/** What is wrong with it by the shop's own rules, and by what this phone knows. */
export async function problemsOf(kept: KeptSheet): Promise<Problem[]> {
  const { id, fields } = kept;
  const checked = readSheet({ ...kept, hasPhoto: kept.photo !== null }, todayHere());
  const found = "problems" in checked ? checked.problems : [];
  const renamed = renamedOf(kept);
  const problems = found.map((one) =>
    renamed !== null && one.field === "communeCode" ? renamed : one,
  );
  const phone = normalisePhone(fields["phone"] ?? "");
  const isSame = (other: KeptSheet) =>
    other.id !== id && phone !== null && normalisePhone(other.fields["phone"] ?? "") === phone;
  if ((await listSheets()).kept.some(isSame)) {
    problems.push({ field: "phone", code: "phone_kept_already" });
  }
  return problems.map(({ field, code }) => ({ field, text: wordsOf(code) }));
}
