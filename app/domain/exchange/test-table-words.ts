import type { TableWords } from "./table-words";
import { TABLE_COLUMNS, type TableColumn } from "./table-columns";

/** Words of a table for tests of the room, which knows no catalogue. */
export const testWords: TableWords = {
  head: Object.fromEntries(TABLE_COLUMNS.map((one) => [one, `Cột ${one}`])) as Record<
    TableColumn,
    string
  >,
  sets: Array.from({ length: 26 }, (_, i) => `Loại hàng thứ ${i + 1}, đặc sản`),
  units: { g: "g", ml: "ml", piece: "cái" },
  taxClasses: { raw_self_produced: "Tự làm ra", processed: "Hàng khác", service: "Dịch vụ" },
  statuses: {
    draft: "Bản nháp",
    awaiting_approval: "Chờ duyệt",
    published: "Đang bán",
    rejected: "Cần sửa lại",
    withdrawn: "Đã ngừng bán",
  },
  note: "(ví dụ)",
};
