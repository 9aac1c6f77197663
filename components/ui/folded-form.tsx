import type { ReactNode } from "react";
import { foldBodies, FoldSummary, type FoldLook } from "./fold";
import { Form, type FormProps } from "./form";

type FoldedFormProps = Omit<FormProps, "fold" | "look"> & {
  summary: ReactNode;
  open?: boolean;
  look?: FoldLook;
  formLook?: FormProps["look"];
  name?: string;
};

/**
 * A rare action with its form, folded away until it is wanted. What the action answers is always seen: the fold of a refused
 * form stands open, with and without scripts. Entries with the same `name` close each other in browsers that know it.
 */
export function FoldedForm({ summary, open, look = "link", formLook, name, children, ...form }: FoldedFormProps) {
  return (
    <Form
      {...form}
      look={formLook}
      fold={{ summary: <FoldSummary look={look}>{summary}</FoldSummary>, body: foldBodies[look], open, name }}
    >
      {children}
    </Form>
  );
}
