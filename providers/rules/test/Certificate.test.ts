import { describe, expect, it } from "@effect/vitest"
import * as Certificate from "../src/Certificate.js"

const nothing = { issuer: null, date: null, expiry: null, code: null, url: null }

describe("a certificate", () => {
  it.each([
    { pieces: ["Suporte Básico de Vida. Escola de Socorro da Ria, outubro de 2025. Válido até outubro de 2030"], found: { name: "Suporte Básico de Vida", issuer: "Escola de Socorro da Ria", date: "outubro de 2025", expiry: "outubro de 2030" } },
    { pieces: ["Schweißerprüfung WIG, Prüfstelle Nord, № WE-24-1187, geprüft 04/2024"], found: { name: "Schweißerprüfung WIG", issuer: "Prüfstelle Nord", date: "04/2024", code: "WE-24-1187" } },
    { pieces: ["Soporte vital básico (", "8 horas)", "Escuela Sanitaria del Duero"], found: { name: "Soporte vital básico", issuer: "Escuela Sanitaria del Duero" } },
    { pieces: ["Educación Sexual Integral (INFoD, 2021)"], found: { name: "Educación Sexual Integral", issuer: "INFoD", date: "2021" } },
    { pieces: ["Basic Life Support, done at Vale Infirmary, March 2026 (runs out March 2027)"], found: { name: "Basic Life Support", issuer: "Vale Infirmary", date: "March 2026", expiry: "March 2027" } },
    { pieces: ["Formation Humanitude en 2021 avec Institut Doux"], found: { name: "Formation Humanitude", issuer: "Institut Doux", date: "2021" } },
    { pieces: ["Forklift Licence, Harbour Training, 03/2017"], found: { name: "Forklift Licence", issuer: "Harbour Training", date: "03/2017" } },
    { pieces: ["2023", "Emergency First Aid at Work", "St John Ambulance"], found: { name: "Emergency First Aid at Work", issuer: "St John Ambulance", date: "2023" } },
    { pieces: ["Welding Inspector", "TWI Ltd, Cambridge", "valid until May 2027"], found: { name: "Welding Inspector", issuer: "TWI Ltd", expiry: "May 2027" } },
    { pieces: ["Trainer of Trainers", "Skills Council (ID TR-20418)", "2022 – 2025"], found: { name: "Trainer of Trainers", issuer: "Skills Council", date: "2022", expiry: "2025", code: "TR-20418" } },
    { pieces: ["Public Accountant, State of Ohio, License 20447 (2004)"], found: { name: "Public Accountant", issuer: "State of Ohio", date: "2004", code: "20447" } },
    { pieces: ["Certified Scrum Master (CSM), Scrum Alliance, 2021"], found: { name: "Certified Scrum Master (CSM)", issuer: "Scrum Alliance", date: "2021" } },
    { pieces: ["PMP – Project Management Institute – obtida em 09/2019, válida até 09/2028 – nº 2755501"], found: { name: "PMP", issuer: "Project Management Institute", date: "09/2019", expiry: "09/2028", code: "2755501" } },
    { pieces: ["Registered Nurse (RN), State Board of Nursing, Lic. # 201944RN exp. 03/2027"], found: { name: "Registered Nurse (RN)", issuer: "State Board of Nursing", expiry: "03/2027", code: "201944RN" } },
    { pieces: ["Hygiène alimentaire, Institut du Val, score 870, validité 03/2028"], found: { name: "Hygiène alimentaire", issuer: "Institut du Val", expiry: "03/2028" } },
    { pieces: ["Curso de Excel Avançado, Senac, 40h, 2020"], found: { name: "Curso de Excel Avançado", issuer: "Senac", date: "2020" } },
    { pieces: ["CTFL Foundation Level – Conselho de Testes, nov/2025"], found: { name: "CTFL Foundation Level", issuer: "Conselho de Testes", date: "nov/2025" } },
    { pieces: ["Certified Tester – Advanced Level Test Analyst"], found: { name: "Certified Tester – Advanced Level Test Analyst" } },
    { pieces: ["Quality Auditor ISO 9001:2015", "TÜV Süd"], found: { name: "Quality Auditor ISO 9001:2015", issuer: "TÜV Süd" } },
    { pieces: ["Contabilista Certificada, Câmara dos Contabilistas, 2013 (cédula n.º 61 442)"], found: { name: "Contabilista Certificada", issuer: "Câmara dos Contabilistas", date: "2013", code: "61 442" } },
    { pieces: ["Premiers secours, Croix-Rouge, 2024 (à renouveler en 2028)"], found: { name: "Premiers secours", issuer: "Croix-Rouge", date: "2024", expiry: "2028" } },
    { pieces: ["Registered Plumber (Plumbing Trades Board, 2009) Reg. no. E 004417"], found: { name: "Registered Plumber", issuer: "Plumbing Trades Board", date: "2009", code: "E 004417" } },
    { pieces: ["Certified Cloud Administrator (Cloud Native Guild, luty 2024) ważny do lutego 2027"], found: { name: "Certified Cloud Administrator", issuer: "Cloud Native Guild", date: "luty 2024", expiry: "lutego 2027" } },
    { pieces: ["Formador (antigo CAP), certificado n.º F 610 220/2019, IEFP, 2019"], found: { name: "Formador (antigo CAP)", issuer: "IEFP", date: "2019", code: "F 610 220/2019" } },
    { pieces: ["Functional Safety Engineer, TÜV Nordland, 2021. Certificate FS-4471"], found: { name: "Functional Safety Engineer", issuer: "TÜV Nordland", date: "2021", code: "FS-4471" } },
    { pieces: ["Formador (CCP) n.º F 655501/2019", "IEFP", "maio de 2019"], found: { name: "Formador (CCP)", issuer: "IEFP", date: "maio de 2019", code: "F 655501/2019" } },
    { pieces: ["BIM Coordinator (n° BC-5520), Institut du Val, 2021"], found: { name: "BIM Coordinator", issuer: "Institut du Val", date: "2021", code: "BC-5520" } },
    { pieces: ["NCLP-2, Northern Computing Guild, 2016"], found: { name: "NCLP-2", issuer: "Northern Computing Guild", date: "2016" } },
    { pieces: ["2018 Coastal Diver, Harbour Safety Board (current to 2027)"], found: { name: "Coastal Diver", issuer: "Harbour Safety Board", date: "2018", expiry: "2027" } },
    { pieces: ["Suchanzeigen", "Nordsee Akademie, März 2025 (läuft ab März 2026)"], found: { name: "Suchanzeigen", issuer: "Nordsee Akademie", date: "März 2025", expiry: "März 2026" } },
    { pieces: ["CACES R489 cat. 1A et 3, délivré par l'AFTRAL le 12/05/2021"], found: { name: "CACES R489 cat. 1A et 3", issuer: "AFTRAL", date: "12/05/2021" } },
    { pieces: ["NR-32 – SENAC Ribeirão Preto – março/2022"], found: { name: "NR-32", issuer: "SENAC Ribeirão Preto", date: "março/2022" } },
    { pieces: ["Driver CPC (35 hours) - Roads Academy, valid to Sept 2029"], found: { name: "Driver CPC (35 hours)", issuer: "Roads Academy", expiry: "Sept 2029" } },
    { pieces: ["Codificación CIE-10, Escuela de Salud (60 horas), 2021"], found: { name: "Codificación CIE-10", issuer: "Escuela de Salud", date: "2021" } },
    { pieces: ["Counterbalance forklift, RTITB, 2013 (refresher 2024)"], found: { name: "Counterbalance forklift", issuer: "RTITB", date: "2013" } },
    { pieces: ["CACES R489 catégories 1, 3 et 5, AFTRAL, obtenu en juin 2022, valable 5 ans"], found: { name: "CACES R489 catégories 1, 3 et 5", issuer: "AFTRAL", date: "juin 2022" } },
    { pieces: ["UNE-EN ISO 9606-1 (141, 135), Bureau Naval, renovada 07/2025"], found: { name: "UNE-EN ISO 9606-1 (141, 135)", issuer: "Bureau Naval", date: "07/2025" } },
    { pieces: ["Site Gold Card, runs out 2028"], found: { name: "Site Gold Card", expiry: "2028" } },
    { pieces: ["Certified Application Developer (CNCF, Fev. 2024), válido até Fev. 2027, ref. CKAD-2400-0133"], found: { name: "Certified Application Developer", issuer: "CNCF", date: "Fev. 2024", expiry: "Fev. 2027", code: "CKAD-2400-0133" } },
    { pieces: ["Patentino per carrelli, rilasciato da Ente Formazione Lazio nel settembre 2019"], found: { name: "Patentino per carrelli", issuer: "Ente Formazione Lazio", date: "settembre 2019" } },
    { pieces: ["Bonnes pratiques", "Organisme : Institut Kerdoc", "02/2020"], found: { name: "Bonnes pratiques", issuer: "Institut Kerdoc", date: "02/2020" } },
    { pieces: ["PMP", "Management Institute Obtenue : 06/2021 – Expire : 06/2027"], found: { name: "PMP", issuer: "Management Institute", date: "06/2021", expiry: "06/2027" } },
    { pieces: ["Inspection and Testing, City Guild 2391-52, 2015"], found: { name: "Inspection and Testing", issuer: "City Guild", date: "2015", code: "2391-52" } },
    { pieces: ["Vektor Certified Engineer", "Vektor (Zert.-№ VCE6-55501)"], found: { name: "Vektor Certified Engineer", issuer: "Vektor", code: "VCE6-55501" } },
    { pieces: ["Atendimento ao público", "INA – Direção-Geral da Qualificação", "2019"], found: { name: "Atendimento ao público", issuer: "INA – Direção-Geral da Qualificação", date: "2019" } },
    { pieces: ["Première intervention", "Délivré par : Croix-Rouge", "mars 2021"], found: { name: "Première intervention", issuer: "Croix-Rouge", date: "mars 2021" } },
    { pieces: ["Gestes d'urgence niveau 2 (CESU 22), novembre 2024"], found: { name: "Gestes d'urgence niveau 2", issuer: "CESU 22", date: "novembre 2024" } },
    { pieces: ["Addetto ai ponteggi (PiMUS) – Ente Scuola Edile – ottobre 2021 (scadenza ottobre 2025, rinnovo prenotato)"], found: { name: "Addetto ai ponteggi (PiMUS)", issuer: "Ente Scuola Edile", date: "ottobre 2021", expiry: "ottobre 2025" } }
  ])("is read from $pieces", ({ found, pieces }) => {
    expect(Certificate.of(pieces, false)).toEqual({ ...nothing, ...found })
  })

  it("is none without a name", () => {
    expect(Certificate.of(["Valid until 2027"], false)).toBeNull()
    expect(Certificate.of(["MH-20418"], false)).toBeNull()
  })

  it("says by the whole list whether issuers come first", () => {
    const first = [["Microsoft Corporation", "Azure Fundamentals"], ["University of Leeds", "Teaching Assistant Course"]]
    expect(Certificate.issuerFirst(first)).toBeGreaterThan(0)
    expect(Certificate.issuerFirst([["Tipografía avanzada", "Domestika"]])).toBeLessThan(0)
    expect(Certificate.issuerFirst(first.map(([issuer = "", name = ""]) => [name, issuer]))).toBeLessThan(0)
  })

  it("says by the whole list whether its brackets hold issuers", () => {
    const lists = [["06/2025", "Habilitation B2V (Apave), valable jusqu'au 06/2028"], ["2023", "Qualification niveau 2 (Qualifelec)"]]
    expect(Certificate.isBracketed(lists)).toBe(true)
    expect(Certificate.isBracketed([["Python (Advanced)"], ["Excel (Basic)"]])).toBe(false)
    expect(Certificate.of(lists[0] ?? [], false, true)).toEqual({ ...nothing, name: "Habilitation B2V", issuer: "Apave", date: "06/2025", expiry: "06/2028" })
  })
})
