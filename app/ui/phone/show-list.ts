import { paths } from "~/web/paths";
import type { KeptListing } from "./kept-types";
import { lastDesk, listKept } from "./kept-listings";
import { mustBeLookedAt } from "./send-kept";
import {
  copyOf,
  partOf,
  pictureOf,
  present,
  showNote,
  showView,
  stateTexts,
  type StateName,
} from "./page-parts";

/** One that the shop has taken since this page was opened. */
export type Taken = { kept: KeptListing; to: string };

/** What is kept and what was sent just now. `note`: what the reader has to know of one that is not there any more. */
export async function showList(told: {
  isSending: boolean;
  taken: readonly Taken[];
  note?: StateName;
}): Promise<void> {
  const [{ kept, othersCount }, desk] = [await listKept(), await lastDesk()];
  const copy = present(copyOf("list"));
  partOf(copy, "[data-no-desk]").hidden = desk !== undefined;
  partOf(copy, "[data-new]").hidden = desk === undefined;
  partOf(copy, "[data-others]").hidden = othersCount === 0;
  partOf(copy, "[data-others-count]").textContent = String(othersCount);
  if (told.note) showNote(copy, told.note);
  const rows = [
    ...told.taken.map((one) => rowOf(one.kept, "taken", one.to)),
    ...kept.map((one) => rowOf(one, stateOf(one, told.isSending))),
  ];
  partOf(copy, "[data-rows]").replaceChildren(...rows);
  partOf(copy, "[data-kept-section]").hidden = rows.length === 0;
  showView(copy);
}

function stateOf({ sending, reply }: KeptListing, isSending: boolean): StateName | null {
  if (reply?.state === "refused") return null;
  if (reply) return reply.state;
  if (sending === null) return "open";
  return isSending ? "sending" : "waiting";
}

function rowOf(kept: KeptListing, state: StateName | null, to = ""): Node {
  const row = present(copyOf("row"));
  const { id, photo, answers, known, reply, desk } = kept;
  partOf(row, "li").dataset["id"] = id;
  const name = answers.name?.fields["name"] ?? known.name?.value;
  const product = partOf(row, "[data-product]");
  product.textContent = name ?? stateTexts.noName;
  if (name === undefined) product.removeAttribute("lang");
  partOf(row, "[data-household]").textContent = desk.name;
  partOf(row, "[data-state]").textContent =
    state === null && reply?.state === "refused" ? reply.text : state ? stateTexts[state] : "";
  if (photo?.file) {
    const picture = partOf<HTMLImageElement>(row, "[data-photo]");
    picture.hidden = false;
    picture.src = pictureOf(photo.file.blob);
  }
  const isTaken = state === "taken";
  const look = partOf<HTMLAnchorElement>(row, "[data-look]");
  look.hidden = !isTaken;
  look.href = to;
  partOf(row, "[data-sign-in]").hidden = state !== "signed_out";
  partOf(row, "[data-ask-anew]").hidden = state !== "not_helping";
  const changeOver = partOf<HTMLAnchorElement>(row, "[data-change-over]");
  changeOver.hidden = state !== "helping_other";
  changeOver.href = paths.acting({ household: desk.slug, next: location.pathname });
  const isRefused = state === null;
  partOf(row, "[data-send]").hidden =
    state !== "waiting" && state !== "signed_out" && !(isRefused && kept.sending !== null);
  const goOn = partOf<HTMLAnchorElement>(row, "[data-go-on]");
  goOn.href = reply?.state === "faulty" ? `#${id}/${reply.screen}` : `#${id}`;
  goOn.hidden = isTaken || reply?.state === "changed";
  partOf(row, "[data-drop]").hidden = isTaken;
  if (reply?.state === "changed" && mustBeLookedAt(kept)) {
    partOf(row, "[data-conflict]").hidden = false;
    partOf(row, "[data-theirs]").textContent = reply.theirs ?? stateTexts.nothing;
    partOf(row, "[data-mine]").textContent = reply.mine ?? "";
  }
  return row;
}
