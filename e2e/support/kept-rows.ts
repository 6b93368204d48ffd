import { join } from "node:path";
import Database from "better-sqlite3";

/** What changes by itself a moment later, who is signed in and what is told to whom; and what nobody can change. */
const NOBODYS = new Set([
  "sessions",
  "notices",
  "notice_feed",
  "health_marks",
  "bank_polls",
  "card_polls",
  "communes",
  "former_communes",
]);
/** What an entry of the shop's own timers says. */
const OWN_TIMERS = '"system"';
const MADE_ID = /^[a-z]+_[0-9a-f]{32}$/;

/** By table and number of the row, all that it says. */
type Rows = Map<string, string>;

/** The rows of a running shop's database, to see whether somebody changed one. */
export class KeptRows {
  readonly #file: Database.Database;
  #rows: Rows;
  #version: unknown;

  constructor(dataDir: string) {
    this.#file = new Database(join(dataDir, "cho-phien.sqlite"));
    this.#version = this.#readVersion();
    this.#rows = this.#read();
  }

  /**
   * Rows that are other than at the last look, as they were and as they are; `hasTimer` says that among them are those of
   * the shop's own timers.
   */
  look(): { changes: string[]; hasTimer: boolean } {
    const version = this.#readVersion();
    if (version === this.#version) return { changes: [], hasTimer: false };
    this.#version = version;
    const [before, after] = [this.#rows, this.#read()];
    this.#rows = after;
    const changes = [...new Set([...before.keys(), ...after.keys()])]
      .filter((key) => before.get(key) !== after.get(key))
      .map((key) => `${key}: ${before.get(key) ?? "-"} > ${after.get(key) ?? "-"}`);
    const isByTimers = (row: string) => row.startsWith("audit_entries") && row.includes(OWN_TIMERS);
    return { changes, hasTimer: changes.some(isByTimers) };
  }

  /** The household whose desk this phone opens. */
  householdOf(phone: string): string {
    const query = "select household_id from household_members where user_id = ?";
    return this.#file.prepare(query).pluck().get(this.#userOf(phone)) as string;
  }

  /** Who has this phone, their household, and the first column, which is the id, of each row that names one of them. */
  idsAround(phone: string): string[] {
    const userId = this.#userOf(phone);
    const around = [userId, this.householdOf(phone) ?? userId];
    const told = [...this.#read().values()]
      .filter((row) => around.some((id) => row.includes(id)))
      .map((row) => String((JSON.parse(row) as unknown[])[0]));
    return [...new Set([...around, ...told])].filter((id) => MADE_ID.test(id));
  }

  /** One more agent, with the password of another. */
  addAgent(phone: string, likePhone: string): void {
    this.#file
      .prepare(
        `insert into users (id, phone, full_name, password_hash, role, language, created_at, phone_proven_at)
         select id || '-2', ?, full_name, password_hash, role, language, created_at, phone_proven_at
         from users where phone = ?`,
      )
      .run(phone, likePhone);
  }

  #userOf(phone: string): string {
    return this.#file.prepare("select id from users where phone = ?").pluck().get(phone) as string;
  }

  /** Another number as soon as another connection has written. */
  #readVersion(): unknown {
    return this.#file.pragma("data_version", { simple: true });
  }

  #read(): Rows {
    const tables = this.#file
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '%search%'",
      )
      .pluck()
      .all() as string[];
    const rows: Rows = new Map();
    for (const table of tables.filter((name) => !NOBODYS.has(name))) {
      const query = this.#file.prepare(`select rowid, * from "${table}"`).raw();
      for (const [place, ...row] of query.iterate() as Iterable<unknown[]>) {
        rows.set(`${table} ${String(place)}`, JSON.stringify(row));
      }
    }
    return rows;
  }
}
