import { z } from "zod";

/** A button: what is due follows from the dates alone. */
export const ReduceExpired = z.object({});
