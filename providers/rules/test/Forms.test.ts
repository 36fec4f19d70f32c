import { describe, expect, it } from "@effect/vitest"
import * as Forms from "../src/Forms.js"
import { line } from "./Page.js"
import * as Page from "./Page.js"
import * as Rows from "../src/Row.js"

const read = (...texts: ReadonlyArray<string>) =>
  Forms.read(Rows.all(Page.document(texts.map((text) => line(text)))))?.map(({ company, description, end_date, highlights, location, start_date, title }) =>
    [title?.value, company?.value, location?.value, start_date?.value, end_date?.value, description?.value, highlights.length])

describe("work told line by line with labels", () => {
  it("is read by them, without what no answer holds", () => {
    expect(read(
      "Job Title: Engine Captain", "Employer: Basin National Forest, Ridge District", "Location: Red Lodge, MT", "Dates Employed: 04/2020 to Present", "Salary: $58,200 per year", "Duties: Leads a crew of five.",
      "Job Title: Firefighter", "Employer: Canyon Hand Crew", "Location: Lovell, WY", "Dates Employed: 06/2014 to 10/2015", "Hours per week: 40, seasonal", "Duties: Line construction."
    )).toEqual([
      ["Engine Captain", "Basin National Forest, Ridge District", "Red Lodge, MT", "04/2020", "Present", "Leads a crew of five.", 0],
      ["Firefighter", "Canyon Hand Crew", "Lovell, WY", "06/2014", "10/2015", "Line construction.", 0]
    ])
  })

  it("may begin with bullets and hold some", () => {
    expect(read(
      "• Empresa: Construtora Pedra", "Cargo: Encanador", "Período: 08/2022 - atual", "• Manutenção hidráulica", "• Orçamentos",
      "• Empresa: Hidráulica Quaresma", "Cargo: Ajudante", "Período: 05/2017 - 06/2022"
    )).toEqual([
      ["Encanador", "Construtora Pedra", undefined, "08/2022", "atual", "Manutenção hidráulica\nOrçamentos", 2],
      ["Ajudante", "Hidráulica Quaresma", undefined, "05/2017", "06/2022", undefined, 0]
    ])
  })

  it("may have places behind its companies, and text right below", () => {
    expect(read(
      "Empresa: Padaria do Cais Ltda. – Uberlândia/MG", "Cargo: Padeiro", "Período: 05/2019 até o momento", "Coordenação de seis padeiros e do forno.", "• Duas lojas abertas",
      "Empresa: Mercado Bom Dia, Araguari", "Cargo: Caixa", "Período: 02/2015 a 04/2019"
    )).toEqual([
      ["Padeiro", "Padaria do Cais Ltda.", "Uberlândia/MG", "05/2019", "momento", "Coordenação de seis padeiros e do forno.\nDuas lojas abertas", 1],
      ["Caixa", "Mercado Bom Dia", "Araguari", "02/2015", "04/2019", undefined, 0]
    ])
  })

  it("is left to the inference where labels are missing", () => {
    expect(read("Role: Cook", "Harbour Inn, 2019 – 2021", "Role: Baker", "Corner Bakery, 2016 – 2019")).toBeUndefined()
  })
})
