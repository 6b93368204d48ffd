import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { KeptListing, KeptSheet, OpenAgent, OpenDesk } from "./kept-types";

/** What a phone keeps until it has a line, and whose desk was open on it last (IndexedDB; `service-worker.js` knows it). */
interface Schema extends DBSchema {
  desk: { key: "last"; value: OpenDesk };
  listings: { key: string; value: KeptListing };
  agent: { key: "last"; value: OpenAgent };
  sheets: { key: string; value: KeptSheet };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

export function openPhone(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("cho-phien", 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore("desk");
        db.createObjectStore("listings", { keyPath: "id" });
      }
      db.createObjectStore("agent");
      db.createObjectStore("sheets", { keyPath: "id" });
    },
    // A page of a later build, open beside this one, must not wait for it.
    blocking: (_before, _after, event) => (event.target as IDBDatabase).close(),
  });
  return opened;
}
