// Enhancement only: every page works without this file. Keep it under 6 KB; no framework.

// A form that was sent is not sent again by an impatient finger.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 8000);
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// Pages that were seen stay readable without a connection. Long after the page is there: first it has to be quick.
addEventListener("load", () => {
  setTimeout(() => navigator.serviceWorker?.register("/service-worker.js").catch(() => {}), 3000);
});

// "Paid" appears by itself: asks every few seconds, slower and slower, and reloads when the answer changes. Not while
// the reader is on the way to another page: reloading would hold them back.
const live = document.querySelector("[data-live-status]");
if (live) {
  let wait = 2500;
  let leftAt = -10000;
  addEventListener("beforeunload", ({ timeStamp }) => (leftAt = timeStamp));
  const ask = async () => {
    try {
      const answer = await fetch(live.dataset.liveStatus, {
        headers: { Accept: "application/json" },
      });
      if (answer.ok) {
        const { state } = await answer.json();
        const isHere = performance.now() - leftAt > 10000;
        if (state !== live.dataset.liveState && isHere) return location.reload();
      }
    } catch {
      // The line dropped; the next question comes anyway.
    }
    wait = Math.min(wait * 1.1, 20000);
    setTimeout(ask, document.hidden ? 20000 : wait);
  };
  setTimeout(ask, wait);
}

// A browser that can show messages says so, and where they reach it; the form takes it from there.
const push = document.querySelector("[data-push]");
if (push && "PushManager" in window && navigator.serviceWorker) {
  push.hidden = false;
  push.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const { pushManager } = await navigator.serviceWorker.ready;
      const asked = { userVisibleOnly: true, applicationServerKey: push.dataset.push };
      const { endpoint, keys } = (await pushManager.subscribe(asked)).toJSON();
      for (const [name, value] of Object.entries({ endpoint, ...keys })) push[name].value = value;
      push.submit();
    } catch {
      push.lastChild.textContent = push.dataset.pushRefused;
    }
  });
}

// Copy buttons for account, amount and memo; without this file the text can be selected by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = before), 2000);
  });
}

// In a menu that scrolls sideways, the page that is open is in sight.
const open = document.querySelector("header nav [aria-current=page]");
if (open) open.closest("ul").scrollLeft += open.getBoundingClientRect().left - 60;

// Communes, shipping and total follow the province and how goods are received; without this file a button of the form brings them.
const province = document.querySelector("select[name=provinceCode]");
if (province) {
  for (const one of document.querySelectorAll("[data-without-script]")) one.hidden = true;
  const { form } = province;
  let asked = 0;
  const follow = async (intent) => {
    const turn = ++asked;
    const body = new URLSearchParams(new FormData(form));
    body.set("intent", intent);
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (!answer.ok) throw new Error();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (turn !== asked) return;
      const focused = document.activeElement.id;
      for (const fresh of page.querySelectorAll("[data-follows-province]")) {
        document.getElementById(fresh.id).replaceChildren(...fresh.childNodes);
      }
      if (document.activeElement.id !== focused) document.getElementById(focused)?.focus();
    } catch {
      if (turn === asked) form.requestSubmit(form.querySelector(`[value=${intent}]`));
    }
  };
  form.addEventListener("change", ({ target }) => {
    if (target === province) void follow("choose_province");
    else if (target.name.startsWith("pickup")) void follow("recount");
  });
  // A browser that comes back to the page keeps the choice but not the list.
  addEventListener("pageshow", () => {
    if (!province.selectedOptions[0]?.defaultSelected) void follow("choose_province");
  });
}

// Suggestions while typing: the combobox pattern of the WAI-ARIA APG. Silent when the line is slow or fails.
const box = document.querySelector("[data-suggestions]");
if (box) {
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  const attributes = (element, values) => {
    for (const name in values) element.setAttribute(name, values[name]);
  };
  attributes(list, { role: "listbox", "aria-label": box.dataset.suggestionsLabel });
  attributes(box, {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": false,
    "aria-controls": list.id,
  });
  box.form.append(list);
  let active = -1;
  let timer;
  let asking;
  const choose = (number) => {
    active = number;
    for (const [i, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", i === active);
      if (i === active) option.scrollIntoView({ block: "nearest" });
    }
    if (active < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", list.children[active].id);
  };
  const show = (suggestions) => {
    const options = suggestions.map(({ text, note, href, lang }, i) => {
      const option = document.createElement("li");
      attributes(option, { id: `suggestion-${i}`, role: "option", "data-href": href });
      if (lang) option.lang = lang;
      const small = document.createElement("small");
      small.textContent = note;
      option.append(text, " ", small);
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    box.setAttribute("aria-expanded", !list.hidden);
    choose(-1);
  };
  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    show([]);
  };
  const ask = async () => {
    asking = new AbortController();
    const { signal } = asking;
    const late = setTimeout(() => asking.abort(), 3000);
    try {
      const query = new URLSearchParams({ q: box.value });
      const answer = await fetch(`${box.dataset.suggestions}?${query}`, { signal });
      if (!answer.ok) return;
      const { suggestions } = await answer.json();
      if (!signal.aborted && document.activeElement === box) show(suggestions);
    } catch {
      // The form searches without them.
    } finally {
      clearTimeout(late);
    }
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    asking?.abort();
    if (box.value.trim().length < 2) return show([]);
    timer = setTimeout(ask, 150);
  });
  box.addEventListener("keydown", (event) => {
    const { key, isComposing } = event;
    const last = list.children.length - 1;
    if (list.hidden || isComposing) return;
    if (key === "ArrowDown") choose(active < last ? active + 1 : -1);
    else if (key === "ArrowUp") choose(active < 0 ? last : active - 1);
    else if (key === "Escape") close();
    else if (key === "Enter" && active >= 0) location.href = list.children[active].dataset.href;
    else return;
    event.preventDefault();
  });
  // The box keeps the focus while the list is pressed.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-href]");
    if (option) location.href = option.dataset.href;
  });
  box.addEventListener("blur", close);
}
