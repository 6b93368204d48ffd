import type { PersonData } from "./types-export";

/**
 * Of a person's data what an authority may ask a market for: accounts, addresses, purchases and what goes with them. What
 * somebody only looked at or was told, and where they are signed in, is for the person alone.
 */
export function dataForAuthority(data: PersonData): object {
  const { savedProducts: _saved, notices: _told, toldBrowsers: _browsers, ...rest } = data;
  const { sessions: _sessions, ...asked } = rest;
  return asked;
}
