import { sql } from "drizzle-orm";
import {
  CHANNEL_METHODS,
  CHANNELS,
  GRADES,
  type Channel,
  type ChannelMethod,
  type Grade,
} from "../../app/domain/statistics/channel-lists";
import type { OfficeTable } from "../../app/domain/statistics/office-table";
import { RETAIL_KINDS, type RetailKind } from "../../app/domain/statistics/retail-stages";
import type { RetailRow } from "../../app/domain/statistics/retail-table";
import { SOURCE_FILE_TYPES, type SourceFileType } from "../../app/domain/statistics/source-file";
import {
  count,
  flag,
  id,
  instant,
  integerCheck,
  json,
  localDate,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { users } from "./identity";

/** A file that figures were taken from; it lies sealed in the private folder. Append-only (trigger). */
export const sourceFiles = table(
  "source_files",
  {
    id: id(),
    type: text("type").$type<SourceFileType>().notNull(),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(), // of what is kept
    byteCount: count("byte_count").notNull(),
    keptById: text("kept_by_id")
      .notNull()
      .references(() => users.id),
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [
    oneOf("source_files_type", t.type, SOURCE_FILE_TYPES),
    integerCheck("source_files_byte_count", t.byteCount, 1),
  ],
);

/**
 * What the province's sellers sold elsewhere, as the department compiled it. A correction is a new vintage of the same
 * record, a withdrawal a last one with its reason; the highest vintage counts. Append-only (trigger).
 */
export const channelSales = table(
  "channel_sales",
  {
    id: id(),
    recordId: text("record_id").notNull(), // the id of its first vintage
    vintage: count("vintage").notNull(), // from 1
    firstMonth: text("first_month").notNull(),
    lastMonth: text("last_month").notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    channelName: text("channel_name").notNull().default(""), // of `other` alone
    channelKey: text("channel_key").notNull(), // the same for the same channel, however its name is written
    kind: text("kind").$type<RetailKind>().notNull(),
    amountVnd: vnd("amount_vnd").notNull(), // of all its months together
    method: text("method").$type<ChannelMethod>().notNull(),
    grade: text("grade").$type<Grade>().notNull(),
    source: text("source").notNull(),
    receivedOn: localDate("received_on").notNull(),
    fileId: text("file_id").references(() => sourceFiles.id),
    withdrawnReason: text("withdrawn_reason"), // counts no more
    enteredById: text("entered_by_id")
      .notNull()
      .references(() => users.id),
    enteredAt: instant("entered_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    uniqueIndex("channel_sales_vintage").on(t.recordId, t.vintage),
    index("channel_sales_months").on(t.channelKey, t.kind, t.lastMonth),
    index("channel_sales_last_month").on(t.lastMonth),
    integerCheck("channel_sales_vintage_number", t.vintage, 1),
    check("channel_sales_span", sql`${t.firstMonth} <= ${t.lastMonth}`),
    check("channel_sales_name", sql`(${t.channel} = 'other') = (${t.channelName} <> '')`),
    oneOf("channel_sales_channel", t.channel, CHANNELS),
    oneOf("channel_sales_kind", t.kind, RETAIL_KINDS),
    vndCheck("channel_sales_amount_vnd", t.amountVnd, 1),
    oneOf("channel_sales_method", t.method, CHANNEL_METHODS),
    oneOf("channel_sales_grade", t.grade, GRADES),
  ],
);

/**
 * A table of retail totals that an officer brought in; only what was consented to is written. Deleted after a week, its
 * file too unless figures were taken from it.
 */
export const retailImports = table(
  "retail_imports",
  {
    id: id(),
    fileId: text("file_id").notNull(), // of `source_files` once it is written
    fileType: text("file_type").$type<SourceFileType>().notNull(),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(),
    byteCount: count("byte_count").notNull(),
    rows: json<RetailRow[]>("rows").notNull(), // as they were read; none while nobody has said which column is what
    office: json<OfficeTable | null>("office"), // the office's own table; null: our template
    uploadedById: text("uploaded_by_id")
      .notNull()
      .references(() => users.id),
    uploadedAt: instant("uploaded_at").notNull(),
    writtenById: text("written_by_id").references(() => users.id),
    writtenAt: instant("written_at"),
    writtenCount: count("written_count").notNull().default(0), // these three when it was written
    sameCount: count("same_count").notNull().default(0),
    wrongCount: count("wrong_count").notNull().default(0),
  },
  (t) => [
    index("retail_imports_uploaded").on(t.uploadedAt),
    oneOf("retail_imports_file_type", t.fileType, SOURCE_FILE_TYPES),
  ],
);
