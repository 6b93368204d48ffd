/**
 * Where browsers have their messages delivered, as of 11/2026: Chrome and Edge on Android, Firefox, Edge on Windows,
 * Safari. A browser says the address itself, so whoever writes to another one would have us call it from inside.
 */
const SERVICES = [
  "fcm.googleapis.com",
  "push.services.mozilla.com",
  "notify.windows.com",
  "push.apple.com",
];

export function isPushService(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username } = new URL(address);
  const isKnown = SERVICES.some((name) => hostname === name || hostname.endsWith(`.${name}`));
  return protocol === "https:" && port === "" && username === "" && isKnown;
}
