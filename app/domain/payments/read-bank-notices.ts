import type { BankNotice, NoticeProvider } from "./bank-notice";
import { isCassoSample, parseCassoLine, parseCassoRow } from "./casso-notice";
import { isPayosSample, parsePayosNotice } from "./payos-notice";
import { parseSepayNotice } from "./sepay-notice";

/** A line of the bank as a provider told it, or what of its message could not be read as one. */
export type ToldLine =
  | { kind: "line"; notice: BankNotice; rawBody: string }
  | { kind: "unreadable"; fields: string; rawBody: string };

type Parsed = ReturnType<typeof parseSepayNotice>;

export function toldLine(parsed: Parsed, rawBody: string): ToldLine {
  return parsed.ok
    ? { kind: "line", notice: parsed.value, rawBody }
    : { kind: "unreadable", fields: String(parsed.detail?.["fields"] ?? ""), rawBody };
}

/**
 * What a genuine notice tells: one line, several with Casso's first version, none where a provider only tries the
 * address. Nothing is passed over: what cannot be read comes out as that.
 */
export function readBankNotices(provider: NoticeProvider, text: string): ToldLine[] {
  const payload = parseNoticeJson(text);
  switch (provider) {
    case "sepay":
      return [toldLine(parseSepayNotice(payload), text)];
    case "payos":
      return isPayosSample(payload) ? [] : [toldLine(parsePayosNotice(payload), text)];
    case "casso":
      return readCasso(payload, text);
  }
}

function readCasso(payload: unknown, text: string): ToldLine[] {
  const data = cassoData(payload);
  if (!Array.isArray(data))
    return isCassoSample(data) ? [] : [toldLine(parseCassoLine(data), text)];
  return data
    .filter((row) => !isCassoSample(row))
    .map((row) => toldLine(parseCassoRow(row), JSON.stringify(row)));
}

/** Null where Casso says that something went wrong. */
function cassoData(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null) return null;
  const { error, data }: { error?: unknown; data?: unknown } = payload;
  return error === 0 ? data : null;
}

/** Null for what is no JSON, as for the word. */
export function parseNoticeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
