import { present } from "~/platform/invariant";
import { now } from "~/platform/clock.server";
import { rawReader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { noteReads } from "~/platform/table-versions.server";
import {
  findHousehold,
  findOnSale,
  readChanges,
  readCommunes,
  readHouseholds,
  readLastChange,
  readOnSale,
} from "./read-shelf.sqlite.server";
import { Shelf } from "./shelf";

type Database = ReturnType<typeof rawReader>;
type Kept = { database: Database; shelf: Shelf; lastChange: number };

/** A change that means everything: a household or a commune has another name. */
const EVERYTHING = 0;
/** With more changes than this at once, reading everything anew is quicker. */
const CHANGES_MAX = 10_000;

/** What the shelf is made of. */
const READ = ["products", "households", "certificates", "communes", "former_communes"];

let kept: Kept | null = null;

/**
 * The shelf as the database has it at this moment: read once, then brought up to date by `shelf_changes`, which
 * the database itself writes in the transaction of whoever changes what is on sale, in this process or another.
 */
export function currentShelf(): Shelf {
  noteReads(READ);
  const database = rawReader();
  if (kept?.database !== database || !catchUp(kept)) kept = load(database);
  kept.shelf.on(localDateOf(now()));
  return kept.shelf;
}

function load(database: Database): Kept {
  // First of all: what changes while the rest is read is then read once more.
  const lastChange = readLastChange(database);
  const shelf = new Shelf(readCommunes(database), readHouseholds(database));
  for (const row of readOnSale(database)) {
    meetSeller(database, shelf, row.householdId);
    shelf.put(row);
  }
  shelf.settle();
  return { database, shelf, lastChange };
}

/** False when the shelf must be read anew. */
function catchUp(current: Kept): boolean {
  const { database, shelf } = current;
  const changes = readChanges(database, current.lastChange, CHANGES_MAX + 1);
  const [first] = changes;
  if (!first) return true;
  // Older changes are swept away; numbers never come twice, so a gap means that some were missed.
  if (changes.length > CHANGES_MAX || first.seq !== current.lastChange + 1) return false;
  for (const searchId of new Set(changes.map((change) => change.searchId))) {
    if (searchId === EVERYTHING || !bringUpToDate(database, shelf, searchId)) return false;
  }
  current.lastChange = present(changes.at(-1), "there was a first").seq;
  return shelf.isCompact;
}

function bringUpToDate(database: Database, shelf: Shelf, searchId: number): boolean {
  const row = findOnSale(database, searchId);
  if (!row) {
    shelf.remove(searchId);
    return true;
  }
  meetSeller(database, shelf, row.householdId);
  if (!shelf.mayPut(row)) return false;
  shelf.put(row);
  return true;
}

/** A household that came after the shelf was read. */
function meetSeller(database: Database, shelf: Shelf, householdId: string): void {
  if (shelf.knowsHousehold(householdId)) return;
  shelf.addHousehold(present(findHousehold(database, householdId), "a product has a household"));
}
