import type { Language } from "~/platform/language";
import { inLanguage, withQuery, type Query } from "./with-query";

/** `next`: the page to come back to; `send`: the address that a form was for, to be sent there once the agent works for the household. */
type ActingQuery = { household: string; next?: string; send?: string };

/** The addresses of agents, and those by which households and the department keep an eye on them. */
export const helperPaths = {
  agentDesk: (query?: Query) => withQuery("/agent", query),
  /** Where an agent says for which household the next pages are, or for none; asks it of one whose page came up. */
  acting: (query?: ActingQuery) => withQuery("/agent/acting", query),
  /** Where such a page's form is held with all that was typed, until the agent has said so. */
  heldForm: (query: ActingQuery) => withQuery("/agent/acting/form", query),
  /** Whom to ask: by phone. */
  helpedSearch: () => "/agent/consents",
  /** What to ask; `key`: the agent knew the household's phone. */
  newConsent: (query: Query) => withQuery("/agent/consents/new", query),
  /** Where an agent hands a household its first code; `query` as of `newConsent`. */
  handCode: (query: Query) => withQuery("/agent/households/code", query),
  agentConsent: (code: string, query?: Query) => withQuery(`/agent/consents/${code}`, query),
  agentConsentEnd: (code: string) => `/agent/consents/${code}/end`,
  /** To print and have signed. */
  consentSheet: () => "/agent/consent-sheet",
  /** To print, filled in by hand and brought in later. */
  registrationSheet: () => "/agent/registration-sheet",
  /** The page that types such sheets without a line. `place` is of its script. */
  sheetsOffline: (language: Language, place = "") =>
    inLanguage(language, "/offline/sheets") + (place === "" ? "" : `#${place}`),
  /** Where a phone sends such sheets, and before them their photos in parts, named by their SHA-256. */
  keptSheets: () => "/agent/households/kept",
  sheetParts: (hash: string) => `/agent/sheets/${hash}`,
  newHelpedHousehold: (query?: Query) => withQuery("/agent/households/new", query),
  /** Of the household that was told by SMS who helps it; `key` opens it. */
  consent: (language: Language, { code, ...query }: Query & { code: string }) =>
    inLanguage(language, `/consents/${code}`, query),
  householdHelpers: (query?: Query) => withQuery("/household/helpers", query),
  helperEnd: (code: string, query?: Query) => withQuery(`/household/helpers/${code}/end`, query),
  /** Digits that were handed to a household, and where it says that it asked for none. */
  entryCodes: (query?: Query) => withQuery("/household/entry-codes", query),
  entryCodeRefusal: (codeId: string, query?: Query) =>
    withQuery(`/household/entry-codes/${codeId}/refusal`, query),
  /** Where an officer hands a household digits to come in by. */
  giveEntryCode: (slug: string, query?: Query) =>
    withQuery(`/department/households/${slug}/entry-code`, query),
  departmentEntryRefusal: (slug: string, codeId: string) =>
    `/department/households/${slug}/entry-code/${codeId}/refusal`,
  phoneUndo: (slug: string, changeId: string) =>
    `/department/households/${slug}/phone-changes/${changeId}/undo`,
  departmentHelpers: (query?: Query) => withQuery("/department/helpers", query),
  departmentHelper: (code: string, query?: Query) =>
    withQuery(`/department/helpers/${code}`, query),
  /** A helper and what came of their work. */
  helperResult: (agentId: string, query?: Query) =>
    withQuery(`/department/helpers/agents/${agentId}`, query),
  newHelper: () => "/department/helpers/agents/new",
  helperPassword: (agentId: string) => `/department/helpers/agents/${agentId}/password`,
  helperRetirement: (agentId: string) => `/department/helpers/agents/${agentId}/retirement`,
  helperReopening: (agentId: string) => `/department/helpers/agents/${agentId}/reopening`,
  communeTarget: () => "/department/helpers/communes/new",
  departmentHelperSheet: (code: string) => `/department/helpers/${code}/sheet.jpg`,
} as const;
