import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/auth/gate";
import type { Verb } from "@/lib/auth/verbs";

const pages = [
  { href: "/dormitories", label: "宿舍", verb: "dormitories.view" },
  { href: "/dormitories/applications", label: "申请和轮候", verb: "dormitories.line" },
  { href: "/dormitories/rounds", label: "批次分配", verb: "dormitories.line" },
  { href: "/dormitories/residents", label: "入住登记", verb: "dormitories.view" },
  { href: "/dormitories/repairs", label: "维修", verb: "dormitories.view" },
  { href: "/dormitories/visits", label: "探亲房", verb: "dormitories.living" },
  { href: "/dormitories/utilities", label: "水电费", verb: "dormitories.living" },
  { href: "/dormitories/stars", label: "评星", verb: "dormitories.view" },
] as const satisfies readonly { href: string; label: string; verb: Verb }[];

/** The parts of the matter that this person may open; each is a page of its own. */
export async function DormitoryTabs({ at }: { at: (typeof pages)[number]["href"] }) {
  const open = await Promise.all(pages.map(({ verb }) => may(verb)));

  return (
    <Tabs
      label="职工宿舍"
      items={pages.filter((_, i) => open[i]).map(({ href, label }) => ({ href, label, current: href === at }))}
    />
  );
}
