import { officePhone } from "@/lib/office";

/**
 * When a page breaks or refuses, Next sends an empty document and leaves the words to its script. Without JavaScript that would
 * be a white page, so this style sheet, linked from every page, writes the words and the telephone into that empty document.
 */
export function GET(): Response {
  const words = `这个页面打不开。请退回上一页再试一次；还是不行，就打电话 ${officePhone()}。`;

  return new Response(sheet(words), {
    headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=86400" },
  });
}

/** @param words without quotation marks and backslashes (the telephone is checked when the settings are read) */
function sheet(words: string): string {
  const page = "html#__next_error__";

  return `${page}{font:125%/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif;color:#1d2530;background:#f6f4ef;border-top:4px solid #c2440c}
${page} head{display:block}
${page} title{display:block;max-width:30rem;margin:2rem auto 0;padding:0 1rem;font-size:1.2rem;font-weight:700}
${page} body::before{content:"${words}";display:block;max-width:30rem;margin:.5rem auto;padding:0 1rem}
`;
}
