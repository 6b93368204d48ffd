import { createHash } from "node:crypto";
import { fold } from "../../../app/platform/fold";
import { newId } from "../../../app/platform/ids";
import type { Connection } from "../../connect";
import { auditEntries } from "../../schema/audit";
import { formerCommunes } from "../../schema/places";
import { prepareInsert } from "../insert-rows";
import { atomically, SeedError, seedStateOf } from "../seed-state";
import { readCommuneList, type CommuneList } from "./read-commune-list";
import type { CommuneName } from "./read-package";

export type CommuneImport = {
  added: CommuneName[];
  /** With the name they had. */
  changed: (CommuneName & { oldName: string })[];
  removed: CommuneName[];
  /** Not in the list, but households or orders name them, so they stay. */
  kept: CommuneName[];
};

/**
 * Makes the communes those of an official list, in one transaction: all of it or nothing. A commune that is not in
 * the list any more becomes a former commune, unless a household or an order is there: then it stays and is reported.
 * Throws `SeedError` that says which lines are wrong.
 * @param content the CSV file as read
 * @param now milliseconds, for the audit entry
 */
export function importCommunes(
  connection: Connection,
  content: Uint8Array,
  now: number,
): CommuneImport {
  if (seedStateOf(connection) === "empty") {
    throw new SeedError(
      "The database has no places yet: run `npm run seed` or start the server first.",
    );
  }
  const read = readCommuneList(content);
  if (!read.ok) throw new SeedError(["Nothing was imported.", ...read.errors].join("\n"));
  return atomically(connection, () => {
    const plan = planImport(connection, read.list);
    keepOldNames(connection, plan);
    writeList(connection, read.list);
    removeCommunes(connection, plan);
    recordImport(connection, { plan, content, now });
    return plan;
  });
}

function planImport({ writer }: Connection, list: CommuneList): CommuneImport {
  const current = writer
    .prepare<[], CommuneName>("SELECT code, name, province_code AS provinceCode FROM communes")
    .all();
  const currentByCode = new Map(current.map((commune) => [commune.code, commune]));
  const codes = new Set(list.communes.map((commune) => commune.code));
  const gone = current.filter((commune) => !codes.has(commune.code));
  if (gone.length * 2 > current.length) {
    throw new SeedError(
      `Nothing was imported.\nThe list has ${codes.size} communes and lacks ${gone.length} of the ${current.length} known ones: it looks cut off.`,
    );
  }
  const isUsed = writer
    .prepare<[string, string], number>(
      `SELECT EXISTS (SELECT 1 FROM households WHERE commune_code = ?)
           OR EXISTS (SELECT 1 FROM checkouts WHERE commune_code = ?)`,
    )
    .pluck();
  const used = gone.filter((commune) => isUsed.get(commune.code, commune.code) === 1);
  return {
    added: list.communes.filter((commune) => !currentByCode.has(commune.code)),
    changed: list.communes.flatMap((commune) => {
      const old = currentByCode.get(commune.code);
      const isSame =
        !old || (old.name === commune.name && old.provinceCode === commune.provinceCode);
      return isSame ? [] : [{ ...commune, oldName: old.name }];
    }),
    removed: gone.filter((commune) => !used.includes(commune)),
    kept: used,
  };
}

function writeList({ writer }: Connection, list: CommuneList) {
  const putProvince = writer.prepare(
    `INSERT INTO provinces (code, name, name_folded) VALUES (?, ?, ?)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded`,
  );
  for (const { code, name } of list.provinces) putProvince.run(code, name, fold(name));
  const putCommune = writer.prepare(
    `INSERT INTO communes (code, province_code, name, name_folded) VALUES (?, ?, ?, ?)
     ON CONFLICT (code) DO UPDATE SET
       province_code = excluded.province_code, name = excluded.name, name_folded = excluded.name_folded`,
  );
  for (const { code, name, provinceCode } of list.communes) {
    putCommune.run(code, provinceCode, name, fold(name));
  }
}

/** Names that are gone stay findable. */
function keepOldNames(connection: Connection, plan: CommuneImport) {
  const { writer } = connection;
  const provinceName = writer
    .prepare<[string], string>("SELECT name FROM provinces WHERE code = ?")
    .pluck();
  const insert = prepareInsert(connection, formerCommunes);
  const keep = (commune: CommuneName, communeCode: string | null) => {
    const province = provinceName.get(commune.provinceCode) ?? "";
    insert({
      id: newId("frm"),
      code: commune.code,
      name: commune.name,
      districtName: "", // there are none since 1 July 2025
      provinceName: province,
      searchFolded: fold(`${commune.name} ${province}`),
      communeCode,
    });
  };
  for (const commune of plan.changed) {
    if (fold(commune.name) !== fold(commune.oldName)) {
      keep({ ...commune, name: commune.oldName }, commune.code);
    }
  }
  for (const commune of plan.removed) keep(commune, null);
}

function removeCommunes({ writer }: Connection, plan: CommuneImport) {
  const untie = writer.prepare(
    "UPDATE former_communes SET commune_code = NULL WHERE commune_code = ?",
  );
  const remove = writer.prepare("DELETE FROM communes WHERE code = ?");
  for (const { code } of plan.removed) {
    untie.run(code);
    remove.run(code);
  }
  writer.exec(
    "DELETE FROM provinces WHERE NOT EXISTS (SELECT 1 FROM communes WHERE province_code = provinces.code)",
  );
}

function recordImport(
  connection: Connection,
  { plan, content, now }: { plan: CommuneImport; content: Uint8Array; now: number },
) {
  prepareInsert(
    connection,
    auditEntries,
  )({
    id: newId("aud"),
    occurredAt: now,
    actorId: null,
    actorKind: "system",
    onBehalfOfId: null,
    action: "commune_list.import",
    subjectKind: "commune_list",
    subjectId: createHash("sha256").update(content).digest("hex"),
    before: null,
    after: {
      added: plan.added.map((commune) => commune.code),
      changed: plan.changed.map((commune) => commune.code),
      removed: plan.removed.map((commune) => commune.code),
      kept: plan.kept.map((commune) => commune.code),
    },
  });
}
