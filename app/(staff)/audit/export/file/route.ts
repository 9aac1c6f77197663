import { exportEvents } from "@/lib/audit/exports/queries";
import { AuditExport, AuditFilter } from "@/lib/audit/schema";
import type { exportRefusalWords } from "@/lib/audit/words";
import { authorise, refuseForeignOrigin } from "@/lib/auth/gate";
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
    const name = encodeURIComponent(`审计日志-${permit.today}.csv`);

    return new Response(file, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="audit-${permit.today}.csv"; filename*=UTF-8''${name}`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
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
