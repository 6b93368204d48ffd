// Makes pages that were seen readable without a connection, and says so on them. Enhancement only, as enhance.js.
// Nothing private can get in here: of what comes over the line only answers that the server itself marked as made
// for a guest (`Keep-Offline`) are kept, without the count of the cart, and only under public addresses.
/* global SETTINGS -- the server puts it in: version, shell (paths), desks (of each: root, pages by language, files), texts by language */
const { version, shell, desks, texts } = SETTINGS;
const [SHELL, PAGES, PICTURES, DESK] = ["shell", "pages", "pictures", "desk"].map(
  (name) => `${name}-${version}`,
);
const PAGES_MAX = 30;
const PICTURES_MAX = 60;
const KEPT_PAGE = /^\/(?:(?:en|km|hmn)\/)?(?:products|households|lots)\/[^/]+$/;
const LISTING = /^\/household\/(?:products\/new|listings\/(prd_\w+)(?:\/(\w+))?)$/;
const REGISTRATION = /^\/agent\/households\/new$/;
const IN_OR_OUT =
  /^\/(?:(?:en|km|hmn)\/)?(?:sign-(?:in|up|out)|register|account\/deletion)(?:\/|$)/;
const PICTURE = /^\/(?:uploads\/photos|pictures)\//;
// What other sites append to links; anything else asks for another content.
const SAME_PAGE = /^(?:\?(?:fbclid|gclid|zarsrc|utm_\w+)=[^?]*)?$/;

addEventListener("install", (event) => {
  skipWaiting();
  const asGuest = shell.map((path) => new Request(path, { credentials: "omit" }));
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(asGuest)));
});

addEventListener("activate", (event) => event.waitUntil(takeOver()));

/** Whatever another version kept goes: its pages ask for files that are no more. */
async function takeOver() {
  const ours = [SHELL, PAGES, PICTURES, DESK];
  for (const name of await caches.keys()) {
    if (ours.includes(name)) continue;
    // A phone that works without a line goes on being able to.
    if (name.startsWith("desk-")) await keepDesksOf(await caches.open(name));
    await caches.delete(name);
  }
  await registration.navigationPreload?.enable();
  await clients.claim();
  // The page that was open before there was anybody to keep it.
  for (const { url } of await clients.matchAll({ type: "window" })) {
    const { pathname, search } = new URL(url);
    if (!KEPT_PAGE.test(pathname) || !SAME_PAGE.test(search)) continue;
    await fetch(pathname, { credentials: "omit" }).then(
      (answer) => keepPage(pathname, answer),
      () => {},
    );
  }
}

// A desk is open on this phone: it wants to work without a line. It takes some 150 KB, which buyers are spared.
addEventListener("message", (event) => {
  const { keepDesk: name, language } = event.data;
  const desk = desks[name];
  if (desk && language in desk.pages) event.waitUntil(keepDesk(desk, language).catch(() => {}));
});

async function keepDesk(desk, language) {
  const page = desk.pages[language];
  const cache = await caches.open(DESK);
  if (await cache.match(page)) return;
  const files = [...desk.files, page]; // the page last: with it, all is there
  await cache.addAll(files.slice(0, -1));
  await cache.add(new Request(page, { credentials: "omit" }));
}

async function keepDesksOf(cache) {
  for (const desk of Object.values(desks)) {
    for (const [language, page] of Object.entries(desk.pages)) {
      if (await cache.match(page)) await keepDesk(desk, language).catch(() => {});
    }
  }
}

/** The desk that is opened by this address without a line, or undefined. */
function deskOf(pathname) {
  return Object.values(desks).find(({ pages }) => Object.values(pages).includes(pathname));
}

addEventListener("fetch", (event) => {
  const { method, mode, referrer } = event.request;
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  if (mode === "navigate") {
    // Of forms only the one on kept pages and those of a listing: what they cannot send must not end in the browser's
    // own error.
    if (deskOf(url.pathname)) event.respondWith(openDesk(event, url));
    else if (method === "POST" && IN_OR_OUT.test(url.pathname)) event.respondWith(handOver(event));
    else if (method === "GET" || isFormOfOurs(url)) event.respondWith(openPage(event, url));
  } else if (method === "GET" && isFileOfDesk(url.pathname + url.search)) {
    event.respondWith(fileOfDesk(event.request));
  } else if (method === "GET" && shell.includes(url.pathname)) {
    event.respondWith(caches.match(url.pathname).then((kept) => kept ?? fetch(event.request)));
  } else if (method === "GET" && PICTURE.test(url.pathname) && referrer) {
    if (KEPT_PAGE.test(new URL(referrer).pathname))
      event.respondWith(openPicture(event, url.pathname + url.search));
  }
});

// What happened, for whoever asked for it in this browser; a press on it opens its page.
addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data.json();
  const icon = "/icons/icon-192.png";
  event.waitUntil(registration.showNotification(title, { body, tag, icon, data: url }));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(clients.openWindow(event.notification.data));
});

async function openPage(event, { pathname, search }) {
  const isPost = event.request.method === "POST";
  const sent = isPost && LISTING.test(pathname) ? event.request.clone() : null;
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    if (!isPost && KEPT_PAGE.test(pathname) && SAME_PAGE.test(search)) {
      event.waitUntil(keepPage(pathname, answer.clone()));
    }
    return answer;
  } catch {
    const there = await placeWithoutLine({ sent, isPost, address: pathname + search });
    if (there) return Response.redirect(there, 303);
    const first = pathname.split("/")[1];
    const language = first in texts ? first : "vi";
    const isKnown = !isPost && SAME_PAGE.test(search);
    const kept = isKnown ? await (await caches.open(PAGES)).match(pathname) : undefined;
    return kept ? asCopy(kept, language) : offlinePage(language, isPost);
  }
}

/** Whoever signs in or out may leave the phone to others: what it keeps is shown again once that desk is open again. */
async function handOver(event) {
  const answer = await fetch(event.request);
  if (answer.ok || answer.type === "opaqueredirect") event.waitUntil(closeDesks());
  return answer;
}

/** Forgets whose desks were open (`kept-listings.ts`, `kept-sheets.ts`); what is kept stays. */
async function closeDesks() {
  await Promise.allSettled([forget("cho-phien", "desk"), forget("cho-phien-sheets", "agent")]);
}

function forget(database, store) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(database);
    asked.onupgradeneeded = () => asked.transaction.abort(); // nothing was ever kept
    asked.onerror = reject;
    asked.onsuccess = () => {
      const tx = asked.result.transaction(store, "readwrite");
      tx.objectStore(store).clear();
      tx.oncomplete = resolve;
      asked.result.close(); // once that is done
    };
  });
}

/**
 * Where a desk goes on, whose page this phone keeps: what the form that was `sent` says it has kept as well
 * (`desk-phone.ts`, `agent-phone.ts`). Null of any other address.
 */
async function placeWithoutLine({ sent, isPost, address }) {
  const { origin, pathname, search } = new URL(address, location.origin);
  const desk = Object.values(desks).find(({ root }) => `${pathname}/`.startsWith(`${root}/`));
  if (!desk) return null;
  const pages = (await (await caches.open(DESK)).keys()).map(({ url }) => new URL(url).pathname);
  const page = pages.find((path) => Object.values(desk.pages).includes(path));
  if (!page) return null;
  // Of a registration that was posted the list shows what it says; a fresh one is asked for.
  if (REGISTRATION.test(pathname)) return `${origin}${page}#${isPost ? "" : "new"}`;
  const [isListing, id, screen] = LISTING.exec(pathname) ?? [];
  let place = isListing ? "new" : "";
  if (sent) place = id ?? (await sent.formData()).get("listingId") ?? "";
  else if (id) place = screen ? `${id}/${screen}${search}` : id;
  return `${origin}${page}#${place}`;
}

/** Of this build where the phone has it, else from the line. */
async function openDesk(event, { pathname }) {
  const kept = await (await caches.open(DESK)).match(pathname);
  return kept ?? (await event.preloadResponse) ?? fetch(event.request);
}

/** What a page may send that was kept, or has been kept first. */
function isFormOfOurs({ pathname }) {
  return pathname.endsWith("/cart/items") || LISTING.test(pathname) || REGISTRATION.test(pathname);
}

function isFileOfDesk(address) {
  return Object.values(desks).some(({ files }) => files.includes(address));
}

async function fileOfDesk(request) {
  return (await (await caches.open(DESK)).match(request.url)) ?? fetch(request);
}

async function keepPage(path, answer) {
  if (!answer.ok || answer.redirected || answer.headers.get("Keep-Offline") !== "guest") return;
  const html = (await answer.text()).replace(/(data-cart="([^"]*)"[^>]*>)[^<]*/, "$1$2");
  const headers = { "Content-Type": "text/html; charset=utf-8", "Saved-At": String(Date.now()) };
  const policy = answer.headers.get("Content-Security-Policy");
  if (policy) headers["Content-Security-Policy"] = policy;
  await put({ name: PAGES, max: PAGES_MAX, path, answer: new Response(html, { headers }) });
}

/** The last one stands last, so the first is the one to let go. */
async function put({ name, max, path, answer }) {
  const cache = await caches.open(name);
  await cache.delete(path);
  await cache.put(path, answer);
  const paths = await cache.keys();
  for (const old of paths.slice(0, Math.max(0, paths.length - max))) await cache.delete(old);
}

async function openPicture(event, path) {
  const cache = await caches.open(PICTURES);
  const kept = await cache.match(path);
  if (kept) return kept;
  try {
    const answer = await fetch(event.request);
    if (answer.ok) {
      event.waitUntil(put({ name: PICTURES, max: PICTURES_MAX, path, answer: answer.clone() }));
    }
    return answer;
  } catch {
    // Another size of the same photo is better than none.
    const folder = path.replace(/[^/]*$/, "");
    const other =
      folder === "/pictures/"
        ? undefined
        : (await cache.keys()).find(({ url }) => url.includes(folder));
    return (other && (await cache.match(other))) ?? Response.error();
  }
}

/** A price must never look like today's when nobody could ask. */
async function asCopy(kept, language) {
  const at = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "vi-VN", {
    hour: "2-digit",
    minute: "2-digit",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(Number(kept.headers.get("Saved-At")));
  const text = texts[language].copy.replace("{{time}}", at);
  const notice = `<div role="status" class="my-4 rounded border-l-4 px-4 py-3 border-persimmon bg-persimmon-tint">${text}</div>`;
  const html = (await kept.text()).replace(/<main[^>]*>/, `$&${notice}`);
  return new Response(html, { headers: kept.headers });
}

async function offlinePage(language, isPost) {
  const page = await caches.match(language === "vi" ? "/offline" : `/${language}/offline`);
  if (!page) return Response.error();
  const { notSent } = texts[language];
  const seen = await listSeen(language);
  const html = (await page.text())
    .replace('<div data-seen=""></div>', () => seen)
    .replace(/(data-why=""[^>]*>)[^<]*/, (all, tag) => (isPost ? tag + notSent : all));
  return new Response(html, { headers: page.headers });
}

async function listSeen(language) {
  const cache = await caches.open(PAGES);
  const links = [];
  for (const request of (await cache.keys()).reverse()) {
    const html = await (await cache.match(request)).text();
    // As it stands in the page's source: escaped.
    const name = /<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? "";
    const { pathname } = new URL(request.url);
    links.push(
      `<li><a href="${pathname}" class="inline-flex min-h-12 items-center">${name}</a></li>`,
    );
  }
  if (links.length === 0) return "";
  return `<h2 class="mt-10 text-2xl">${texts[language].seen}</h2><ul class="mt-2">${links.join("")}</ul>`;
}
