/** What the page without a line brings along for its script: pieces of HTML, and words. */
export type Texts = { errors: Record<string, string>; dropSure: string; full: string };
export type StateName =
  | "open"
  | "waiting"
  | "sending"
  | "taken"
  | "signed_out"
  | "not_helping"
  | "helping_other"
  | "changed"
  | "faulty"
  | "ask_later"
  | "gone"
  | "noName"
  | "nothing";

export const main = present(document.querySelector<HTMLElement>("[data-phone-page]"));
export const view = partOf(main, "[data-view]");
export const texts = JSON.parse(main.dataset["phonePage"] ?? "{}") as Texts;
const states = present(document.querySelector<HTMLElement>("template[data-name=states]"));
export const stateTexts = JSON.parse(states.dataset["texts"] ?? "{}") as Record<StateName, string>;

/** A fresh copy of a piece; null where the page has none of that name. */
export function copyOf(name: string, variant = ""): DocumentFragment | null {
  for (const one of document.querySelectorAll<HTMLTemplateElement>(`template[data-name=${name}]`)) {
    if ((one.dataset["variant"] ?? "") === variant) {
      return document.importNode(one.content, true);
    }
  }
  return null;
}

/** An element that the page is made with. Throws where it is missing: page and script are not of one build. */
export function partOf<Part extends HTMLElement = HTMLElement>(
  parent: ParentNode,
  selector: string,
): Part {
  return present(parent.querySelector<Part>(selector));
}

export function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error("the page is of another build");
  return value;
}

/** The address of a picture that lies on the phone; those of the view before are let go. */
let shown: string[] = [];
export function pictureOf(blob: Blob): string {
  const address = URL.createObjectURL(blob);
  shown.push(address);
  return address;
}

export function showView(content: Node): void {
  view.replaceChildren(content);
}

/** Says below the heading what became of what the reader looked for. */
export function showNote(copy: DocumentFragment, state: StateName): void {
  const note = document.createElement("p");
  note.role = "status";
  note.className = "mt-4 font-semibold";
  note.textContent = stateTexts[state];
  partOf(copy, "h1").after(note);
}

export function letPicturesGo(): void {
  for (const address of shown) URL.revokeObjectURL(address);
  shown = [];
}

export type Problem = { field: string; text: string };

/** Says what is wrong on top of a form and at each field, and puts the finger on the first. */
export function showProblems(form: HTMLFormElement, problems: readonly Problem[]): void {
  for (const old of form.querySelectorAll("[data-problem]")) old.remove();
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    const said = control.getAttribute("aria-describedby")?.replace(/ ?problem-\w+/, "");
    if (said) control.setAttribute("aria-describedby", said);
    else control.removeAttribute("aria-describedby");
  }
  if (problems.length === 0) return;
  const top = summaryOf([...new Set(problems.map(({ text }) => text))]);
  form.prepend(top);
  const controls = problems.flatMap(({ field, text }) => {
    const control = form.querySelector<HTMLElement>(
      `:is(input:not([type=hidden]), select, textarea)[name="${CSS.escape(field)}"]`,
    );
    if (!control) return [];
    const note = noteOf(text, "font-medium text-persimmon");
    note.id = `problem-${field}`;
    const question = control.matches("[type=radio], [type=checkbox]")
      ? control.closest("fieldset")?.querySelector("legend")
      : null;
    if (question) question.after(note);
    else (control.closest("div") ?? control).before(note);
    control.ariaInvalid = "true";
    const hint = control.getAttribute("aria-describedby") ?? "";
    control.setAttribute("aria-describedby", `${hint} ${note.id}`.trim());
    return [control];
  });
  (controls[0] ?? top).focus();
}

function summaryOf(texts: readonly string[]): HTMLElement {
  const list = document.createElement("ul");
  list.dataset["problem"] = "";
  list.className =
    "my-4 space-y-2 rounded border-l-4 border-persimmon bg-persimmon-tint px-4 py-3 font-semibold";
  const items = texts.map((text) =>
    Object.assign(document.createElement("li"), { textContent: text }),
  );
  list.append(...items);
  const top = document.createElement("div");
  top.dataset["problem"] = "";
  top.role = "alert";
  top.tabIndex = -1;
  top.append(list);
  return top;
}

function noteOf(text: string, look: string): HTMLElement {
  const note = document.createElement("p");
  note.dataset["problem"] = "";
  note.className = look;
  note.textContent = text;
  return note;
}
