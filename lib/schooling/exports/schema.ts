import { z } from "zod";

/** The intake of the file; a hand-made value that means nothing is the year that runs. */
export const ExportFilter = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
});
export type ExportFilter = z.output<typeof ExportFilter>;
