import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/auth/gate";

const parts = [
  { href: "/insurance", label: "参保名单" },
  { href: "/insurance/changes", label: "增减员" },
  { href: "/insurance/transfers", label: "转移接续" },
  { href: "/insurance/differences", label: "名单核对" },
  { href: "/insurance/ledgers", label: "台账" },
  { href: "/insurance/statistics", label: "统计" },
] as const;

/** The parts of the programme; a liaison has no business with the office's own. */
export async function SectionTabs({ current }: { current: (typeof parts)[number]["href"] }) {
  const isOfficer = await may("insurance.check");
  const shown = parts.filter(({ href }) => isOfficer || href !== "/insurance/transfers");

  return <Tabs label="社会保险" items={shown.map(({ href, label }) => ({ href, label, current: href === current }))} />;
}
