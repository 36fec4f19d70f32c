import { expect, it } from "vitest"
import { lines, read, text } from "./page.js"

it("reads a line of a script that runs to the left in its own order, names and numbers within it in theirs", () => {
  // As it stands on the page, from left to right: "… since 2019 | Acme Systems | at | engineer".
  expect(read(text("2019 מאז Acme Systems בחברת מהנדסת", 200, 100))).toEqual(["מהנדסת בחברת Acme Systems מאז 2019"])
})

it("reads the right column first on a page that runs to the left", () => {
  const heading = { size: 13, bold: true }
  const words = [
    ...text("השכלה", 40, 100, heading), ...lines(["תואר ראשון במדעים", "תואר שני במדעים", "תיכון עירוני חיפה"], 40, 122, 16),
    ...text("ניסיון", 300, 100, heading), ...lines(["מהנדסת תוכנה בכירה", "מפתחת תוכנה צעירה", "מתמחה בפיתוח אתרים", "מורה פרטית למתמטיקה"], 300, 120, 14)
  ]
  const order = read(words)
  expect(order.indexOf("ניסיון")).toBe(0)
  expect(order.indexOf("השכלה")).toBe(5)
})
