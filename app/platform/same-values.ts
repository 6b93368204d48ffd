/**
 * Whether a row that was written with a form says what the form says now. A form carries an id, so that it writes one row
 * however often it is sent; who went back in the browser and changed something sends the same id with other content.
 */
export function sameValues(
  row: Readonly<Record<string, unknown>>,
  form: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(form).every(([name, value]) => row[name] === value);
}
