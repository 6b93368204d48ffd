/** A form that its script held up can be sent on as its own button would; older browsers cannot. */
export const canSendAgain = () => "requestSubmit" in HTMLFormElement.prototype;

/** Small enough that little is lost with the line, large enough that most of the time goes into bytes. */
const PART_BYTES = 32 * 1024;
/** On a line that is slower than slow a part is smaller after each that did not get through. */
const SMALLEST_PART_BYTES = 4 * 1024;
const TIMEOUT_MS = 40_000;
const ATTEMPTS_MAX = 8;
const WAIT_MAX_MS = 15_000;

/** Somebody else, or nobody, is signed in on this phone; or the shop takes no more of this person's photos now. */
export class NotTakenError extends Error {
  override name = "NotTakenError";
  constructor(
    message: string,
    /** The path of the page that the shop led to instead; empty where it led nowhere. */
    readonly ledTo = "",
  ) {
    super(message);
  }
}

/** The shop takes no file as large as this one. */
export class LargeError extends NotTakenError {
  override name = "LargeError";
}

/** The shop failed at this one. */
export class FailedError extends Error {
  override name = "FailedError";
}

/** The shop has had its share of this person, or has no room now, and says when it takes the next. */
export class LaterError extends Error {
  override name = "LaterError";
  constructor(readonly waitMs: number) {
    super(`again in ${waitMs} ms`);
  }
}

/**
 * Sends a photo in parts to the address that names it, from where the shop has it; after a part is lost, or
 * let go again by the shop, it asks, waits longer and longer and goes on. Throws when nothing more gets through, or `NotTakenError`.
 */
export async function sendPhoto(
  place: string,
  blob: Blob,
  tell: (share: number) => void = () => undefined,
): Promise<void> {
  let received: number | null = null;
  /** Only bytes that were never here before are a reason to go on trying. */
  let furthest = -1;
  let partBytes = PART_BYTES;
  let attempts = 0;
  while (received === null || received < blob.size) {
    try {
      const answered: number =
        received === null
          ? await askParts(place)
          : await askParts(partAt(place, received), blob.slice(received, received + partBytes));
      if (received !== null && answered <= received) {
        received = null; // the line is as good as it was: parts stay as large
        throw new FailedError("nothing of a part stayed");
      }
      received = answered;
    } catch (error) {
      attempts += 1;
      if (error instanceof NotTakenError || error instanceof LaterError) throw error;
      if (attempts >= ATTEMPTS_MAX) throw error;
      if (received !== null) partBytes = Math.max(SMALLEST_PART_BYTES, partBytes / 2);
      received = null;
      await pause(Math.min(WAIT_MAX_MS, 500 * 2 ** attempts));
      continue;
    }
    if (received > furthest) {
      furthest = received;
      attempts = 0;
    }
    tell(blob.size === 0 ? 1 : Math.min(1, received / blob.size));
  }
}

function partAt(place: string, at: number): string {
  return `${place}${place.includes("?") ? "&" : "?"}at=${at}`;
}

async function askParts(address: string, part?: Blob): Promise<number> {
  const answer = await fetch(address, {
    signal: signalAfter(TIMEOUT_MS),
    ...(part ? { method: "POST", body: part } : {}),
  });
  const { received } = (await readAnswer(answer)) as { received: number };
  return received;
}

/**
 * Throws where the line was lost, `FailedError` where the shop failed, `LaterError` where it says when to ask again, and
 * `NotTakenError` where asking again would not help.
 */
async function readAnswer(answer: Response): Promise<unknown> {
  if (answer.status === 429 || answer.status === 507) {
    throw new LaterError(1_000 * (Number(answer.headers.get("Retry-After")) || 60));
  }
  if (answer.status === 413) throw new LargeError("answered 413");
  if (answer.status >= 500) throw new FailedError(`answered ${answer.status}`);
  const isOurs = answer.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  if (!answer.ok || !isOurs) {
    const ledTo = answer.redirected ? new URL(answer.url).pathname : "";
    throw new NotTakenError(`answered ${answer.status}`, ledTo);
  }
  return answer.json();
}

/** `AbortSignal.timeout`, which browsers of a few years ago lack. */
function signalAfter(ms: number): AbortSignal {
  if ("timeout" in AbortSignal) return AbortSignal.timeout(ms);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

/** Sends what was kept, and reads what became of it. Throws as `readAnswer`. */
export async function postKept(place: string, kept: unknown): Promise<unknown> {
  const answer = await fetch(place, {
    signal: signalAfter(TIMEOUT_MS),
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(kept),
  });
  return readAnswer(answer);
}

/** One page of the phone at a time; nothing where another is at it. */
export async function sendAlone<Taken>(
  name: string,
  send: () => Promise<Taken[]>,
): Promise<Taken[]> {
  return navigator.locks
    ? navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? send() : []))
    : send();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
