/** The bytes of the file that a form sent under this name; null when none was chosen. */
export async function uploadedFile(form: FormData, name: string): Promise<Uint8Array | null> {
  const file = form.get(name);
  if (file === null || typeof file === "string" || file.size === 0) return null;
  return new Uint8Array(await file.arrayBuffer());
}
