/** The words of the command line and what they fill in. */
const places = {
  单位: "bureau",
  系统管理员: "SYSTEM_ADMIN",
  安全管理员: "SECURITY_ADMIN",
  审计员: "AUDITOR",
} as const;

/**
 * Reads `单位=某某局 系统管理员=90001:张三 安全管理员=90002:李四 审计员=90003:王五` into what the schema checks.
 * Full-width `＝` and `：` count too; what cannot be read is left out, so that the schema names it.
 */
export function readArguments(words: readonly string[]): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const word of words) {
    const [key = "", value = ""] = word.normalize("NFKC").split("=", 2);
    const place = (places as Readonly<Record<string, string>>)[key.trim()];
    if (!place) continue;
    const [staffNo = "", name = ""] = value.split(":", 2);
    found[place] = place === "bureau" ? value : { staffNo, name };
  }

  return found;
}
