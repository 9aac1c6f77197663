import type { ReactNode } from "react";
import { PageHead } from "@/components/ui/page-head";

/** The one question of a screen; steps are said, not drawn. */
export function ForHead({ title, step, sub }: { title: string; step?: 1 | 2 | 3 | 4; sub?: ReactNode }) {
  const lead = [step && `第 ${step} 步，共 4 步`, sub].filter(Boolean);
  return (
    <PageHead
      title={title}
      crumbs={[{ label: "本单位预约", href: "/reception/unit" }, { label: "替职工预约" }]}
      sub={
        lead.length > 0 &&
        lead.map((part, index) => (
          <span key={index}>
            {index > 0 && "　"}
            {part}
          </span>
        ))
      }
    />
  );
}
