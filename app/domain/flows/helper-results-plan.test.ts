import { afterEach, beforeEach, expect, it } from "vitest";
import { listHelperResults } from "~/domain/households/queries-helpers.server";
import { databaseFile, useDatabaseFile } from "~/platform/db.server";
import { openTestDatabase } from "~/platform/test-database.server";

let close: () => void;
beforeEach(() => {
  close = openTestDatabase();
});
afterEach(() => close());

it("counts what helpers did by what is counted, however long the log is", async () => {
  // Opened anew, so that every statement is built where it is heard.
  const { reader } = useDatabaseFile(databaseFile());
  const asked = new Set<string>();
  const prepare = reader.prepare.bind(reader);
  reader.prepare = ((text: string) => {
    asked.add(text);
    return prepare(text);
  }) as typeof prepare;
  expect(await listHelperResults()).toEqual([]);

  const texts = [...asked].filter((text) => text.includes('"audit_entries"'));
  const plans = texts.map((text) =>
    prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
      .all(...Array.from(text.matchAll(/\?/g), () => null))
      .map(({ detail }) => detail)
      .find((detail) => detail.includes("audit_entries")),
  );
  expect(plans).toEqual([
    expect.stringContaining("audit_entries_behalf_action (action=? AND actor_kind=?)"),
    expect.stringContaining("audit_entries_behalf_recent (actor_kind=? AND occurred_at>?)"),
    expect.stringContaining(
      "audit_entries_behalf (on_behalf_of_id=? AND occurred_at>? AND occurred_at<?)",
    ),
  ]);
});
