/**
 * `npm run train -w @excv/lexicon`: fits `data/skill-model.json` on the lists of skills in `data`, the people of `training/skill-lists.txt` and
 * the development people of the fixtures, and says how it judges people who were left out: with the words that the files know, and without theirs.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as Data from "../dist/Data.js"
import * as Grams from "../dist/Grams.js"
import * as Evidence from "../dist/SkillEvidence.js"
import * as Model from "../dist/SkillModel.js"
import * as Words from "../dist/SkillWords.js"
import { fitShared, fitTable, generator, sharedScores } from "./logistic.mjs"

const rows = 1 << 15
const folds = 4

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const text = (name) => readFileSync(path(name), "utf8")
const targetOf = (category) => {
  const target = Model.categories.indexOf(category)
  if (target < 0) throw new Error(`no category: ${category}`)
  return target
}

/** `{ titles, trade, skills: [{ name, label, category }] }` */
const invented = () =>
  text("../training/skill-lists.txt").split(/^= /m).slice(1).map((block) => {
    const [head, ...groups] = block.trim().split("\n")
    const [, trade, titles] = /^\S+ (\S+) \| (.*)$/.exec(head)
    const skills = groups.flatMap((group) => {
      const [, label, lists] = /^(.+?): (.*)$/.exec(group)
      return lists.split("; ").flatMap((list) => {
        const [, category, names] = /^(\S+) (.*)$/.exec(list)
        return names.split(", ").map((name) => ({ name, label: label === "-" ? null : label, category }))
      })
    })
    return { titles: titles.split("; "), trade, skills, isListed: true }
  })

/** Their words were added to the lists on purpose, so they are judged without them. */
const development = () =>
  Object.entries(JSON.parse(text("../../../fixtures/split.json")).people).filter(([, side]) => side === "development").map(([id]) => {
    const { experience = [], skills = [] } = JSON.parse(text(`../../../fixtures/people/${id}.json`))
    return {
      titles: experience.map(({ title }) => title),
      trade: null,
      skills: skills.flatMap(({ category, heading, items }) => Object.keys(items).map((name) => ({ name, label: heading, category }))),
      isListed: false
    }
  })

const features = new Map()
const featuresOf = (name, space = "") => {
  const key = space + name
  if (!features.has(key)) features.set(key, Grams.of(name, rows, space))
  return features.get(key)
}
const example = (name, category, weight = 1, space = "") => ({ features: featuresOf(name, space), target: targetOf(category), weight })

const listed = (left) =>
  Data.table("skills").flatMap(([category, ...names]) =>
    names.filter((name) => !left.has(Words.keyOf(name))).map((name) => example(name, category, 1 / Math.sqrt(names.length))))

/** What stands below the labels of groups, in the files and with these people. */
const labels = (people) => [
  ...Object.entries(JSON.parse(text("../data/skill-groups.json"))).flatMap(([category, list]) => list.map((label) => example(label, category, 1, Model.labels))),
  ...people.flatMap(({ skills }) => skills.flatMap(({ category, label }) => (label === null ? [] : [example(label, category, 0.3, Model.labels)])))
]

const stems = () =>
  Object.entries(JSON.parse(text("../data/skill-stems.json"))).flatMap(([category, list]) => list.map((stem) => example(stem, category, 0.5)))

/** Rows of `category: text, text`. */
const byCategory = (name, left = new Set()) =>
  text(name).split("\n").filter((row) => row !== "" && !row.startsWith("#")).flatMap((row) => {
    const [, category, list] = /^(\S+): (.*)$/.exec(row)
    return list.split(", ").filter((one) => !left.has(Words.keyOf(one))).map((one) => example(one, category))
  })

/** Names of products that do not exist: their letters say nothing. */
const coined = (() => {
  const random = generator(7)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const syllable = () => pick(["b", "br", "c", "d", "f", "g", "k", "l", "m", "n", "p", "qu", "r", "s", "st", "t", "tr", "v", "w", "x", "z", ""]) + pick([..."aeiouy", "ea", "io", "ou"]) + pick(["", "", "l", "n", "r", "s", "x", "t", "nd", "ck"])
  return () => {
    const word = Array.from({ length: random() < 0.5 ? 2 : 3 }, syllable).join("")
    const name = random() < 0.2 ? word.slice(0, 3).toUpperCase() : word[0].toUpperCase() + word.slice(1)
    return random() < 0.25 ? `${name} ${pick(["Pro", "Cloud", "One", "360", "X", "2", "7", "Suite", "Plus", "Office", "Manager"])}` : name
  }
})()
const coinedNames = Array.from({ length: 3000 }, coined)

const fitNames = (people, left) =>
  fitTable([
    ...listed(left), ...stems(), ...labels(people), ...byCategory("../training/titles.txt"), ...byCategory("../training/skills.txt", left),
    ...coinedNames.map((name) => ({ features: featuresOf(name), target: null, weight: 1 })),
    ...people.flatMap(({ skills, titles, trade }) => [
      ...skills.map(({ category, name }) => example(name, category)),
      ...(trade === null ? [] : titles.map((title) => example(title, trade)))
    ])
  ], rows)

/** A person's skills as cases: in their groups, and in one list without labels, as half of all CVs have them. */
const casesOf = (person, table) => {
  const names = person.skills.map(({ name }) => name)
  const likelihood = (text, space) => Model.softmax(Model.scores(featuresOf(text, space), table, 1))
  const known = {
    ...(person.isListed ? Words.knowledge() : Words.knowledgeWithout(names)),
    likelihood: (name) => likelihood(name, ""), likelihoodBelow: (label) => likelihood(label, Model.labels)
  }
  return [person.skills, person.skills.map((skill) => ({ ...skill, label: null }))].flatMap((skills, variant) => [
    ...Evidence.weigh(skills, person.titles, known).map((evidence, index) => ({
      person, variant, evidence, target: targetOf(skills[index].category), weight: person.isListed ? 1 : 2
    })),
    ...coinedCases(person, skills, known).map(({ evidence, target }) => ({ person, variant: 2, evidence, target, weight: 0.5 }))
  ])
}

/** One skill of a person's trade under the name of a product that nobody knows, with the titles of the jobs and without. */
const coinedCases = (person, skills, known) => {
  const ofTrade = skills.flatMap(({ category }, index) => (category === person.trade ? [index] : []))
  const at = ofTrade[Math.floor(ofTrade.length / 2)]
  return at === undefined ? [] : [person.titles, []].map((titles) => ({
    evidence: Evidence.weigh(skills.map((skill, index) => (index === at ? { ...skill, name: coined() } : skill)), titles, known)[at],
    target: targetOf(skills[at].category)
  }))
}

const isRight = ({ evidence, target }, weights) => {
  const scores = sharedScores(evidence, weights)
  return scores[target] === Math.max(...scores)
}

const share = (cases) => `${(100 * cases.filter(({ right }) => right).length / cases.length).toFixed(1)} % of ${cases.length}`

/** Bytes for all but the largest weights in ten thousand, which are cut off. */
const packed = (table) => {
  const sizes = Float32Array.from(table, Math.abs).sort()
  const step = sizes[Math.floor(sizes.length * 0.9999)] / 127
  return { step, table: Buffer.from(Int8Array.from(table, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)))).buffer).toString("base64") }
}

const people = [...invented(), ...development()]
const foldOf = (index) => index % folds
const cases = Array.from({ length: folds }, (_, fold) => {
  const out = people.filter((_, index) => foldOf(index) === fold)
  const left = new Set(out.filter(({ isListed }) => !isListed).flatMap(({ skills }) => skills.map(({ name }) => Words.keyOf(name))))
  const table = fitNames(people.filter((_, index) => foldOf(index) !== fold), left)
  return out.flatMap((person) => casesOf(person, table).map((one) => ({ ...one, fold })))
}).flat()

const judged = Array.from({ length: folds }, (_, fold) => {
  const weights = fitShared(cases.filter((one) => one.fold !== fold), Evidence.kinds.length)
  return cases.filter((one) => one.fold === fold).map((one) => ({ ...one, right: isRight(one, weights) }))
}).flat()
for (const [variant, name] of ["in groups", "in one list", "coined names"].entries()) {
  const own = judged.filter((one) => one.variant === variant)
  process.stdout.write(`${name}: invented people ${share(own.filter(({ person }) => person.isListed))}, development people without their words ${share(own.filter(({ person }) => !person.isListed))}\n`)
}

const weights = fitShared(cases, Evidence.kinds.length)
const rounded = (number) => Number(number.toFixed(4))
writeFileSync(path("../data/skill-model.json"), `${JSON.stringify({
  rows,
  evidence: Object.fromEntries(Evidence.kinds.map((kind, index) => [kind, rounded(weights[index])])),
  prior: Object.fromEntries(Model.categories.map((category, index) => [category, rounded(weights[Evidence.kinds.length + index])])),
  ...packed(fitNames(people, new Set()))
})}\n`)
