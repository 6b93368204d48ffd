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
  typedIn,
} from "./kept-sheets";
import { newPhoneId } from "./new-phone-id";
import { letPicturesGo, main, partOf, showProblems, showView, texts, view } from "./page-parts";
import { mustBeLookedAt, mustWait, sendSheets, type TakenSheet } from "./send-sheets";
import { settlePosted } from "./posted-sheet";
import {
  chooseRenamed,
  photoOf,
  problemsOf,
  showAnswer,
  showPhoto,
  showSheetForm,
  wordsOf,
} from "./sheet-form";
import { listView } from "./show-sheets";

// The shop's pages allow no script that is made of text.
z.config({ jitless: true });
const TRY_AGAIN_MS = 20_000;
const taken: TakenSheet[] = [];
let isSending = false;

/** Whose page it is; somebody else's desk may be open on this phone when one comes back to it. */
let shownFor: string | undefined;
/** Of drawings, so that none that took longer covers a later one. */
let turns = 0;
/** The photo that is being made smaller; the sheet is not finished before. */
let photoAtWork: Promise<void> = Promise.resolve();

addEventListener("hashchange", () => void open());
addEventListener("pageshow", () => void closeForOthers());
document.addEventListener("visibilitychange", () => void closeForOthers());
addEventListener("online", () => void trySending());
addEventListener("offline", tellLine);
main.addEventListener("click", (event) => void press(event));
main.addEventListener("input", (event) => void keep(event));
main.addEventListener("submit", (event) => void finish(event));
setInterval(() => void tryAgain(), TRY_AGAIN_MS);
void begin();

async function begin(): Promise<void> {
  await settlePosted("unknown");
  await tellWhose();
  await draw();
  await trySending();
}

async function tellWhose(): Promise<void> {
  const agent = await lastAgent();
  shownFor = agent?.id;
  partOf(document, "[data-desk-name]").textContent = agent?.name ?? "";
}

/** What one person sees the next one on this phone does not. */
async function closeForOthers(): Promise<void> {
  if ((await lastAgent())?.id === shownFor) return;
  taken.length = 0;
  await tellWhose();
  await draw();
}

function tellLine(): void {
  partOf(main, "[data-line-off]").hidden = navigator.onLine;
}

function openId(): string | undefined {
  return /^#(dlg_\w+)$/.exec(location.hash)?.[1];
}

/** Draws what the address says, from its beginning. */
async function open(): Promise<void> {
  await draw();
  // What the page before said is gone: voices and keyboards start at the heading.
  if (!view.contains(document.activeElement)) view.querySelector("h1")?.focus();
  scrollTo(0, 0);
}

async function draw(): Promise<void> {
  const turn = ++turns;
  tellLine();
  const id = openId();
  const kept = location.hash === "#new" ? await begunSheet() : id && (await findSheet(id));
  // Another tab is sending it: whatever is typed now might be too late or lost.
  const isPosted = kept !== undefined && kept !== "" && kept.stage === "posted";
  const note =
    id === undefined ? {} : { note: isPosted ? ("sending" as const) : ("gone" as const) };
  const list = kept && !isPosted ? null : await listView({ isSending, taken, ...note });
  if (turn !== turns) return;
  letPicturesGo();
  if (kept && !isPosted) showSheetForm(kept, location.hash === "#new" ? "fresh" : "kept");
  else if (list) showView(list);
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
    if (input.type === "file") {
      const [file] = input.files ?? [];
      input.value = "";
      if (!file) return;
      // One after the other: the one that was chosen last stays.
      photoAtWork = photoAtWork.catch(() => undefined).then(() => keepPhoto(form, file));
      await photoAtWork;
    } else await keepTyped(form);
  } catch {
    showProblems(form, [{ field: "", text: texts.full }]);
  }
}

/** As it is typed now; whoever goes on with it has not finished it. Null where it is not theirs any more, or was taken. */
async function keepTyped(
  form: HTMLFormElement,
  change: Partial<KeptSheet> = {},
): Promise<KeptSheet | null> {
  const agent = await lastAgent();
  const id = form.dataset["sheet"] ?? "";
  const typed = { stage: "open" as const, reply: null, ...typedIn(new FormData(form)), ...change };
  const withTyped = (before: KeptSheet) => ({ ...before, ...typed, touchedAt: Date.now() });
  let kept: KeptSheet | null = null;
  if (agent && agent.id === form.dataset["agent"]) {
    const isFresh = form.dataset["fresh"] === "";
    delete form.dataset["fresh"];
    kept = isFresh
      ? await changeSheet({ id, agent }, withTyped)
      : await changeIfThere(id, withTyped);
  }
  // A form that was left meanwhile says nothing about the one that is shown now.
  if (kept && form.isConnected) history.replaceState(null, "", `#${id}`);
  if (!kept && form.isConnected) await draw();
  return kept;
}

async function keepPhoto(form: HTMLFormElement, file: File): Promise<void> {
  const photo = await photoOf(file);
  if (photo === null) {
    return showProblems(form, [{ field: "sheet", text: wordsOf("photo_unreadable") }]);
  }
  const kept = await keepTyped(form, { photo });
  if (kept && form.isConnected) showPhoto(photo.blob);
}

async function finish(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  event.stopPropagation();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    await photoAtWork.catch(() => undefined);
    const kept = await keepTyped(form);
    if (!kept) return;
    const problems = await problemsOf(kept);
    if (problems.length > 0) {
      chooseRenamed(form, kept);
      await keepTyped(form);
      return showProblems(form, problems);
    }
    await changeIfThere(kept.id, (one) => ({ ...one, stage: "finished" }));
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
  if (id === undefined || !(await findSheet(id))) return;
  if (pressed.closest("[data-drop]")) {
    if (!confirm(texts.dropSure)) return;
    await dropSheet(id);
    return draw();
  }
  if (!pressed.closest("[data-send]")) return;
  await changeIfThere(id, (one) => ({ ...one, reply: null }));
  await draw();
  await trySending();
}

/** Also what other tabs had sent and nobody heard of since. */
async function tryAgain(): Promise<void> {
  const settledCount = await settlePosted("unknown");
  if (settledCount > 0 && isListShown()) await draw();
  await trySending(({ reply }) => reply === null);
}

/** Sends what is finished, where there is a line; the list shows how it goes. */
async function trySending(isWanted: (kept: KeptSheet) => boolean = () => true): Promise<void> {
  tellLine();
  if (isSending || mustWait() || !navigator.onLine) return;
  // Not under the hands of who is changing it.
  const isDue = (kept: KeptSheet) => kept.id !== openId() && isWanted(kept);
  const isAny = (await listSheets()).kept.some((kept) => isDue(kept) && !mustBeLookedAt(kept));
  if (!isAny) return;
  isSending = true;
  try {
    if (isListShown()) await draw();
    taken.push(...(await sendSheets(isDue)));
  } finally {
    isSending = false;
  }
  if (isListShown()) await draw();
}

function isListShown(): boolean {
  return location.hash === "" || location.hash === "#";
}
