// In forms with files, where the browser runs scripts: photos are made smaller, files go in parts before their form, and
// the form then only names them. Every form works without this file.
import { canSendAgain, LargeError, LaterError, NotTakenError, sendPhoto } from "./ask-shop";
import type { PhotoOf } from "./shrink-photo";
import { shrinkPhoto } from "./shrink-photo";

export type SendFiles = {
  photoOf: PhotoOf;
  /** Where parts go, with `:hash` for the file's. */
  place: string;
  maxBytes: number;
};
type Problem = "line" | "later" | "ended" | "large" | "many" | "unreadable";
type Ready = { file: File; blob: Blob; hash: string };

for (const box of document.querySelectorAll<HTMLElement>("[data-send-files]")) {
  const form = box.closest("form");
  const isAble = "subtle" in crypto && "FormDataEvent" in window && canSendAgain();
  if (form && isAble) enhance(form, box);
}

function enhance(form: HTMLFormElement, box: HTMLElement): void {
  const how = JSON.parse(box.dataset["sendFiles"] ?? "{}") as SendFiles;
  /** The files that the shop has, by their hash. */
  const sent = new WeakMap<File, string>();
  form.addEventListener("formdata", ({ formData }) => nameSent(form, formData, sent));
  for (const button of box.querySelectorAll("[data-whole]")) {
    button.addEventListener("click", () => form.submit());
  }
  form.addEventListener("submit", (event) => {
    const waiting = fileInputs(form).flatMap((input) =>
      [...(input.files ?? [])]
        .filter((file) => !sent.has(file))
        .map((file) => ({ file, takesPdf: input.accept.includes("pdf") })),
    );
    if (waiting.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (form.ariaBusy === "true") return; // an impatient finger
    if (fileInputs(form).some(hasTooMany)) return show(box, "many");
    const { submitter } = event;
    form.ariaBusy = "true";
    void sendAll({ box, how, waiting, sent }).then((problem) => {
      form.ariaBusy = null;
      show(box, problem);
      if (problem === null) {
        form.requestSubmit(submitter instanceof HTMLElement ? submitter : null);
      } else if (problem === "ended" && !box.querySelector('[data-problem="ended"]')) {
        form.submit(); // whole, for the shop's answer
      }
    });
  });
}

function fileInputs(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[type=file]")];
}

/** Those count that the form names already. */
function hasTooMany(input: HTMLInputElement): boolean {
  const { max } = input.dataset;
  const named = [...(input.form?.elements ?? [])].filter(
    (one) => one instanceof HTMLInputElement && one.name === input.name && one.checked,
  );
  return max !== undefined && (input.files?.length ?? 0) + named.length > Number(max);
}

/** In the place of each file that was sent stands its name; what the form named before stays. */
function nameSent(form: HTMLFormElement, formData: FormData, sent: WeakMap<File, string>): void {
  for (const { name, files } of fileInputs(form)) {
    const chosen = [...(files ?? [])];
    if (!chosen.some((file) => sent.has(file))) continue;
    const named = formData.getAll(name).filter((one) => typeof one === "string");
    formData.delete(name);
    for (const one of named) formData.append(name, one);
    for (const file of chosen) formData.append(name, sent.get(file) ?? file);
  }
}

type Waiting = { file: File; takesPdf: boolean };
type Sending = {
  box: HTMLElement;
  how: SendFiles;
  waiting: readonly Waiting[];
  sent: WeakMap<File, string>;
};

/** Sends them one after the other; null when the shop has them all. */
async function sendAll({ box, how, waiting, sent }: Sending): Promise<Problem | null> {
  if (!navigator.onLine) return "line"; // the phone knows it: no waiting for what cannot come
  show(box, null);
  showShare(box, 0);
  try {
    const ready: Ready[] = [];
    for (const { file, takesPdf } of waiting) {
      // It throws at what cannot be read any more, as a picture that lies elsewhere.
      const small = await shrinkPhoto(file, how.photoOf).catch(() => null);
      const kind = small?.kind ?? null;
      if (small === null || kind === null || (kind === "pdf" && !takesPdf)) {
        nameFile(box, file.name);
        return "unreadable";
      }
      ready.push({ file, blob: small.blob, hash: small.hash });
    }
    if (ready.some(({ blob }) => blob.size > how.maxBytes)) return "large";
    const whole = ready.reduce((sum, { blob }) => sum + blob.size, 0);
    let done = 0;
    for (const { file, blob, hash } of ready) {
      await sendPhoto(how.place.replace(":hash", hash), blob, (share) =>
        showShare(box, (done + share * blob.size) / whole),
      );
      done += blob.size;
      sent.set(file, hash);
    }
    return null;
  } catch (error) {
    if (error instanceof LaterError) return "later";
    if (error instanceof LargeError) return "large";
    return error instanceof NotTakenError ? "ended" : "line";
  }
}

function show(box: HTMLElement, problem: Problem | null): void {
  const progress = box.querySelector<HTMLElement>("[data-progress]");
  if (progress) progress.hidden = problem !== null;
  for (const one of box.querySelectorAll<HTMLElement>("[data-problem]")) {
    one.hidden = one.dataset["problem"] !== problem;
    if (!one.hidden) one.scrollIntoView({ block: "nearest" });
  }
}

function nameFile(box: HTMLElement, name: string): void {
  const place = box.querySelector("[data-file-name]");
  if (place) place.textContent = name;
}

function showShare(box: HTMLElement, share: number): void {
  const bar = box.querySelector("progress");
  if (bar) bar.value = share;
  const text = box.querySelector("[data-percent]");
  if (text) text.textContent = `${Math.round(100 * share)} %`;
}
