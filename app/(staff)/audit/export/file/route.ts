import { exportEvents } from "@/lib/audit/exports/queries";
import { AuditExport, AuditFilter } from "@/lib/audit/schema";
import type { exportRefusalWords } from "@/lib/audit/words";
import { authorise, refuseForeignOrigin } from "@/lib/auth/gate";
import { fileAnswer } from "@/lib/file-answer";
import { Refusal } from "@/lib/refusal";

/** The export as a file. A form posts here, because reading the log out is an act of its own and stands in the log. */
export async function POST(request: Request): Promise<Response> {
  await refuseForeignOrigin();
  const permit = await authorise("audit.export");
  const form = Object.fromEntries(await request.formData());
  const input = AuditExport.safeParse(form);
  if (!input.success) return backToForm(form, "reason");
  try {
    const file = await exportEvents(permit, input.data);

    return fileAnswer(file, `审计日志-${permit.today}.csv`, {
      type: "text/csv; charset=utf-8",
      plainName: `audit-${permit.today}.csv`,
    });
  } catch (fault) {
    if (fault instanceof Refusal) return backToForm(form, fault.field === "ownSecret" ? "proof" : "many");
    throw fault;
  }
}

function backToForm(form: Record<string, unknown>, refused: keyof typeof exportRefusalWords): Response {
  const { after: _, ...filter } = AuditFilter.parse(form);
  const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams([...given, ["refused", refused]]);

  return new Response(null, { status: 303, headers: { Location: `/audit/export?${query.toString()}` } });
}
