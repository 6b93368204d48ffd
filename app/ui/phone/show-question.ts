import {
  askedScreens,
  mayWait,
  packIn,
  type Answered,
  type ListingScreen,
} from "~/domain/catalog/listing-answers";
import { saidAmount } from "~/domain/catalog/listing-packs";
import { groupOfSet } from "~/domain/catalog/ocop-sets";
import type { KeptListing, KeptQuestion } from "./kept-types";
import { copyOf, partOf, pictureOf, showProblems, showView } from "./page-parts";
import { contentKey } from "./question-keys";
import { todayHere } from "./today-here";

export type Asked = {
  kept: KeptListing;
  answered: Answered;
  screen: ListingScreen;
  /** How far within the question: a group of kinds, now or by season. */
  query: URLSearchParams;
};

/** Shows one question, with what was answered. False where it cannot be asked: another has to be first. */
export function showQuestion(asked: Asked): boolean {
  const { kept, answered, screen } = asked;
  const copy = copyOf(screen, variantOf(asked));
  if (!copy) return false;
  const form = partOf<HTMLFormElement>(copy, "form");
  form.dataset["screen"] = screen;
  form.dataset["when"] = whenOf(asked);
  fill(form, { ...startOf(screen), ...typedOf(asked) });
  partOf<HTMLAnchorElement>(copy, "[data-back]").href = backOf(asked);
  for (const link of copy.querySelectorAll("a[href*='when=season']")) {
    if (!mayWait(answered.kind?.value ?? 1)) link.remove();
  }
  if (screen === "photo") showKeptPhoto(copy, kept);
  const chip = copy.querySelector<HTMLElement>("[data-pack]");
  if (chip) showPack(chip, answered);
  showView(copy);
  const { reply } = kept;
  if (reply?.state === "faulty" && reply.screen === screen) showProblems(form, reply.problems);
  return true;
}

function variantOf(asked: Asked): string {
  const { screen, answered, query } = asked;
  const set = answered.kind?.value ?? 1;
  switch (screen) {
    case "kind":
      return query.get("group") ?? "";
    case "unit":
      return groupOfSet(set);
    case "content":
      return contentKey(set, answered.unit?.value ?? "piece");
    case "stock":
      return whenOf(asked);
    case "photo":
    case "name":
    case "weight":
    case "price":
      return "";
  }
}

function whenOf({ screen, kept, answered, query }: Asked): "now" | "season" {
  const wanted = query.get("when");
  if (wanted === "season" || wanted === "now") return wanted;
  if (screen !== "stock") return "now";
  return kept.answers.stock?.when ?? (answered.stock?.value.kind === "season" ? "season" : "now");
}

/** What a fresh form begins with. */
function startOf(screen: ListingScreen): Record<string, string> {
  if (screen !== "stock") return {};
  const today = todayHere();
  const month = String(Number(today.slice(5, 7)));
  return { madeOn: today, fromMonth: month, toMonth: month };
}

/** What was typed here, or else what the shop knows. */
function typedOf({ screen, kept, answered }: Asked): Record<string, string> {
  const typed = screen === "photo" ? undefined : kept.answers[screen]?.fields;
  if (typed) return typed;
  const { name, content, weight, price, stock } = answered;
  const known: Partial<Record<KeptQuestion, Record<string, string> | undefined>> = {
    name: name && { name: name.value },
    content: content && { quantity: saidAmount(content.value), measure: content.value.measure },
    weight: weight && { quantity: String(weight.value), measure: "g" },
    price: price && { priceVnd: String(price.value) },
    stock: stock && textsOf(stock.value),
  };
  return (screen === "photo" ? undefined : known[screen]) ?? {};
}

function textsOf(values: object): Record<string, string> {
  const known = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
}

function fill(form: HTMLFormElement, values: Record<string, string>): void {
  for (const control of form.elements) {
    const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
    if (!isField || !(control.name in values) || control.type === "hidden") continue;
    const value = values[control.name] ?? "";
    if (control.type === "radio") (control as HTMLInputElement).checked = control.value === value;
    else control.value = value;
  }
}

/** The question before this one, or the list. */
function backOf({ kept, screen, answered, query }: Asked): string {
  if (screen === "kind" && query.has("group")) return `#${kept.id}/kind`;
  const asked = askedScreens(answered);
  const before = asked[asked.indexOf(screen) - 1];
  return before === undefined ? "#" : `#${kept.id}/${before}`;
}

function showKeptPhoto(copy: DocumentFragment, { id, photo }: KeptListing): void {
  if (!photo?.file) return;
  const part = partOf(copy, "[data-photo-kept]");
  part.hidden = false;
  partOf<HTMLImageElement>(part, "img").src = pictureOf(photo.file.blob);
  partOf<HTMLAnchorElement>(part, "a").href = `#${id}`;
}

/** The pack's picture is that of its button in the question before. */
function showPack(chip: HTMLElement, answered: Answered): void {
  const unit = answered.unit?.value ?? "piece";
  const buttons = copyOf("unit", groupOfSet(answered.kind?.value ?? 1));
  const icon = buttons?.querySelector(`button[value="${unit}"] svg`);
  chip.replaceChildren(...(icon ? [icon] : []), packIn(answered)?.label ?? "");
}
