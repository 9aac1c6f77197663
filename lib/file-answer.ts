const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * A file as an answer: saved, never opened in the page, kept by no cache. `name` may be Chinese (RFC 6266); `plainName`
 * is for what cannot read that.
 */
export function fileAnswer(
  body: Uint8Array<ArrayBuffer> | ReadableStream | string,
  name: string,
  { type = sheet, plainName }: { type?: string; plainName?: string } = {},
): Response {
  const ending = /\.[a-z0-9]{1,5}$/.exec(name)?.[0] ?? "";
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);

  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${plainName ?? `file${ending}`}"; filename*=UTF-8''${encoded}`,
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "sandbox",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
