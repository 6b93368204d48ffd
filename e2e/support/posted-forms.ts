import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import sharp from "sharp";

/** A form as a browser would post it: `path` with its query, and each field that is no file. */
export type PostedForm = {
  route: string;
  path: string;
  fields: [name: string, value: string][];
  file: string | null;
};

export type Found = { forms: PostedForm[]; pages: { route: string; path: string }[] };

type ReadForm = {
  action: string;
  fields: [string, string][];
  /** What the button that sends it says to the server. */
  button: string;
  file: string | null;
  links: string[];
};

const PAGES_OF_A_ROUTE = 4;
const BUTTONS_OF_A_FORM = 4;
const ROUTES = fileURLToPath(new URL("../../app/routes", import.meta.url));
/** The doors that there are, most literal first. */
const DOORS = readdirSync(ROUTES)
  .filter((file) => /^(household|agent|department)[._].*(?<!\.test)\.tsx?$/.test(file))
  .map((file) => file.replace(/\.tsx?$/, ""))
  .map((route) => ({ route, shape: shapeOf(route) }))
  .toSorted((one, other) => one.route.split("$").length - other.route.split("$").length);

function shapeOf(route: string): RegExp {
  const parts = route.replaceAll("[.]", "\0").split(".");
  const path = parts
    .filter((part) => part !== "_index")
    .map((part) => part.replace(/_$/, "").replaceAll("\0", "\\."))
    .map((part) => part.replace(/\$\w+/, "[^/]+"))
    .join("/");
  return new RegExp(`^/${path}$`);
}

/** The file in `app/routes` that answers at this path; `undefined` for what is no desk's. */
export function routeAt(path: string): string | undefined {
  return DOORS.find(({ shape }) => shape.test(path))?.route;
}

/**
 * Every form of a desk that somebody who is signed in can come upon from its first page: a few pages of each kind, each
 * button that sends a form its own, filled with what is plausible.
 */
export async function findForms(page: Page, desk: string): Promise<Found> {
  const waiting = [`/${desk}`];
  const known = new Set(waiting);
  const pages: Found["pages"] = [];
  const forms = new Map<string, PostedForm>();
  const isSeenEnough = (route: string) =>
    pages.filter((one) => one.route === route).length >= PAGES_OF_A_ROUTE;
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeAt(path.split("?")[0] ?? "");
    if (!route || isSeenEnough(route)) continue;
    const answer = await page.goto(path).catch(() => null);
    if (!answer?.headers()["content-type"]?.startsWith("text/html")) continue;
    pages.push({ route, path });
    for (const found of await page.evaluate(readForms)) {
      const takes = routeAt(found.action.split("?")[0] ?? "");
      if (takes?.startsWith(desk)) {
        const form = { route: takes, path: found.action, fields: found.fields, file: found.file };
        const names = found.fields.map(([name]) => name);
        const kind = `${takes} ${names.join(" ")}`;
        const alike = [...forms.keys()].filter((one) => one.startsWith(`${kind}|`));
        if (alike.length < BUTTONS_OF_A_FORM) forms.set(`${kind}|${found.button}`, form);
      }
      for (const link of found.links.filter((one) => !known.has(one))) {
        known.add(link);
        waiting.push(link);
      }
    }
  }
  // Deep ones first: what is on a page's first sight often ends the thing.
  return { forms: [...forms.values()].toReversed(), pages };
}

/** In the page: its forms, and with the first of what it answers its links. What stands in a field is changed a little. */
function readForms(): ReadForm[] {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const [past, later] = [day(-20), day(40)];
  const more = (value: string) => String(Number(value.replaceAll(".", "")) + 1);
  const pathOf = (address: string) => {
    const url = new URL(address, location.href);
    return url.origin === location.origin ? url.pathname + url.search : "";
  };
  const plausible = ({ name, type, value, inputMode }: HTMLInputElement): string => {
    const isNumber = inputMode === "numeric" || type === "number";
    if (type === "hidden") return value;
    if (value !== "") return isNumber && /^[\d.]+$/.test(value) ? more(value) : value;
    if (type === "date" || /(On|From|To|from|until)$/.test(name)) {
      return /^(issued|made|signed|published|taken|revoked)/.test(name) ? past : later;
    }
    if (type === "time") return name.startsWith("ends") ? "16:00" : "14:00";
    if (type === "tel" || name === "phone") return "0900000698";
    if (isNumber) return name.endsWith("Vnd") ? "12000" : "12";
    return "Thu xem co duoc khong";
  };
  const valuesOf = (form: HTMLFormElement): [string, string][] => {
    const values: [string, string][] = [];
    const chosen = new Set<string>();
    for (const field of form.elements) {
      if (field instanceof HTMLTextAreaElement) {
        values.push([field.name, `${field.value} Thu xem co duoc khong`.trim()]);
      } else if (field instanceof HTMLSelectElement) {
        const options = [...field.options].map(({ value }) => value);
        values.push([field.name, field.value || options.find((one) => one !== "") || ""]);
      } else if (field instanceof HTMLInputElement && field.name && field.type !== "file") {
        if (field.type === "radio" && !chosen.has(field.name)) {
          chosen.add(field.name);
          const group = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")];
          const checked = group.find(({ name, checked: is }) => name === field.name && is);
          values.push([field.name, (checked ?? field).value]);
        } else if (field.type === "checkbox") {
          if (field.checked || field.required) values.push([field.name, field.value]);
        } else if (field.type !== "radio") values.push([field.name, plausible(field)]);
      }
    }
    return values.filter(([name]) => name !== "");
  };
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
    .map((link) => pathOf(link.href).split("#")[0] ?? "")
    .filter((path) => path !== "");
  const found: ReadForm[] = [{ action: "", fields: [], button: "", file: null, links }];
  for (const form of document.querySelectorAll<HTMLFormElement>("form")) {
    if (form.method !== "post") continue;
    const file = form.querySelector<HTMLInputElement>("input[type=file]")?.name ?? null;
    const buttons = [...form.elements].filter((one) => one instanceof HTMLButtonElement);
    for (const button of buttons.filter(({ type }) => type === "submit")) {
      const own: [string, string][] = button.name ? [[button.name, button.value]] : [];
      const action = pathOf(button.getAttribute("formaction") ?? form.action);
      const fields = [...valuesOf(form), ...own];
      found.push({ action, fields, button: button.value, file, links: [] });
    }
  }
  return found;
}

/** Posts it as it stands, with a picture where it asks for a file. */
export async function postForm(origin: string, form: PostedForm, cookie: string) {
  const { fields, file } = form;
  const body = file === null ? new URLSearchParams(fields) : new FormData();
  if (file !== null && body instanceof FormData) {
    for (const [name, value] of fields) body.append(name, value);
    body.append(file, new File([await picture()], "anh.jpg", { type: "image/jpeg" }));
  }
  const answer = await fetch(origin + form.path, {
    method: "POST",
    headers: { Cookie: cookie },
    body,
    redirect: "manual",
  });
  const location = answer.headers.get("Location") ?? "";
  return { status: answer.status, location, text: await answer.text() };
}

/** Of a size that every form takes. */
const picture = () =>
  sharp({ create: { width: 1_200, height: 1_200, channels: 3, background: "#c28840" } })
    .jpeg()
    .toBuffer();
