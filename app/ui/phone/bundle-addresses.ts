/* oxlint-disable import/default -- addresses of bundles, not modules */
import agentPhoneUrl from "./agent-phone.ts?worker&url";
import deskPhoneUrl from "./desk-phone.ts?worker&url";
import listingPhoneUrl from "./listing-phone.ts?worker&url";
import sendFilesUrl from "./send-files.ts?worker&url";
import sheetsPhoneUrl from "./sheets-phone.ts?worker&url";

/** Where the built scripts of phones lie. */
export { agentPhoneUrl, deskPhoneUrl, listingPhoneUrl, sendFilesUrl, sheetsPhoneUrl };
