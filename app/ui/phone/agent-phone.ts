// Of an agent's desk, where its browser runs scripts: a household's registration is kept on the phone until the shop has
// it, and what waited for a line is sent. Every page works without this file.
import { canSendAgain } from "./ask-shop";
import type { OpenAgent } from "./kept-types";
import { changeSheet, listSheets, rememberAgent, typedIn } from "./kept-sheets";
import { newPhoneId } from "./new-phone-id";
import { notePosted, settlePosted } from "./posted-sheet";
import { sendSheets } from "./send-sheets";
import { showSent } from "./show-sent";

const mark = document.querySelector<HTMLElement>("[data-phone-agent]");
const isAble = "indexedDB" in window && "subtle" in crypto;
if (mark && isAble) void start(mark);

async function start(element: HTMLElement): Promise<void> {
  const agent = JSON.parse(element.dataset["phoneAgent"] ?? "{}") as OpenAgent;
  await rememberAgent(agent);
  const form = document.querySelector<HTMLFormElement>("[data-registration] form");
  // The page that a form which arrived leads to, or the form itself with what is wrong with it.
  const isAnswer =
    new URLSearchParams(location.search).has("registered") || form?.dataset["answered"] === "";
  await settlePosted(isAnswer ? "answered" : "unknown");
  if (canSendAgain()) {
    form?.addEventListener("submit", (event) => void keepFirst({ event, form, agent }));
  }
  void navigator.serviceWorker?.ready.then(({ active }) =>
    active?.postMessage({ keepDesk: "sheets", language: document.documentElement.lang }),
  );
  const send = () => void sendAndTell(element);
  addEventListener("online", send);
  send();
}

async function sendAndTell(element: HTMLElement): Promise<void> {
  const taken = await sendSheets(() => true);
  showSent(element, { to: taken[0]?.to, left: (await listSheets()).kept.length });
}

type Sending = { event: SubmitEvent; form: HTMLFormElement; agent: OpenAgent };

/** Keeps what the form says before the browser sends it: should the line be gone, the phone goes on from there. */
async function keepFirst({ event, form, agent }: Sending): Promise<void> {
  if (form.dataset["kept"]) {
    delete form.dataset["kept"];
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (form.ariaBusy === "true") return; // an impatient finger
  form.ariaBusy = "true";
  const id = newPhoneId("dlg");
  form.querySelector("[name=sheetId]")?.remove(); // of a page that came back
  try {
    const typed = typedIn(new FormData(form));
    await changeSheet({ id, agent }, (kept) => ({ ...kept, ...typed, stage: "posted" }));
    notePosted(id);
    nameSheet(form, id);
  } catch {
    // A phone that is full or keeps nothing sends as every browser does.
  }
  // A form cannot be sent again before its event is over.
  await new Promise((resolve) => setTimeout(resolve));
  form.ariaBusy = null;
  form.dataset["kept"] = "1";
  form.requestSubmit();
}

/** The shop knows by it that what the phone sends later, should the answer be lost, is the same household. */
function nameSheet(form: HTMLFormElement, id: string): void {
  const name = document.createElement("input");
  Object.assign(name, { type: "hidden", name: "sheetId", value: id });
  form.append(name);
}
