/** Stands in every text of what belongs to one household alone. */
export const SECRET = "chỉ của một hộ";

type Value = string | number | null;
/** A database file that is open beside the shop's. */
type OpenFile = {
  pragma: (source: string) => unknown;
  exec: (sql: string) => unknown;
};
type Column = { name: string; type: string; notnull: 0 | 1; dflt_value: string | null };

/** Texts that are read as JSON. */
const JSON_TEXTS: Record<string, string> = {
  answers: "{}",
  counts: "{}",
  plan: "{}",
  files: "[]",
  flags: "[]",
  lessons: "[]",
  widths: "[]",
};

/** What a test puts into tables, whatever else a real row has to say: a text is `words`, a number 1. */
function inserter(file: OpenFile) {
  return (table: string, given: Record<string, Value>, words = SECRET): void => {
    const columns = file.pragma(`table_info(${table})`) as Column[];
    const row = columns
      .filter(({ name, notnull, dflt_value }) => name in given || (notnull && dflt_value === null))
      .map(({ name, type }) => [
        name,
        given[name] ?? JSON_TEXTS[name] ?? (/text/i.test(type) ? words : 1),
      ]);
    const names = row.map(([name]) => `"${name}"`).join(", ");
    const values = row.map(([, value]) => literal(value ?? null)).join(", ");
    file.exec(`insert into "${table}" (${names}) values (${values})`);
  };
}

const literal = (value: Value) =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);

type Owner = { householdId: string; userId: string };
type Known = { productId: string; orderId: string; communeCode: string };

const id = (kind: string) => `${kind}_${"7".repeat(32)}`;

/** By the parameter of the address. */
const NAMES = {
  contractCode: "HD-7777777",
  contractFile: "contract.pdf",
  codeId: id("pcd"),
  itemId: id("jit"),
  listingId: id("prd"),
  documentId: id("doc"),
  photoId: id("pho"),
  importId: id("imp"),
  returnCode: "TR7777777",
  postId: id("pst"),
  takingId: id("stk"),
  declarationId: id("shd"),
  matchId: id("smt"),
  sessionCode: "LOP7777",
  pointId: id("ppt"),
  joiningStepId: id("jst"),
  photoHash: "7".repeat(64),
  tableFile: "products.csv",
  lessonSlug: "good-photo",
  screen: "name",
};

/**
 * Gives a household one of each thing that doors are asked for by its name, with `SECRET` in it; answers the names, by the
 * parameter of the address. They need not be possible: whoever has no business with them may not come so far.
 */
export function insertOwnedRows(
  file: OpenFile,
  owner: Owner,
  known: Known,
): Record<string, string> {
  file.pragma("foreign_keys = off");
  file.pragma("ignore_check_constraints = on");
  const insert = inserter(file);
  const day = "2026-11-20";
  const { userId: user_id, householdId: household_id } = owner;
  const { productId: product_id, orderId: order_id, communeCode: commune_code } = known;
  const of = { household_id };
  insert("contracts", {
    ...of,
    id: id("ctr"),
    code: "HD-7777777",
    status: "requested",
    commune_code,
  });
  insert("entry_codes", { ...of, id: id("pcd"), user_id, made_by_id: user_id, made_at: 1 });
  insert("joining_items", { id: id("jit"), kind: "verified", retired_at: null }, "mục chung");
  const step = { item_id: id("jit"), step: "sent", reason: SECRET, actor_id: user_id };
  insert("joining_steps", { ...of, ...step, id: id("jst") });
  insert("listing_drafts", { ...of, id: id("prd"), user_id });
  const paper = { kind: "food_safety", issued_on: day, expires_on: null, status: "valid" };
  insert("documents", { ...of, ...paper, id: id("doc") });
  insert("photos", { id: id("pho"), product_id });
  insert("product_imports", { ...of, id: id("imp"), uploaded_by_id: user_id, status: "checked" });
  insert("product_import_rows", { import_id: id("imp"), position: 1 });
  const request = { code: "TR7777777", status: "open", refunded_on: null };
  insert("return_requests", { ...request, id: id("rtn"), order_id });
  const post = { kind: "review", status: "published", language: "vi", product_id };
  insert("posts", { ...of, ...post, id: id("pst") });
  const taking = { taken_on: day, way: "cash", noted_by_id: user_id };
  insert("stall_takings", { ...of, ...taking, id: id("stk") });
  const days = { from_on: day, to_on: day };
  const declared = { declared_by_id: user_id, first_id: id("shd"), produce_name: "Mía" };
  insert("supply_declarations", { ...of, ...days, ...declared, id: id("shd") });
  insert("supply_demands", { ...days, id: id("sdm"), contact: SECRET }, "nhu cầu chung");
  insert("supply_cases", { ...days, id: id("scs") }, "việc chung");
  const match = { case_id: id("scs"), declaration_id: id("shd"), demand_id: id("sdm") };
  insert("supply_matches", { ...match, id: id("smt") });
  const session = { code: "LOP7777", held_on: day, status: "planned", commune_code };
  insert("training_sessions", { ...session, id: id("trs") }, "lớp chung");
  const attendance = { session_id: id("trs"), person_name: SECRET, writer_id: user_id };
  insert("training_attendances", { ...of, ...attendance, id: id("tat"), erased_at: null });
  const points = JSON.stringify([{ id: id("ppt"), name: SECRET, address: SECRET, hours: SECRET }]);
  const where = `where id = ${literal(household_id)}`;
  file.exec(`update households set pickup_points = ${literal(points)} ${where}`);
  return NAMES;
}
