import { formatPhone, normalisePhone } from "~/domain/identity/phone";
import type { KeptSheet } from "./kept-types";
import { lastAgent, listSheets } from "./kept-sheets";
import { copyOf, partOf, present, showNote, stateTexts, type StateName } from "./page-parts";
import type { TakenSheet } from "./send-sheets";

/** A list of what is kept and what was sent just now. `note`: what the reader has to know of one that is not there any more. */
export async function listView(told: {
  isSending: boolean;
  taken: readonly TakenSheet[];
  note?: StateName;
}): Promise<DocumentFragment> {
  const [{ kept, othersCount }, agent] = [await listSheets(), await lastAgent()];
  const copy = present(copyOf("list"));
  partOf(copy, "[data-no-desk]").hidden = agent !== undefined;
  partOf(copy, "[data-new]").hidden = agent === undefined;
  partOf(copy, "[data-others]").hidden = othersCount === 0;
  partOf(copy, "[data-others-count]").textContent = String(othersCount);
  if (told.note) showNote(copy, told.note);
  const ours = told.taken.filter((one) => one.kept.agent.id === agent?.id);
  const rows = [
    ...ours.map((one) => rowOf(one.kept, "taken", one.to)),
    ...kept.map((one) => rowOf(one, stateOf(one, told.isSending))),
  ];
  partOf(copy, "[data-rows]").replaceChildren(...rows);
  partOf(copy, "[data-kept-section]").hidden = rows.length === 0;
  return copy;
}

function stateOf({ stage, reply }: KeptSheet, isSending: boolean): StateName {
  if (reply) return reply.state;
  if (stage === "posted") return "sending"; // by another tab
  if (stage !== "finished") return "open";
  return isSending ? "sending" : "waiting";
}

function rowOf(kept: KeptSheet, state: StateName, to = ""): Node {
  const row = present(copyOf("row"));
  const { id, fields, reply } = kept;
  partOf(row, "li").dataset["id"] = id;
  const name = partOf(row, "[data-household]");
  const typed = fields["name"];
  name.textContent = typed ?? stateTexts.noName;
  if (typed === undefined) name.removeAttribute("lang");
  partOf(row, "[data-contact]").textContent = fields["contactName"] ?? "";
  const phone = normalisePhone(fields["phone"] ?? "");
  partOf(row, "[data-phone]").textContent = phone ? formatPhone(phone) : (fields["phone"] ?? "");
  partOf(row, "[data-state]").textContent = stateTexts[state];
  if (reply?.state === "faulty") {
    partOf(row, "[data-why]").textContent = reply.problems.map(({ text }) => text).join(" ");
  }
  const isTaken = state === "taken";
  const isToAsk = reply?.state === "ask_later";
  const look = partOf<HTMLAnchorElement>(row, "[data-look]");
  look.hidden = !isTaken && !isToAsk;
  look.href = isToAsk ? reply.to : to;
  partOf(row, "[data-sign-in]").hidden = state !== "signed_out";
  partOf(row, "[data-send]").hidden = state !== "waiting" && state !== "signed_out" && !isToAsk;
  const goOn = partOf<HTMLAnchorElement>(row, "[data-go-on]");
  // Not under way: what is sent is what was finished.
  goOn.hidden = isTaken || state === "sending";
  goOn.href = `#${id}`;
  partOf(row, "[data-drop]").hidden = isTaken || kept.stage === "posted";
  return row;
}
