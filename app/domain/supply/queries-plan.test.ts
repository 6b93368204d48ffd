import { expect, it } from "vitest";
import { databaseFile, useDatabaseFile } from "~/platform/db.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { listFreeDemands, listHarvests } from "./queries-cases.server";

it("finds harvests and demands of a kind by its name, however many there are of others", async () => {
  const close = openTestDatabase();
  const { reader } = useDatabaseFile(databaseFile());
  const asked: string[] = [];
  const prepare = reader.prepare.bind(reader);
  reader.prepare = ((text: string) => {
    asked.push(text);
    return prepare(text);
  }) as typeof prepare;
  const ofKind = { produceKey: "cam sanh", fromOn: "2026-12-01" };
  await listHarvests(ofKind);
  await listFreeDemands(ofKind);
  const steps = asked
    .filter((text) => text.startsWith("select"))
    .flatMap((text) =>
      prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
        .all(...Array.from(text.matchAll(/\?/g), () => null))
        .map(({ detail }) => detail),
    );
  const of = (table: string) => steps.filter((step) => step.includes(` ${table} USING`));
  expect(of("supply_declarations")).toContainEqual(
    expect.stringContaining("SEARCH supply_declarations USING INDEX supply_declarations_produce"),
  );
  expect(of("supply_demands")).toContainEqual(
    expect.stringContaining("SEARCH supply_demands USING INDEX supply_demands_produce"),
  );
  close();
});
