import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusePassword, refusePin, type Owner } from "@/lib/accounts/policy/rules";
import { blockedList } from "@/lib/accounts/policy/words";
import { deviceOf, loginNameFor } from "@/lib/accounts/rules";
import { drawPassword, drawPin } from "@/lib/accounts/secrets/rules";

const owner: Owner = {
  ...{ name: "欧阳秀兰", pinyin: "ou yang xiu lan", staffNo: "50017", birthDates: ["1968-04-12", "1967-03-12"] },
  ...{ mobile: "15401234567", idNo: "12990019680412101X" },
};

describe("a password", () => {
  test.each([
    ["short12", /至少8位/],
    ["password", /太常见/],
    ["Password123!", /太常见/],
    ["P@ssw0rd", /太常见/],
    ["passw0rd2026", /太常见/],
    ["huanwei123", /太常见/],
    ["HuanWei@2026", /太常见/],
    ["huanweihuanwei", /重复|太常见/],
    ["admintianjin8", /太常见/],
    ["环卫职工之家2026", /太常见/],
    ["我爱环卫我爱中国", /太常见/],
    ["ｐａｓｓｗｏｒｄ１２", /太常见/],
    ["woaini1314520", /太常见/],
    ["12345678", /重复或连续/],
    ["987654321", /重复或连续/],
    ["abcdefgh", /重复或连续/],
    ["aaaaaaaa", /重复或连续/],
    ["abababab", /重复或连续/],
    ["qwertyuiop", /重复或连续/],
    ["1qaz2wsx3edc", /重复或连续/],
    ["19680412", /生日/],
    ["xiulan19680412", /生日/],
    ["ouyangxiulan!", /姓名/],
    ["xiulanouyang7", /姓名/],
    ["欧阳秀兰的密码本", /姓名/],
    ["gong50017hao", /工号/],
    ["tel15401234567", /手机号/],
    ["id-0412101x-zz", /证件号/],
    ["20261110", /日期/],
    ["1998-07-21", /日期/],
    ["x".repeat(129), /最多128位|重复/],
  ])("%s is refused", (secret, sentence) => {
    expect(refusePassword(secret, owner)).toMatch(sentence);
  });

  test.each([
    "wu-dao-kou-de-yu-tian",
    "早上四点的路灯很亮",
    "hq7m-x3ka-9ptw",
    "correct horse battery staple",
    "b7#kQ92x",
    `${"三餐四季".repeat(3)}慢慢走`,
  ])("%s is accepted: length counts, not the kinds of characters", (secret) => {
    expect(refusePassword(secret, owner)).toBeUndefined();
  });

  test("every blocked word stays refused with figures and marks behind it", () => {
    const tails = fc.constantFrom("1234", "2026", "!", "888888", "@2025", "_01", "123!@#");
    fc.assert(
      fc.property(fc.constantFrom(...blockedList), tails, (word, tail) => {
        const secret = `${word}${tail}`;
        fc.pre(Array.from(secret).length >= 8);
        expect(refusePassword(secret, owner)).toBeDefined();
      }),
    );
  });

  test("any answer is a sentence or nothing, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 140 }), (secret) => {
        const answer = refusePassword(secret, owner);
        expect(answer === undefined || answer.endsWith("。") || answer.endsWith("换一个。")).toBe(true);
      }),
    );
  });
});

describe("a PIN", () => {
  test.each([
    ["12345", /6位数字/],
    ["1234567", /6位数字/],
    ["12a456", /6位数字/],
    ["１２３４５８", /6位数字/],
    ["123456", /太容易猜/],
    ["654321", /太容易猜/],
    ["890123", /太容易猜/],
    ["000000", /太容易猜/],
    ["121212", /太容易猜/],
    ["123123", /太容易猜/],
    ["112233", /太容易猜/],
    ["111222", /太容易猜/],
    ["520131", /太容易猜/],
    ["680412", /生日/],
    ["041268", /生日/],
    ["196804", /生日/],
    ["670312", /生日/],
    ["234567", /太容易猜/],
    ["154012", /手机号/],
    ["500179", /工号/],
    ["412101", /身份证号/],
  ])("%s is refused", (pin, sentence) => {
    expect(refusePin(pin, owner)).toMatch(sentence);
  });

  test.each(["258036", "908172", "471963"])("%s is accepted", (pin) => {
    expect(refusePin(pin, owner)).toBeUndefined();
  });

  test("most of the million are left", () => {
    const left = Array.from({ length: 1_000_000 }, (_, i) => String(i).padStart(6, "0")).filter(
      (pin) => !refusePin(pin, owner),
    );
    expect(left.length).toBeGreaterThan(990_000);
  });
});

describe("a first secret", () => {
  test("is drawn from letters that can be read out, and passes the policy", () => {
    const drawn: number[] = [];
    const secret = drawPassword((below) => {
      drawn.push(below);

      return below - 1;
    });
    expect(drawn).toEqual(Array.from({ length: 12 }, () => 31));
    expect(secret).toBe("9999-9999-9999");
    expect(drawPassword(() => 0)).toBe("aaaa-aaaa-aaaa");
    expect(drawPin(() => 7)).toBe("000007");
  });
});

test("a second account of one person gets a letter behind the 工号", () => {
  expect(loginNameFor("50017", "WORKER", false)).toBe("50017");
  expect(loginNameFor("50017", "WORKER", true)).toBe("50017-Z");
  expect(loginNameFor("50017", "STAFF", true)).toBe("50017-B");
});

test.each([
  ["Mozilla/5.0 (Linux; Android 10; V1911A) Chrome/116.0 MMWEBID/7 MicroMessenger/8.0.47", "安卓手机（微信）"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "苹果手机（Safari 浏览器）"],
  ["Mozilla/5.0 (Windows NT 6.1) Chrome/109.0 Safari/537.36", "Windows 电脑（Chrome 浏览器）"],
  ["Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0", "Windows 电脑（Edge 浏览器）"],
  ["curl/8", "其他设备"],
  [null, "其他设备"],
])("%s is %s", (agent, words) => {
  expect(deviceOf(agent)).toBe(words);
});
