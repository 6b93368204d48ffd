import {
  askedScreens,
  packIn,
  type Answered,
  type ListingScreen,
} from "~/domain/catalog/listing-answers";
import { isLanguage } from "~/platform/language";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatDate } from "~/platform/period";
import type { KeptListing } from "./kept-types";
import { copyOf, partOf, pictureOf, present, showView } from "./page-parts";

/** All that was answered, before it is finished. */
export function showSummary(kept: KeptListing, answered: Answered): void {
  const copy = present(copyOf("summary"));
  const asked = askedScreens(answered);
  partOf<HTMLAnchorElement>(copy, "[data-back]").href = `#${kept.id}/${asked.at(-1) ?? ""}`;
  for (const row of copy.querySelectorAll<HTMLElement>("[data-row]")) {
    const screen = row.dataset["row"] as ListingScreen;
    if (!asked.includes(screen)) row.remove();
    else partOf(row, "[data-value]").textContent = valueText(screen, answered);
  }
  for (const link of copy.querySelectorAll<HTMLAnchorElement>("[data-change]")) {
    link.href = `#${kept.id}/${link.dataset["change"] ?? ""}`;
  }
  if (kept.photo?.file) {
    const picture = partOf<HTMLImageElement>(copy, "img[data-photo]");
    picture.hidden = false;
    picture.src = pictureOf(kept.photo.file.blob);
  }
  const { reply } = kept;
  if (reply?.state === "faulty" && reply.screen === "summary") {
    partOf(copy, "[data-problems]").textContent = reply.problems.map(({ text }) => text).join(" ");
  }
  partOf(copy, "form").dataset["screen"] = "summary";
  showView(copy);
}

function valueText(screen: ListingScreen, answered: Answered): string {
  const shown = document.documentElement.lang;
  const language = isLanguage(shown) ? shown : "vi";
  const { kind, name, weight, price, stock } = answered;
  switch (screen) {
    case "kind":
      return kind ? kindText(kind.value) : "";
    case "name":
      return name?.value ?? "";
    case "unit":
      return packIn(answered)?.label ?? "";
    case "weight":
      return weight ? `${formatInteger(weight.value, language)} g` : "";
    case "price":
      return price ? formatVnd(price.value, language) : "";
    case "stock": {
      if (!stock) return "";
      const told = stock.value;
      return told.kind === "now"
        ? `${formatInteger(told.stockCount, language)} (${formatDate(told.madeOn)})`
        : `${monthText(told.fromMonth)} – ${monthText(told.toMonth)}`;
    }
    case "photo":
    case "content":
      return "";
  }
}

/** As its tile is called. */
function kindText(set: number): string {
  for (const one of document.querySelectorAll<HTMLTemplateElement>("template[data-name=kind]")) {
    const tile = one.content.querySelector(`button[value="${set}"]`);
    if (tile) return tile.textContent ?? "";
  }
  return "";
}

function monthText(month: number): string {
  const months = copyOf("stock", "season");
  return months?.querySelector(`option[value="${month}"]`)?.textContent ?? String(month);
}
