import "@remix-run/node";
import type { Language } from "~/platform/language";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  /** What the server process tells every loader and action (app/server/handle-request.ts). */
  interface AppLoadContext {
    /** From the address: `/en/...` is English. Null where the address does not say (desks). */
    addressLanguage: Language;
    /** The path as the person sees it, with its language prefix. */
    visiblePath: string;
    /** What its subscriber has of the network, to count by: see `networkOf`. */
    clientNetwork: string;
    /** A form is answered: the page's loaders run after its action, and see a request that only reads. */
    isForm?: boolean;
    /** Of this request: shown on the page of a failure and written to the log. */
    reference: string;
    /** Of this build: what a page loads, and a word that changes with it. */
    assets?: { version: string; styles: readonly string[] };
    /** What a door refused without words; its page is made at an address that has none. */
    failedStatus?: number;
  }
}
