import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "~/domain/identity/permissions";
import { resources } from "~/locales/resources";
import { isMessageKey } from "~/web/i18n";

/** The rules of app/README.md that can be read off the repository itself. */

const root = process.cwd();

function allFilesUnder(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function filesUnder(folder: string, pattern: RegExp): string[] {
  return allFilesUnder(folder, pattern).filter((file) => !/\.test\.tsx?$/.test(file));
}

const read = (file: string) => readFileSync(file, "utf8");
const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");

describe("languages", () => {
  it.each(Object.keys(resources.vi) as (keyof typeof resources.vi)[])(
    "%s has the same keys in every language",
    (room) => {
      const keys = (language: "vi" | "en") =>
        [...new Set(Object.keys(resources[language][room]).map(withoutPlural))].toSorted();
      expect(keys("en")).toEqual(keys("vi"));
    },
  );

  it("has the same values to fill in, in every language", () => {
    const holes = (text: string) =>
      [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? "").toSorted();
    const different: string[] = [];
    for (const [room, messages] of Object.entries(resources.vi)) {
      const english: Record<string, string> = resources.en[room as keyof typeof resources.en];
      for (const [key, text] of Object.entries<string>(messages)) {
        const other = english[key] ?? english[`${withoutPlural(key)}_other`] ?? "";
        if (holes(text).join() !== holes(other).join()) different.push(`${room}.${key}`);
      }
    }
    expect(different).toEqual([]);
  });

  it("has no empty text", () => {
    const empty = Object.values(resources)
      .flatMap((rooms) => Object.entries<Record<string, string>>(rooms))
      .flatMap(([room, messages]) =>
        Object.entries(messages)
          .filter(([, text]) => text.trim() === "")
          .map(([key]) => `${room}.${key}`),
      );
    expect(empty).toEqual([]);
  });

  it("has a text for every code that a room can fail with and every message of a form", () => {
    const codes = new Set<string>();
    for (const file of filesUnder("app/domain", /\.tsx?$/)) {
      for (const match of read(file).matchAll(/\bfail\(\s*"([a-z0-9_]+)"/g))
        codes.add(match[1] ?? "");
    }
    for (const file of filesUnder("app/domain", /^forms.*\.ts$/)) {
      for (const match of read(file).matchAll(
        /\b(?:error|message|missing|long|short): "([a-z0-9_]+)"/g,
      )) {
        codes.add(match[1] ?? "");
      }
    }
    expect(codes.size).toBeGreaterThan(10);
    expect([...codes].filter((code) => !isMessageKey(`errors.${code}`))).toEqual([]);
  });
});

describe("nothing is left over", () => {
  it("every text is shown somewhere", () => {
    const sources = filesUnder("app", /\.(tsx?|js)$/).map(read);
    const literals = new Set(
      sources.flatMap((text) => [...text.matchAll(/["'`]([\w.]+)["'`]/g)].map((match) => match[1])),
    );
    // Keys made at run time: `orders.status_${status}`.
    const beginnings = sources.flatMap((text) =>
      [...text.matchAll(/`([a-z]+\.\w+)\$\{/g)].map((match) => match[1] ?? ""),
    );
    const unused = Object.entries(resources.vi).flatMap(([room, messages]) =>
      Object.keys(messages)
        .map(withoutPlural)
        .filter((key) => !literals.has(room === "errors" ? key : `${room}.${key}`))
        .map((key) => `${room}.${key}`)
        .filter((key) => !beginnings.some((beginning) => key.startsWith(beginning))),
    );
    expect(unused).toEqual([]);
  });

  it("every exported function and value of a room, a picture or the web is named in another file", () => {
    const files = ["app", "db", "e2e"].flatMap((folder) => allFilesUnder(folder, /\.(tsx?|mjs)$/));
    const namedIn = new Map<string, number>();
    for (const file of files) {
      for (const word of new Set(read(file).match(/\w+/g))) {
        namedIn.set(word, (namedIn.get(word) ?? 0) + 1);
      }
    }
    const unused = ["app/domain", "app/ui", "app/web", "db"]
      .flatMap((folder) => filesUnder(folder, /\.tsx?$/))
      .flatMap((file) =>
        [...read(file).matchAll(/^export (?:async )?(?:function|const|let|class) (\w+)/gm)]
          .map((match) => match[1] ?? "")
          .filter((name) => namedIn.get(name) === 1)
          .map((name) => `${basename(file)}: ${name}`),
      );
    expect(unused).toEqual([]);
  });
});

/** Doors that ask for no permission, each because everyone may enter. */
const PUBLIC_DOORS = [
  "$.tsx",
  "_store.tsx",
  "_store._index.tsx",
  "_store.cart.tsx",
  "_store.cart_.items.ts",
  "_store.checkout.tsx",
  "_store.collections.$collectionSlug.tsx",
  "_store.collections._index.tsx",
  "_store.communes.$commune.tsx",
  "_store.communes._index.tsx",
  "_store.consents.$delegationCode.tsx",
  "_store.contracts.$contractCode.tsx",
  "_store.contracts.$contractCode_.$contractFile.ts",
  "_store.contracts.$contractCode_.print.tsx",
  "_store.contracts.$contractCode_.signature.tsx",
  "_store.households.$householdSlug.tsx",
  "_store.households.$householdSlug_.price-request.tsx",
  "_store.lessons.$lessonSlug.tsx",
  "_store.training.tsx",
  "_store.links.$purchaseCode.ts",
  "_store.offline.tsx",
  "offline.listing.tsx",
  "offline.sheets.tsx",
  "_store.sign-in_.helper-code.tsx",
  "_store.lots.$lotCode.tsx",
  "_store.lots._index.tsx",
  "_store.orders._index.tsx",
  "_store.orders.$orderCode.tsx",
  "_store.orders.$orderCode_.cancellation.tsx",
  "_store.orders.$orderCode_.browser.ts",
  "_store.orders.$orderCode_.card.tsx",
  "_store.orders.$orderCode_.cart.ts",
  "_store.orders.$orderCode_.data[.]json.ts",
  "_store.contracts.$contractCode_.data[.]json.ts",
  "_store.preorders.$preorderCode_.data[.]json.ts",
  "_store.orders.$orderCode_.print.tsx",
  "_store.orders.$orderCode_.receipt.ts",
  "_store.orders.$orderCode_.refund-account.tsx",
  "_store.orders.$orderCode_.returns.$returnCode.tsx",
  "_store.orders.$orderCode_.returns.new.tsx",
  "_store.orders.$orderCode_.lines.$lineItemId.review.tsx",
  "_store.orders.$orderCode_.proofs.$subOrderCode.ts",
  "_store.orders.$orderCode_.status[.]json.ts",
  "_store.orders.$orderCode_.method.tsx",
  "_store.orders.$orderCode_.transfer-claim.tsx",
  "_store.orders.$orderCode_.files.$fileHash.ts",
  "_store.orders.$orderCode_.$qrFile.ts",
  "_store.preorders.$preorderCode.tsx",
  "_store.products._index.tsx",
  "_store.products.$productSlug.tsx",
  "_store.products.$productSlug_.preorder.tsx",
  "_store.products.$productSlug_.questions.tsx",
  "_store.products.$productSlug_.reviews.tsx",
  "_store.products.$productSlug_.wish.ts",
  "_store.products.suggestions[.]json.ts",
  "_store.register.tsx",
  "_store.sign-in.tsx",
  "_store.sign-in_.second-step.tsx", // an officer whose password was right; the halfway cookie says whose
  "_store.sign-in_.code.tsx", // whoever has the phone
  "_store.sign-in_.code_.$codeId.tsx", // whoever was sent its digits
  "_store.sign-up.tsx",
  "_store.shipping.tsx",
  "_store.terms.$termsNumber.tsx",
  "_store.terms._index.tsx",
  "_store.wanted.tsx",
  "_store.simulator.bank.tsx",
  "_store.simulator.messages.tsx",
  "_store.statistics.tsx",
  "_store.statistics_.breakdown[.]csv.ts",
  "_store.statistics_.chart[.]svg.ts",
  "_store.statistics_.map[.]svg.ts",
  "_store.statistics_.method.tsx",
  "_store.statistics_.ranking.tsx",
  "_store.statistics_.ranking[.]csv.ts",
  "_store.statistics_.data.tsx",
  "_store.statistics_.data_.$dataFile.ts",
  "_store.statistics_.catalog[.]jsonld.ts",
  "api.v1.codes.ts",
  "api.v1.observations.ts", // whoever has a key
  "api.v1.openapi[.]json.ts",
  "api.v1.revisions.ts", // whoever has a key
  "feed[.]xml.ts",
  "healthz.ts",
  "households.$householdSlug.$cardFile.ts",
  "manifest[.]webmanifest.ts",
  "o.$token.ts",
  "products.$productSlug.$cardFile.ts",
  "robots[.]txt.ts",
  "service-worker[.]js.ts",
  "sign-out.ts",
  "sitemap[.]xml.ts",
  "sitemaps.$part.ts",
];

describe("doors", () => {
  const doors = filesUnder("app/routes", /\.tsx?$/);

  it("ask for a permission in every loader and action, or stand on the public list", () => {
    const open = doors.filter((door) => {
      if (PUBLIC_DOORS.includes(basename(door))) return false;
      const text = read(door);
      const entrances = [
        ...text.matchAll(/export (?:async )?(?:function|const) (loader|action)\b/g),
      ];
      const asked = [...text.matchAll(/requirePermission\(/g)];
      return entrances.length > asked.length;
    });
    expect(open.map((door) => basename(door))).toEqual([]);
  });

  it("are the ones on the public list", () => {
    const names = new Set(doors.map((door) => basename(door)));
    expect(PUBLIC_DOORS.filter((door) => !names.has(door))).toEqual([]);
  });

  it("use every permission somewhere, and the browser tests name each", () => {
    const text = doors.map(read).join("\n");
    const journeys = read(join(root, "e2e/journeys/permissions.spec.ts"));
    const permissions = Object.keys(PERMISSIONS);
    expect(permissions.filter((permission) => !text.includes(`"${permission}"`))).toEqual([]);
    expect(permissions.filter((permission) => !journeys.includes(`"${permission}"`))).toEqual([]);
  });
});

/** Rules and pictures that are no commands and cannot be plain `<noun>.ts`, because they use Node's crypto or files. */
const NOUNS_THAT_NEED_NODE = [
  "bank-secrets",
  "buyer-reach",
  "casso-signature",
  "checkout-key",
  "line-hashes",
  "link-key",
  "payos-signature",
  "sepay-signature",
  "stripe-signature",
  "vietqr-svg",
];

describe("rooms", () => {
  it("name each command's one function as its file", () => {
    const wrong = filesUnder("app/domain", /^[a-z]+-[a-z-]+\.server\.ts$/)
      .filter((file) => !basename(file).startsWith("queries-"))
      .filter((file) => !NOUNS_THAT_NEED_NODE.includes(basename(file, ".server.ts")))
      .filter((file) => {
        const name = basename(file, ".server.ts").replaceAll(/-(\w)/g, (_, letter: string) =>
          letter.toUpperCase(),
        );
        return !new RegExp(`export (async )?function ${name}\\b`).test(read(file));
      });
    expect(wrong.map((file) => basename(file))).toEqual([]);
  });
});

describe("database", () => {
  const migrations = filesUnder("db/migrations", /\.sql$/)
    .map(read)
    .join("\n");

  it("checks that every _vnd column holds an integer", () => {
    const unchecked: string[] = [];
    for (const file of filesUnder("db/schema", /\.ts$/)) {
      for (const match of read(file).matchAll(/\bvnd\("(\w+)"\)/g)) {
        if (!new RegExp(`typeof\\("\\w+"\\."${match[1]}"\\) = 'integer'`).test(migrations)) {
          unchecked.push(`${basename(file)}: ${match[1]}`);
        }
      }
    }
    expect(unchecked).toEqual([]);
  });

  it("ends money columns with _vnd and nothing else", () => {
    const wrong = filesUnder("db/schema", /\.ts$/).flatMap((file) =>
      [...read(file).matchAll(/\bvnd\("(\w+)"\)/g)]
        .map((match) => match[1] ?? "")
        .filter((column) => !column.endsWith("_vnd")),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    "audit_entries",
    "household_events",
    "product_events",
    "former_product_slugs",
    "order_events",
    "lot_events",
    "document_events",
    "recall_contacts",
    "documents",
    "line_items",
    "ledger_accounts",
    "transfers",
    "bank_transactions",
    "bank_transaction_conflicts",
    "bank_transaction_sightings",
    "unreadable_notices",
    "unreadable_outcomes",
    "card_attempts",
    "card_charges",
    "card_refunds",
    "card_disputes",
    "card_events",
    "retail_totals",
    "source_files",
    "channel_sales",
    "shipping_tariffs",
    "post_events",
    "return_events",
    "contracts",
    "contract_asks",
    "contract_versions",
    "contract_lines",
    "contract_confirmations",
    "contract_signatures",
    "contract_checkouts",
    "contract_events",
    "harvests",
    "preorders",
    "preorder_events",
    "payee_events",
    "payout_batches",
    "payout_orders",
    "wallet_reports",
    "reconciliation_runs",
    "reconciliation_balances",
    "reconciliation_differences",
    "reconciliation_notes",
    "bank_openings",
    "told_balances",
    "joining_items",
    "joining_steps",
    "certificates",
    "certificate_steps",
    "seller_terms",
    "terms_acceptances",
    "helper_targets",
    "commune_targets",
    "sales_targets",
    "training_sessions",
    "training_events",
    "training_attendances",
    "supply_case_steps",
    "request_terms",
    "compliance_requests",
    "compliance_steps",
    "duty_terms",
    "household_suspensions",
    "supply_matches",
    "release_steps",
    "release_outcomes",
    "commune_shapes",
    "map_choices",
  ])("refuses to change or delete a row of %s", (table) => {
    expect(migrations).toMatch(new RegExp(`BEFORE UPDATE( OF [\\w, ]+)? ON ${table}\\b`));
    expect(migrations).toMatch(new RegExp(`BEFORE DELETE ON ${table}\\b`));
  });
});

describe("workplace", () => {
  it("keeps the lock file free of registry addresses", () => {
    expect(read(join(root, "package-lock.json"))).not.toMatch(/"resolved": "https?:/);
  });
});
