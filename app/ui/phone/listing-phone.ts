// The page that lists without a line: asks its questions, keeps the answers on the phone, and sends what is finished as
// soon as there is a line again. Where in it one is stands behind the # of its address.
import { z } from "zod";
import { isOpenScreen, LISTING_SCREENS, nextScreen } from "~/domain/catalog/listing-answers";
import type { KeptListing } from "./kept-types";
import { answerOf, photoFrom } from "./answer-of";
import { answeredIn, withAnswer } from "./answered-in";
import {
  changeKept,
  dropKept,
  emptyKept,
  findKept,
  holdsAnything,
  lastDesk,
  listKept,
} from "./kept-listings";
import { newPhoneId } from "./new-phone-id";
import { letPicturesGo, main, partOf, showProblems, texts, view } from "./page-parts";
import { mustBeLookedAt, sendAllKept } from "./send-kept";
import { showList, type Taken } from "./show-list";
import { showQuestion } from "./show-question";
import { showSummary } from "./show-summary";
import { todayHere } from "./today-here";

// The shop's pages allow no script that is made of text.
z.config({ jitless: true });
const TRY_AGAIN_MS = 20_000;
const taken: Taken[] = [];
let isSending = false;

addEventListener("hashchange", () => void show());
addEventListener("online", () => void trySending());
addEventListener("offline", tellLine);
main.addEventListener("click", (event) => void press(event));
main.addEventListener("submit", (event) => void answer(event));
setInterval(() => void trySending(isNew), TRY_AGAIN_MS);
void begin();

async function begin(): Promise<void> {
  const desk = await lastDesk();
  partOf(document, "[data-desk-name]").textContent = desk?.name ?? "";
  await show();
  await trySending();
}

function tellLine(): void {
  partOf(main, "[data-line-off]").hidden = navigator.onLine;
}

function placeInAddress() {
  const [, id, screen, query] = /^#(prd_\w+)(?:\/(\w+))?(?:\?(.*))?$/.exec(location.hash) ?? [];
  return { id, screen, query: new URLSearchParams(query) };
}

async function show(): Promise<void> {
  tellLine();
  letPicturesGo();
  if (location.hash === "#new") return go(`${newPhoneId("prd")}/photo`);
  const { id, screen, query } = placeInAddress();
  if (id === undefined) return showList({ isSending, taken });
  const kept = await keptAt(id, screen);
  if (!kept) return showList({ isSending, taken, note: "gone" });
  const answered = answeredIn(kept, todayHere());
  const next = nextScreen(answered);
  if (screen === "summary" && next === null) showSummary(kept, answered);
  else {
    const asked = LISTING_SCREENS.find((one) => one === screen);
    const isOpen = asked !== undefined && isOpenScreen(answered, asked);
    if (!isOpen || !showQuestion({ kept, answered, screen: asked, query })) {
      return go(`${id}/${next ?? "summary"}`);
    }
  }
  // What the page before said is gone: voices and keyboards start at the question.
  if (!view.contains(document.activeElement)) view.querySelector("h1")?.focus();
  scrollTo(0, 0);
}

/** Goes on without leaving a trace of the way between. */
async function go(place: string): Promise<void> {
  history.replaceState(null, "", `#${place}`);
  await show();
}

/** One that is kept; or a new one, which is kept from its first answer on. */
async function keptAt(id: string, screen: string | undefined): Promise<KeptListing | undefined> {
  const kept = await findKept(id);
  if (kept === "others") return undefined;
  if (kept || screen !== "photo") return kept;
  const desk = await lastDesk();
  return desk && emptyKept(id, desk);
}

/** A form of a question: its answer is kept here, and the next question asked. */
async function answer(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  event.stopPropagation();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    const { id } = placeInAddress();
    const kept = id === undefined ? undefined : await keptAt(id, "photo");
    if (kept) await take({ kept, form, data: new FormData(form, event.submitter) });
  } catch {
    showProblems(form, [{ field: "", text: texts.full }]);
  } finally {
    form.ariaBusy = null;
  }
}

type Given = { kept: KeptListing; form: HTMLFormElement; data: FormData };

async function take({ kept, form, data }: Given): Promise<void> {
  if (form.dataset["screen"] === "summary") {
    const to = data.get("to") === "draft" ? ("draft" as const) : ("submit" as const);
    await changeKept(kept, (now) => ({
      ...now,
      reply: null,
      sending: { to, fields: {}, isPosted: false },
    }));
    location.hash = "";
    await trySending();
    return;
  }
  const today = todayHere();
  const read =
    form.dataset["screen"] === "photo"
      ? await photoFrom(kept, data)
      : answerOf({ kept, form, data, today });
  if ("problems" in read) return showProblems(form, read.problems);
  const changed = (now: KeptListing): KeptListing =>
    "photo" in read
      ? { ...now, reply: null, sending: null, photo: read.photo }
      : withAnswer(now, { ...read.answer, today });
  await changeKept(kept, changed);
  // So that no browser throws it away when the phone gets full.
  void navigator.storage?.persist?.().catch(() => false);
  if (location.hash === `#${kept.id}`) await show();
  else location.hash = kept.id;
}

async function press(event: MouseEvent): Promise<void> {
  const pressed = event.target as Element;
  const link = pressed.closest<HTMLAnchorElement>("a[href^='/household/listings/-/']");
  if (link) {
    event.preventDefault();
    const { pathname, search } = new URL(link.href);
    location.hash = `${placeInAddress().id ?? ""}/${pathname.split("/").at(-1) ?? ""}${search}`;
    return;
  }
  const id = pressed.closest<HTMLElement>("[data-id]")?.dataset["id"];
  const kept = id === undefined ? undefined : await findKept(id);
  if (!kept || kept === "others") return;
  if (pressed.closest("[data-drop]")) {
    if (!confirm(texts.dropSure)) return;
    await dropKept(kept.id);
    return show();
  }
  if (pressed.closest("[data-keep-theirs]")) await changeKept(kept, withTheirs);
  else if (pressed.closest("[data-keep-mine]")) await changeKept(kept, withMine);
  else if (pressed.closest("[data-send]")) {
    await changeKept(kept, (now) => ({ ...now, reply: null }));
  } else return;
  const left = await findKept(kept.id);
  if (left && left !== "others" && !holdsAnything(left)) await dropKept(left.id);
  await show();
  await trySending();
}

function withTheirs(kept: KeptListing): KeptListing {
  const { reply } = kept;
  if (reply?.state !== "changed") return kept;
  const { [reply.screen as keyof KeptListing["answers"]]: _ours, ...answers } = kept.answers;
  const photo = reply.screen === "photo" ? null : kept.photo;
  return { ...kept, reply: null, photo, answers };
}

/** Ours, as an answer to what the shop has now. */
function withMine(kept: KeptListing): KeptListing {
  const { reply, known, photo, answers } = kept;
  if (reply?.state !== "changed") return kept;
  const seen = known[reply.screen]?.at ?? 0;
  if (reply.screen === "photo") return { ...kept, reply: null, photo: photo && { ...photo, seen } };
  const ours = answers[reply.screen];
  const told = ours ? { [reply.screen]: { ...ours, seen } } : {};
  return { ...kept, reply: null, answers: { ...answers, ...told } };
}

/** Sends what is finished, where there is a line; the list shows how it goes. */
async function trySending(isWanted: (kept: KeptListing) => boolean = () => true): Promise<void> {
  tellLine();
  // Not under the hands of who is changing it.
  const isDue = (kept: KeptListing) =>
    kept.sending !== null && kept.id !== placeInAddress().id && isWanted(kept);
  const isAny = (await listKept()).kept.some((kept) => isDue(kept) && !mustBeLookedAt(kept));
  if (isSending || !navigator.onLine || !isAny) return;
  isSending = true;
  try {
    if (isListShown()) await show();
    taken.push(...(await sendAllKept(isDue)));
  } finally {
    isSending = false;
  }
  if (isListShown()) await show();
}

/** What nobody has answered yet: who is signed out presses the button when they are back. */
function isNew({ reply }: KeptListing): boolean {
  return reply === null;
}

function isListShown(): boolean {
  return location.hash === "" || location.hash === "#";
}
