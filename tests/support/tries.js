// Goes through the form of each record on /rediger/ as somebody would who tries everything, and
// tells line by line what stands there, what is said of each try, and what becomes of it.
async ([addresses, script]) => {
  const part = document.getElementById("rediger-oppforing")
  const status = document.getElementById("rediger-status")
  const lines = []
  const words = (node) => node.textContent.replace(/\s+/g, " ").trim()
  const shown = (parts) => [...parts].map(words).filter(Boolean).join(" | ")
  const called = (control) => control.ariaLabel ?? shown(control.labels)
  const stands = (control) =>
    control.type === "checkbox"
      ? control.checked
      : control.localName === "select"
        ? `${words(control.selectedOptions[0])} of ${control.options.length}`
        : control.value.replaceAll("\n", " / ")
  const help = (control) => {
    const ids = control.getAttribute("aria-describedby")?.split(" ") ?? []
    return shown(ids.map((id) => document.getElementById(id)))
  }
  const said = (within) => shown(within.querySelectorAll("[role=alert]"))
  const buttons = () => [...part.querySelectorAll("button.knapp")]
  const unfold = () => {
    for (const one of part.querySelectorAll("details")) one.open = true
  }
  const changed = () => new Promise((done) => addEventListener("hashchange", done, { once: true }))

  const set = (control, value) => {
    if (control.type === "checkbox") return control.click()
    control.value = value
    for (const name of ["input", "change"]) control.dispatchEvent(new Event(name))
  }
  const press = (button) => {
    status.textContent = ""
    button.click()
    lines.push(`  ${words(button)}: ${words(status)} ${said(button.closest(".rediger-gruppe") ?? part)}`)
  }
  const GOOD = [
    "Prøve",
    "ny.prove@eksempel.no",
    "https://www.eksempel.no/prove",
    "73000000",
    "974760673",
    "2027-03",
    "7",
    "Eksempelby\nØygard",
  ]
  // What is chosen at last is another from form to form.
  const tries = (control, turn) => {
    if (control.type === "checkbox") return [""]
    if (control.localName === "select") {
      const all = [...control.options].map(({ value }) => value)
      const given = all.filter(Boolean)
      return [...(all.length < 9 ? all : [""]), given[turn % given.length]]
    }
    if (control.list) return ["", "Finnes ikke", "Kori Eksampel", control.list.options[1].value]
    return (
      { date: ["2027-03-05"], time: ["10:30"], number: ["", "1999", "2027"] }[control.type] ?? [
        "",
        "<",
        "x".repeat(9999),
        `${control.value} `,
        ...GOOD,
      ]
    )
  }

  for (const [turn, address] of addresses.entries()) {
    if (location.hash.slice(1) !== address) {
      location.hash = address
      await changed()
    }
    unfold()
    lines.push(`# ${address}`)
    for (const node of part.querySelectorAll(
      "h2, h3, p, summary, legend, strong, li > span, button, input, select, textarea",
    )) {
      if (node.matches("input, select, textarea"))
        lines.push(`  ${node.type} ${called(node)}: ${stands(node)} (${help(node)})`)
      else if (words(node) && !node.matches(".rediger-hjelp[id], [role=alert]"))
        lines.push(`  ${node.localName}: ${words(node)} ${node.ariaLabel ?? ""}`)
    }
    lines.push("## Without an answer")
    buttons().forEach(press)
    lines.push("## Each try")
    // A choice may draw other fields: those have their turn too. Each second form is gone through
    // from below.
    const seen = new Set()
    const left = () =>
      [...part.querySelectorAll("input, select, textarea")].filter((one) => !seen.has(one))
    for (let next; (next = left().at(turn % 2 ? -1 : 0)); ) {
      seen.add(next)
      for (const value of tries(next, turn)) {
        if (GOOD.indexOf(value) > 0 && !next.ariaInvalid) break
        set(next, value)
        unfold()
        const heard = said(next.closest("fieldset") ?? next.parentElement)
        if (heard || next.ariaInvalid)
          lines.push(`  ${called(next)} ← ${value}: ${heard} ${next.ariaInvalid ?? ""}`)
        if (called(next).endsWith("nøyaktig"))
          press(next.closest(".rediger-gruppe").querySelector("button.knapp"))
      }
    }
    lines.push("## With answers")
    buttons().forEach(press)
    const { ops = [] } = JSON.parse(localStorage.getItem("kompetanseutvikling/rediger")) ?? {}
    for (const { op, ...pair } of ops)
      lines.push(`  ${JSON.stringify(op)}`, `    ${Object.values(pair).join(" / ")}`)
    const who = document.querySelector("#rediger-hvem input")
    const tell = (by) => {
      set(who, by)
      lines.push(`  ${by}: ${shown(document.querySelectorAll("#rediger-send :is(p, li)"))}`)
    }
    const nobody = ["REGISTERET", "kari eksempel", "x".repeat(9999), "a@eksempel.no", "12", "UiE <"]
    for (const by of ["", ...(turn ? [] : nobody), "RAPPORTEN", "UiE"]) tell(by)
    // What is wrong in a form that is left is not sent, and is forgotten when it is opened anew.
    const texts = part.querySelectorAll("input[type=text]:not([list])")
    if (texts.length) set([...texts].at(-1), "<")
    location.hash = ""
    await changed()
    location.hash = address
    await changed()
    const again = [...part.querySelectorAll("input, select, textarea")].filter((one) =>
      one.type === "checkbox" ? one.checked : one.value,
    )
    lines.push(`  Again: ${again.map((one) => `${called(one)}: ${stands(one)}`).join(" | ")}`)
    tell("UiE")
    const copy = document.querySelector("#rediger-send button")
    if (copy && document.querySelectorAll(".rediger-endringer li").length === 1) {
      for (const link of document.querySelectorAll("#rediger-send a"))
        lines.push(`  ${decodeURIComponent(link.href)}`)
      for (const refused of [false, true]) {
        navigator.clipboard.writeText = async (text) => {
          if (refused) throw new Error()
          lines.push(`  copied ${text}`)
        }
        status.textContent = ""
        copy.click()
        await new Promise(setTimeout)
        lines.push(`  ${words(status)} ${refused && getSelection().toString().length}`)
      }
    }
    for (const sure of [false, true]) {
      window.confirm = (text) => {
        lines.push(`  ${text}`)
        return sure
      }
      document.getElementById("rediger-slett").click()
      const kept = document.querySelectorAll(".rediger-endringer li").length
      lines.push(`  ${kept} kept. ${words(status)} ${part.hidden}`)
    }
    location.hash = ""
    await changed()
  }
  for (const text of ["", "nord", " kari  eks", "e", "mette.mal@eksempel.no", "x"]) {
    set(document.getElementById("rediger-sok"), text)
    lines.push(`# Find «${text}»: ${words(document.getElementById("rediger-antall"))}`)
    for (const hit of document.querySelectorAll("#rediger-treff li")) lines.push(`  ${words(hit)}`)
  }
  // A name like more than the example has.
  const { notNew } = await import(script)
  const person = { regler: [], likhet: 0.8, ligner: "{near}" }
  const people = ["Kari Mal", "Kari Mala", "Kari Malen", "Kari Male"].map((name) => [name, name])
  for (const many of [2, 3, 4])
    lines.push(`# Kari Malo: ${notNew({ person }, people.slice(0, many), "Kari Malo")}`)
  return lines
    .map((line) => `${line.replaceAll(/x{20,}/g, "x…x").replaceAll(/\r?\n/g, " / ").trimEnd()}\n`)
    .join("")
}
