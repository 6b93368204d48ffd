// The page on which an agent types households' sheets of paper without a line: keeps on the phone what is typed, and sends
// what is finished as soon as there is a line again. Which sheet is open stands behind the # of its address.
import { z } from "zod";
import type { KeptSheet } from "./kept-types";
import {
  changeIfThere,
  changeSheet,
  dropSheet,
  emptySheet,
  findSheet,
  lastAgent,
  listSheets,
  reopenPosted,
  typedIn,
} from "./kept-sheets";
import { newPhoneId } from "./new-phone-id";
import { letPicturesGo, main, partOf, showProblems, texts, view } from "./page-parts";
import { mustBeLookedAt, sendSheets, type TakenSheet } from "./send-sheets";
import { photoOf, problemsOf, showAnswer, showPhoto, showSheetForm, wordsOf } from "./sheet-form";
import { showSheets } from "./show-sheets";

// The shop's pages allow no script that is made of text.
z.config({ jitless: true });
const TRY_AGAIN_MS = 20_000;
const taken: TakenSheet[] = [];
let isSending = false;

addEventListener("hashchange", () => void show());
addEventListener("online", () => void trySending());
addEventListener("offline", tellLine);
main.addEventListener("click", (event) => void press(event));
main.addEventListener("input", (event) => void keep(event));
main.addEventListener("submit", (event) => void finish(event));
setInterval(() => void trySending(({ reply }) => reply === null), TRY_AGAIN_MS);
void begin();

async function begin(): Promise<void> {
  await reopenPosted();
  partOf(document, "[data-desk-name]").textContent = (await lastAgent())?.name ?? "";
  await show();
  await trySending();
}

function tellLine(): void {
  partOf(main, "[data-line-off]").hidden = navigator.onLine;
}

function openId(): string | undefined {
  return /^#(dlg_\w+)$/.exec(location.hash)?.[1];
}

async function show(): Promise<void> {
  tellLine();
  letPicturesGo();
  const id = openId();
  const kept = location.hash === "#new" ? await begunSheet() : id && (await findSheet(id));
  if (kept) showSheetForm(kept);
  else await showSheets({ isSending, taken, ...(id === undefined ? {} : { note: "gone" }) });
  // What the page before said is gone: voices and keyboards start at the heading.
  if (!view.contains(document.activeElement)) view.querySelector("h1")?.focus();
  scrollTo(0, 0);
}

/** A new one; it is kept from its first letter on. */
async function begunSheet(): Promise<KeptSheet | undefined> {
  const agent = await lastAgent();
  return agent && emptySheet(newPhoneId("dlg"), agent);
}

async function keep(event: Event): Promise<void> {
  const input = event.target as HTMLInputElement;
  const { form } = input;
  if (!form) return;
  showAnswer(form);
  try {
    if (input.type === "file") await keepPhoto(form, input);
    else await keepTyped(form);
  } catch {
    showProblems(form, [{ field: "", text: texts.full }]);
  }
}

/** As it is typed now; whoever goes on with it has not finished it. */
async function keepTyped(
  form: HTMLFormElement,
  change: Partial<KeptSheet> = {},
): Promise<KeptSheet | undefined> {
  const agent = await lastAgent();
  const id = form.dataset["sheet"];
  if (!agent || id === undefined) return undefined;
  const typed = { stage: "open" as const, reply: null, ...typedIn(new FormData(form)), ...change };
  const kept = await changeSheet({ id, agent }, (before) => ({ ...before, ...typed }));
  if (location.hash === "#new") history.replaceState(null, "", `#${id}`);
  return kept;
}

async function keepPhoto(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  const photo = await photoOf(file);
  input.value = "";
  if (photo === null) {
    return showProblems(form, [{ field: "sheet", text: wordsOf("photo_unreadable") }]);
  }
  await keepTyped(form, { photo });
  if (form.isConnected) showPhoto(photo.blob);
}

async function finish(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  event.stopPropagation();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    const kept = await keepTyped(form);
    if (!kept) return;
    const problems = await problemsOf(kept);
    if (problems.length > 0) return showProblems(form, problems);
    await changeSheet(kept, (one) => ({ ...one, stage: "finished" }));
    // So that no browser throws it away when the phone gets full.
    void navigator.storage?.persist?.().catch(() => false);
    location.hash = "";
    await trySending();
  } catch {
    showProblems(form, [{ field: "", text: texts.full }]);
  } finally {
    form.ariaBusy = null;
  }
}

async function press(event: MouseEvent): Promise<void> {
  const pressed = event.target as Element;
  const id = pressed.closest<HTMLElement>("[data-id]")?.dataset["id"];
  if (id === undefined) return;
  if (pressed.closest("[data-drop]")) {
    if (!confirm(texts.dropSure)) return;
    await dropSheet(id);
    return show();
  }
  if (!pressed.closest("[data-send]")) return;
  await changeIfThere(id, (one) => ({ ...one, reply: null }));
  await show();
  await trySending();
}

/** Sends what is finished, where there is a line; the list shows how it goes. */
async function trySending(isWanted: (kept: KeptSheet) => boolean = () => true): Promise<void> {
  tellLine();
  // Not under the hands of who is changing it.
  const isDue = (kept: KeptSheet) => kept.id !== openId() && isWanted(kept);
  const isAny = (await listSheets()).kept.some((kept) => isDue(kept) && !mustBeLookedAt(kept));
  if (isSending || !navigator.onLine || !isAny) return;
  isSending = true;
  try {
    if (isListShown()) await show();
    taken.push(...(await sendSheets(isDue)));
  } finally {
    isSending = false;
  }
  if (isListShown()) await show();
}

function isListShown(): boolean {
  return location.hash === "" || location.hash === "#";
}
