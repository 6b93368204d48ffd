// Of a household's desk, where its browser runs scripts: what is typed is kept on the phone until the shop has it, photos
// are made smaller and go in parts, and what waited for a line is sent. Every page works without this file.
import type { Answered } from "~/domain/catalog/listing-answers";
import { paths } from "~/web/paths";
import type { KeptDesk, KeptListing, KeptQuestion, OpenDesk } from "./kept-types";
import { canSendAgain, NotTakenError, sendPhoto } from "./ask-shop";
import {
  changeKept,
  dropKept,
  fieldsOf,
  holdsAnything,
  isWaiting,
  listKept,
  rememberDesk,
} from "./kept-listings";
import { sendAllKept } from "./send-kept";
import { showSent } from "./show-sent";
import { shrinkPhoto } from "./shrink-photo";

/** What the page is about; without answers where the shop has begun nothing yet, without an id before it was asked to. */
type Known = { id?: string; answered?: Answered };

const mark = document.querySelector<HTMLElement>("[data-phone-desk]");
const isAble = "indexedDB" in window && "subtle" in crypto;
if (mark && isAble) void start(mark);

async function start(element: HTMLElement): Promise<void> {
  const desk = JSON.parse(element.dataset["phoneDesk"] ?? "{}") as OpenDesk;
  await rememberDesk(desk);
  const shown = document.querySelector<HTMLElement>("[data-listing]");
  const known = shown && (JSON.parse(shown.dataset["listing"] ?? "{}") as Known);
  if (known?.id !== undefined) await takeKnown({ id: known.id, desk }, known.answered);
  const forms = document.querySelectorAll<HTMLFormElement>("[data-listing] form");
  for (const form of canSendAgain() ? forms : []) {
    form.addEventListener("submit", (event) => void keepFirst({ event, form, desk }));
  }
  void navigator.serviceWorker?.ready.then(({ active }) =>
    active?.postMessage({ keepDesk: "listing", language: document.documentElement.lang }),
  );
  const send = () => void sendAndTell(element, known?.id);
  addEventListener("online", send);
  send();
}

/** The page shows what the shop has; what was on its way to it has arrived, or is told about here. */
async function takeKnown(
  of: { id: string; desk: KeptDesk },
  answered: Answered | undefined,
): Promise<void> {
  const left = await changeKept(of, (kept) => ({
    ...kept,
    known: answered ?? kept.known,
    reply: null,
    photo: kept.photo?.isPosted === false ? kept.photo : null,
    answers: Object.fromEntries(Object.entries(kept.answers).filter(([, one]) => !one.isPosted)),
    sending: kept.sending?.isPosted === false ? kept.sending : null,
  }));
  if (answered === undefined && !holdsAnything(left)) await dropKept(of.id);
}

/** What waits elsewhere than on this page goes; the strip on top says what is left. */
async function sendAndTell(element: HTMLElement, shownId: string | undefined): Promise<void> {
  const isElsewhere = ({ id }: KeptListing) => id !== shownId;
  // What a form had taken there already is nothing new.
  const taken = (await sendAllKept(isElsewhere)).filter(({ kept }) => isWaiting(kept));
  const left = (await listKept()).kept.filter(isElsewhere);
  showSent(element, { to: taken[0]?.to, left: left.length });
}

type Sending = { event: SubmitEvent; form: HTMLFormElement; desk: KeptDesk };

/** Keeps what a form says before the browser sends it: should the line be gone, the phone goes on from there. */
async function keepFirst({ event, form, desk }: Sending): Promise<void> {
  if (form.dataset["kept"]) {
    delete form.dataset["kept"];
    return;
  }
  const place = placeOf(form);
  if (!place) return;
  event.preventDefault();
  event.stopPropagation();
  if (form.ariaBusy === "true") return; // an impatient finger
  form.ariaBusy = "true";
  const { submitter } = event;
  const data = new FormData(form, submitter);
  try {
    await (place.screen === "photo"
      ? keepPhoto({ data, form, desk }, place.id)
      : changeKept({ id: place.id, desk }, (kept) => withTyped(kept, place, data)));
  } catch {
    // A phone that is full or keeps nothing sends as every browser does.
  }
  // A form cannot be sent again before its event is over.
  await new Promise((resolve) => setTimeout(resolve));
  form.ariaBusy = null;
  if (form.dataset["left"]) return;
  form.dataset["kept"] = "1";
  form.requestSubmit(submitter instanceof HTMLElement ? submitter : null);
}

type Place = { id: string; screen: KeptQuestion | "photo" | "summary"; when: "now" | "season" };

/** Which question of which listing a form answers: by where it goes, a new one by its own field. */
function placeOf(form: HTMLFormElement): Place | null {
  const { pathname, searchParams } = new URL(form.action, location.href);
  const [, id, screen] = /^\/household\/listings\/(prd_\w+)\/(\w+)$/.exec(pathname) ?? [];
  const when = searchParams.get("when") === "season" ? "season" : "now";
  if (id !== undefined && screen !== "removal") {
    return { id, screen: screen as Place["screen"], when };
  }
  const begun = form.querySelector<HTMLInputElement>("input[name=listingId]")?.value;
  return begun === undefined ? null : { id: begun, screen: "photo", when };
}

function withTyped(kept: KeptListing, { screen, when }: Place, data: FormData): KeptListing {
  const fields = fieldsOf(data);
  if (screen === "photo") return kept;
  if (screen === "summary") {
    const to = data.get("to");
    // Any other is the way back to a question.
    if (to !== "draft" && to !== "submit") return kept;
    return { ...kept, reply: null, sending: { to, fields, isPosted: true } };
  }
  const seen = Number(data.get("seen") ?? 0);
  const answer = { seen, when, fields, isPosted: true };
  // Whoever goes on with it has not finished it.
  return { ...kept, reply: null, sending: null, answers: { ...kept.answers, [screen]: answer } };
}

type PhotoForm = { data: FormData; form: HTMLFormElement; desk: KeptDesk };

/** Sends a photo before its form, which then only names it; leads to the page without a line when that stays away. */
async function keepPhoto({ data, form, desk }: PhotoForm, id: string): Promise<void> {
  const seen = Number(data.get("seen") ?? 0);
  const keep = (photo: KeptListing["photo"]) =>
    changeKept({ id, desk }, (kept) => ({ ...kept, reply: null, photo }));
  if (data.get("later") !== null) {
    await keep({ seen, file: null, isPosted: true });
    return;
  }
  const chosen = [data.get("camera"), data.get("photo")].find(
    (one) => one instanceof File && one.size > 0,
  );
  if (!(chosen instanceof File)) return;
  const { kind, ...file } = await shrinkPhoto(chosen);
  if (kind !== "photo") return; // the form brings it, and its page says what is wrong
  const progress = form.querySelector<HTMLElement>("[data-photo-progress]");
  if (progress) progress.hidden = false;
  await keep({ seen, file, isPosted: false });
  const offline = progress?.querySelector("a");
  const leave = () => {
    form.dataset["left"] = "1";
    location.assign(`${offline?.pathname ?? "/offline/listing"}#${id}`);
  };
  offline?.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  try {
    await sendPhoto(paths.listingPhotoParts(file.hash), file.blob, (share) => {
      showShare(progress, share);
    });
  } catch (error) {
    // Taken for nobody: the form itself leads to where one signs in.
    if (error instanceof NotTakenError) return;
    leave();
    return;
  }
  if (form.dataset["left"]) return;
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=file]")) input.value = "";
  const named = Object.assign(document.createElement("input"), { type: "hidden" });
  form.append(Object.assign(named, { name: "sentPhoto", value: file.hash }));
  await changeKept({ id, desk }, (kept) => {
    const isSame = kept.photo?.file?.hash === file.hash;
    return isSame ? { ...kept, photo: { seen, file, isPosted: true } } : kept;
  });
}

function showShare(progress: HTMLElement | null, share: number): void {
  const bar = progress?.querySelector("progress");
  if (bar) bar.value = share;
  const text = progress?.querySelector("[data-percent]");
  if (text) text.textContent = `${Math.round(100 * share)} %`;
}
